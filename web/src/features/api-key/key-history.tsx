import { useQuery } from "@apollo/client/react";
import { Skeleton, Stack, Text } from "@mantine/core";
import { LoadMore } from "../../components/load-more.js";
import { Moment } from "../../components/moment.js";
import { Pending } from "../../components/pending.js";
import type { ApiKeyHistoryQuery } from "../../gql/graphql.js";
import { commonText } from "../../messages/common.js";
import { keyDetailText } from "../../messages/key-detail.js";
import { ApiKeyHistoryDocument } from "./key-detail.graphql.js";
import { changeLines, historyWord } from "./key-history-words.js";
import type { KeyDetails } from "./key-lock.js";
import { KeySection } from "./key-section.js";

const text = keyDetailText;
const PAGE = 10;

/** What was done to the key, by whom and from where; for those who may read the audit log. */
export function KeyHistory({ apiKey }: { apiKey: KeyDetails }) {
  const { data, error, loading, refetch, fetchMore } = useQuery(ApiKeyHistoryDocument, {
    variables: { organization: apiKey.organization.id, key: apiKey.id, first: PAGE },
  });
  const log = data?.organization?.auditLog;
  return (
    <KeySection title={text.history}>
      {!log ? (
        <Pending error={error} gone={data !== undefined} onRetry={() => void refetch()}>
          <Skeleton h={96} aria-busy aria-label={commonText.loading} />
        </Pending>
      ) : log.edges.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.historyNone}
        </Text>
      ) : (
        <>
          <Stack component="ol" gap="sm" m={0} p={0} style={{ listStyle: "none" }}>
            {log.edges.map(({ node }) => (
              <Entry key={node.id} entry={node} />
            ))}
          </Stack>
          <LoadMore list={log} loading={loading} onMore={fetchMore} />
        </>
      )}
    </KeySection>
  );
}

type Entries = NonNullable<NonNullable<ApiKeyHistoryQuery["organization"]>["auditLog"]>["edges"];

function Entry({ entry }: { entry: Entries[number]["node"] }) {
  return (
    <li>
      <Text size="sm" component="div">
        <strong>{historyWord(entry)}</strong> {text.byWhom(entry.actor.name)}, <Moment at={entry.at} />
        {entry.ip !== null && ` ${text.from(entry.ip)}`}
      </Text>
      {changeLines(entry).map((line) => (
        <Text key={line} size="sm" c="dimmed">
          {line}
        </Text>
      ))}
    </li>
  );
}
