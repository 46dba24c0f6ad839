import { Group, Paper, Stack, Text } from "@mantine/core";
import { FactList } from "../../components/fact-list.js";
import { Moment } from "../../components/moment.js";
import { StatusWord } from "../../components/status-word.js";
import { useNow } from "../../lib/now.js";
import { apiKeysText } from "../../messages/api-keys.js";
import { DeleteKeyButton } from "./delete-key-button.js";
import { KeyAccess } from "./key-access.js";
import type { KeyListProps } from "./key-list.js";
import { keyStatus } from "./key-status.js";
import { KeyEnd } from "./key-table.js";

const { columns } = apiKeysText;

export function KeyCards({ edges, onDelete, ...place }: KeyListProps) {
  const now = useNow();
  return (
    <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: "none" }} aria-label={apiKeysText.caption}>
      {edges.map((edge) => (
        <Paper key={edge.node.id} component="li" withBorder bg="var(--surface)" p="md">
          <Group justify="space-between" align="flex-start" wrap="nowrap" mb="xs">
            <div style={{ minWidth: 0 }}>
              <Text fw={600}>{edge.node.name}</Text>
              {edge.node.description !== null && (
                <Text size="sm" c="dimmed">
                  {edge.node.description}
                </Text>
              )}
            </div>
            <DeleteKeyButton edge={edge} onDelete={onDelete} />
          </Group>
          <FactList
            facts={[
              [columns.status, <StatusWord key="status" {...keyStatus(edge.node, now)} />],
              [columns.preview, <span key="preview" className="mono">{`${edge.node.preview}…`}</span>],
              [columns.role, apiKeysText.roles[edge.node.role]],
              [columns.access, <KeyAccess key="access" edge={edge} {...place} />],
              [columns.expires, <KeyEnd key="end" at={edge.node.expiresAt} />],
              [
                columns.created,
                <span key="created">
                  <Moment at={edge.node.createdAt} /> {apiKeysText.by(edge.node.createdBy.name)}
                </span>,
              ],
            ]}
          />
        </Paper>
      ))}
    </Stack>
  );
}
