import { useQuery } from "@apollo/client/react";
import { Skeleton, Table, Text } from "@mantine/core";
import { executionLook } from "../../components/execution-look.js";
import { TextLink } from "../../components/links.js";
import { LoadMore } from "../../components/load-more.js";
import { Moment } from "../../components/moment.js";
import { Pending } from "../../components/pending.js";
import { SmallTable } from "../../components/small-table.js";
import { StatusWord } from "../../components/status-word.js";
import { commonText } from "../../messages/common.js";
import { keyDetailText } from "../../messages/key-detail.js";
import { ApiKeyExecutionsDocument } from "./key-detail.graphql.js";
import type { KeyDetails } from "./key-lock.js";
import { KeySection } from "./key-section.js";

const text = keyDetailText;
const PAGE = 5;

/** What the key started, newest first. */
export function KeyExecutions({ apiKey }: { apiKey: KeyDetails }) {
  const { data, error, loading, refetch, fetchMore } = useQuery(ApiKeyExecutionsDocument, {
    variables: { id: apiKey.id, first: PAGE },
  });
  const executions = data?.apiKey?.executions;
  const shown = executions?.edges.length ?? 0;
  if (!executions) {
    return (
      <KeySection title={text.executions}>
        <Pending error={error} gone={data !== undefined} onRetry={() => void refetch()}>
          <Skeleton h={96} aria-busy aria-label={commonText.loading} />
        </Pending>
      </KeySection>
    );
  }
  return (
    <KeySection title={text.executions}>
      {shown === 0 ? (
        <Text size="sm" c="dimmed">
          {text.executionsNone}
        </Text>
      ) : (
        <>
          <SmallTable
            label={text.executions}
            minWidth={380}
            fz="sm"
            verticalSpacing={6}
            horizontalSpacing="xs"
          >
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{text.status}</Table.Th>
                <Table.Th>{text.workflow}</Table.Th>
                <Table.Th>{text.started}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {executions.edges.map(({ node }) => (
                <Table.Tr key={node.id}>
                  <Table.Td>
                    <StatusWord {...executionLook(node.status)} />
                  </Table.Td>
                  <Table.Td>
                    {node.workflow.name}
                    <Text span inherit c="dimmed" display="block">
                      {node.project.name}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    <TextLink
                      to="/o/$org/p/$project/executions/$execution"
                      params={{
                        org: apiKey.organization.slug,
                        project: node.project.slug,
                        execution: node.id,
                      }}
                      fz="sm"
                    >
                      <Moment at={node.createdAt} />
                    </TextLink>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </SmallTable>
          <LoadMore list={executions} loading={loading} onMore={fetchMore} />
        </>
      )}
    </KeySection>
  );
}
