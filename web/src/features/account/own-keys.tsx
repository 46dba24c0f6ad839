import { useQuery } from "@apollo/client/react";
import { Paper, Skeleton, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { ErrorState } from "../../components/error-state.js";
import { TextLink } from "../../components/links.js";
import { Moment } from "../../components/moment.js";
import type { OwnKeyFragment } from "../../gql/graphql.js";
import { accountText } from "../../messages/account.js";
import { commonText } from "../../messages/common.js";
import { OwnKeysDocument, OwnProjectKeysDocument } from "./account.graphql.js";
import "./account.css";

const PAGE = 50;
const text = accountText;

interface Props {
  organization: { id: string; name: string };
  me: string;
  /** Whether the viewer reads all keys of the organization at once; else it is asked project by project. */
  readsAll: boolean;
  /** How a key's status looks. */
  status: (apiKey: OwnKeyFragment) => ReactNode;
}

/** The keys that act as the viewer in one organization. */
export function OwnKeys({ organization, me, readsAll, status }: Props) {
  const variables = { organization: organization.id, me };
  const all = useQuery(OwnKeysDocument, { variables: { ...variables, first: PAGE }, skip: !readsAll });
  const byProject = useQuery(OwnProjectKeysDocument, { variables, skip: readsAll });
  const { data, error, refetch } = readsAll ? all : byProject;
  const connections = readsAll
    ? [all.data?.organization?.apiKeys]
    : (byProject.data?.organization?.projects.edges.map(({ node }) => node.apiKeys) ?? []);
  const keys = connections.flatMap((found) => found?.edges.map(({ node }) => node) ?? []);
  const total = connections.reduce((sum, found) => sum + (found?.totalCount ?? 0), 0);

  return (
    <section>
      <Title order={3} mb="xs">
        {organization.name}
      </Title>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton h={56} aria-busy aria-label={commonText.loading} />}
      {data && keys.length === 0 && (
        <Text size="sm" c="dimmed">
          {text.keysNone}
        </Text>
      )}
      {keys.length > 0 && (
        <Paper
          component="ul"
          className="rows"
          withBorder
          p={0}
          m={0}
          aria-label={text.keysLabel(organization.name)}
        >
          {keys.map((apiKey) => (
            <KeyRow key={apiKey.id} apiKey={apiKey} status={status(apiKey)} />
          ))}
        </Paper>
      )}
      {total > keys.length && (
        <Text size="sm" c="dimmed" mt="xs">
          {text.keysMore(total - keys.length)}
        </Text>
      )}
    </section>
  );
}

function KeyRow({ apiKey, status }: { apiKey: OwnKeyFragment; status: ReactNode }) {
  const { id, name, preview, project, lastUsedAt, expiresAt } = apiKey;
  return (
    <li className="account-key">
      <div>
        <TextLink to="/keys/$key" params={{ key: id }} fz="sm" fw={600}>
          {name}
        </TextLink>
        <Text size="sm" c="dimmed">
          {project?.name ?? text.keysAll}
        </Text>
      </div>
      <span className="mono">{preview}…</span>
      <div>{status}</div>
      <Text size="sm" c="dimmed" component="div">
        {lastUsedAt !== null && (
          <>
            {text.lastUsed} <Moment at={lastUsedAt} />
            {" · "}
          </>
        )}
        {expiresAt === null ? (
          text.neverExpires
        ) : (
          <>
            {text.expires} <Moment at={expiresAt} />
          </>
        )}
      </Text>
    </li>
  );
}
