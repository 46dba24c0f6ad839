import { useQuery } from "@apollo/client/react";
import { Group, Paper, Skeleton, Text } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { TextLink } from "../../components/links.js";
import { LoadMore } from "../../components/load-more.js";
import { Moment } from "../../components/moment.js";
import { Pending } from "../../components/pending.js";
import type { PolicyViolationsQuery } from "../../gql/graphql.js";
import { useNow } from "../../lib/now.js";
import { DAY } from "../../lib/time.js";
import { commonText } from "../../messages/common.js";
import { settingsText } from "../../messages/settings.js";
import { KeyPolicyDocument, PolicyViolationsDocument } from "./policy.graphql.js";
import "./policy-violations.css";

const PAGE = 20;
const text = settingsText;
type Key = NonNullable<
  PolicyViolationsQuery["organization"]
>["apiKeyPolicy"]["violations"]["edges"][number]["node"];

/** Keys from before the rules, with what of the rules they break. */
export function PolicyViolations({ organizationId }: { organizationId: string }) {
  const { data, error, loading, refetch, fetchMore } = useQuery(PolicyViolationsDocument, {
    variables: { organization: organizationId, first: PAGE },
  });
  const rules = useQuery(KeyPolicyDocument, {
    variables: { organization: organizationId },
    fetchPolicy: "cache-first",
  }).data?.organization?.apiKeyPolicy;
  const violations = data?.organization?.apiKeyPolicy.violations;
  if (violations === undefined) {
    return (
      <Pending error={error} gone={data !== undefined} onRetry={() => void refetch()}>
        <Skeleton h={80} aria-busy aria-label={commonText.loading} />
      </Pending>
    );
  }
  const { edges } = violations;
  if (edges.length === 0) {
    return (
      <Group gap={6} fz="sm" wrap="nowrap">
        <IconCircleCheck size={18} color="var(--mantine-color-anchor)" aria-hidden />
        {text.violationsNone}
      </Group>
    );
  }
  return (
    <>
      <Paper component="ul" className="rows" withBorder p={0} m={0} aria-label={text.violationsLabel}>
        {edges.map(({ node }) => (
          <li key={node.id} className="policy-violation">
            <div>
              <TextLink to="/keys/$key" params={{ key: node.id }} fz="sm" fw={600}>
                {node.name}
              </TextLink>
              <Text size="sm" c="dimmed">
                {node.project?.name ?? text.levels[node.level]}
              </Text>
            </div>
            <span className="mono">{node.preview}…</span>
            <Faults
              apiKey={node}
              demandsIps={rules?.requireAllowedIps === true}
              limit={rules?.maxLifetimeDays}
            />
          </li>
        ))}
      </Paper>
      <LoadMore list={violations} loading={loading} onMore={fetchMore} />
    </>
  );
}

interface FaultsProps {
  apiKey: Key;
  demandsIps: boolean;
  limit: number | null | undefined;
}

function Faults({ apiKey, demandsIps, limit }: FaultsProps) {
  const now = useNow();
  const { expiresAt, allowedIps } = apiKey;
  const latest = limit == null ? Number.POSITIVE_INFINITY : now.getTime() + limit * DAY;
  return (
    <div>
      {limit != null && expiresAt === null && <div>{text.neverExpires}</div>}
      {expiresAt !== null && new Date(expiresAt).getTime() > latest && (
        <div>
          {text.expiresTooLate} <Moment at={expiresAt} as="date" />
        </div>
      )}
      {demandsIps && allowedIps.length === 0 && <div>{text.noIps}</div>}
    </div>
  );
}
