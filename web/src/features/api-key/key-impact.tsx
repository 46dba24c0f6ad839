import { List, Stack, Text } from "@mantine/core";
import { Moment } from "../../components/moment.js";
import type { ApiKeyImpactQuery } from "../../gql/graphql.js";
import { keyChangesText } from "../../messages/key-changes.js";

const text = keyChangesText;
const SHOWN = 5;

type Impact = NonNullable<ApiKeyImpactQuery["apiKeyImpact"]>;

interface Props {
  impact: Impact | null;
  lastUsedAt: string | null;
  /** Calls may have come that are not counted yet. */
  isFresh: boolean;
  state: "loading" | "known" | "unknown";
}

/** What depends on a key, as far as its calls of the last 30 days tell. */
export function KeyImpact({ impact, lastUsedAt, isFresh, state }: Props) {
  const lastCall = impact?.lastCallAt ?? lastUsedAt;
  return (
    <Stack gap={4} fz="sm" component="section" aria-label={text.impactTitle}>
      <Text size="sm" fw={600}>
        {text.impactTitle}
      </Text>
      <Text size="sm" component="p" m={0}>
        {lastCall === null ? (
          isFresh ? (
            text.noCallYet
          ) : (
            text.neverCalled
          )
        ) : (
          <>
            {text.lastCall} <Moment at={lastCall} />.
          </>
        )}
      </Text>
      {state === "known" && impact !== null ? (
        <Workflows impact={impact} />
      ) : (
        <Text size="sm" c="dimmed" role="status">
          {state === "loading" ? text.impactLoading : text.impactUnknown}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {text.impactScope}
      </Text>
    </Stack>
  );
}

function Workflows({ impact: { workflows, unfinishedExecutions } }: { impact: Impact }) {
  const rest = workflows.length - SHOWN;
  return (
    <>
      {workflows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.impactNone}
        </Text>
      ) : (
        <>
          <Text size="sm">{text.impactLead}</Text>
          <List size="sm">
            {workflows.slice(0, SHOWN).map(({ workflow, project, calls }) => (
              <List.Item key={workflow.id}>
                <strong>{workflow.name}</strong>
                {` · ${project.name} · ${text.impactCalls(calls)}`}
              </List.Item>
            ))}
            {rest > 0 && <List.Item>{text.impactMore(rest)}</List.Item>}
          </List>
        </>
      )}
      {unfinishedExecutions > 0 && <Text size="sm">{text.unfinished(unfinishedExecutions)}</Text>}
    </>
  );
}
