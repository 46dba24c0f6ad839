import { Paper, Stack, Table, Text } from "@mantine/core";
import { Moment } from "../../components/moment.js";
import { StatusWord } from "../../components/status-word.js";
import { useNow } from "../../lib/now.js";
import { apiKeysText } from "../../messages/api-keys.js";
import { DeleteKeyButton } from "./delete-key-button.js";
import { KeyAccess } from "./key-access.js";
import type { KeyListProps } from "./key-list.js";
import { keyStatus } from "./key-status.js";

const { columns } = apiKeysText;

export function KeyTable({ edges, onDelete, ...place }: KeyListProps) {
  const now = useNow();
  return (
    <Paper withBorder bg="var(--surface)">
      <Table verticalSpacing="xs" horizontalSpacing="sm" fz="sm" aria-label={apiKeysText.caption}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{columns.name}</Table.Th>
            <Table.Th>{columns.preview}</Table.Th>
            <Table.Th>{columns.role}</Table.Th>
            <Table.Th>{columns.access}</Table.Th>
            <Table.Th>{columns.status}</Table.Th>
            <Table.Th>{columns.expires}</Table.Th>
            <Table.Th>{columns.created}</Table.Th>
            <Table.Td aria-label={columns.actions} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {edges.map((edge) => (
            <Table.Tr key={edge.node.id}>
              <Table.Th scope="row" fw={400} maw={260}>
                <Text size="sm" fw={600}>
                  {edge.node.name}
                </Text>
                {edge.node.description !== null && (
                  <Text size="xs" c="dimmed" lineClamp={2}>
                    {edge.node.description}
                  </Text>
                )}
              </Table.Th>
              <Table.Td className="mono">{edge.node.preview}…</Table.Td>
              <Table.Td>{apiKeysText.roles[edge.node.role]}</Table.Td>
              <Table.Td>
                <KeyAccess edge={edge} {...place} />
              </Table.Td>
              <Table.Td>
                <StatusWord {...keyStatus(edge.node, now)} />
              </Table.Td>
              <Table.Td>
                <KeyEnd at={edge.node.expiresAt} />
              </Table.Td>
              <Table.Td>
                <Stack gap={0}>
                  <Moment at={edge.node.createdAt} />
                  <Text size="xs" c="dimmed">
                    {apiKeysText.by(edge.node.createdBy.name)}
                  </Text>
                </Stack>
              </Table.Td>
              <Table.Td ta="right">
                <DeleteKeyButton edge={edge} onDelete={onDelete} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

/** The day a key stops working, or that it never does. */
export function KeyEnd({ at }: { at: string | null }) {
  return at === null ? apiKeysText.never : <Moment at={at} as="date" />;
}
