import { Group, Paper, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { FactList } from "../../components/fact-list.js";
import { StatusWord } from "../../components/status-word.js";
import { useNow } from "../../lib/now.js";
import { apiKeysText } from "../../messages/api-keys.js";
import { keyListsText } from "../../messages/key-lists.js";
import { DeleteKeyButton } from "./delete-key-button.js";
import { ManagedElsewhere } from "./key-access.js";
import { KEY_COLUMNS, type KeyColumn } from "./key-columns.js";
import { KeyFact, Kind } from "./key-fact.js";
import { KeyLink } from "./key-link.js";
import type { KeyListProps } from "./key-list.js";
import { keyStatus } from "./key-status.js";
import { SelectAllBox, SelectBox } from "./select-box.js";
import "./key-table.css";

const { columns } = keyListsText;

/** These stand beside the status and the moment of making. */
const ELSEWHERE: KeyColumn[] = ["kind", "createdBy"];

export function KeyCards({ edges, selection, onDelete, ...place }: KeyListProps) {
  const now = useNow();
  const shown = KEY_COLUMNS.filter((column) => !ELSEWHERE.includes(column) && !place.hidden.has(column));
  return (
    <>
      {selection.selectable > 0 && <SelectAllBox selection={selection} label={keyListsText.selectAll} />}
      <Stack
        component="ul"
        gap="sm"
        m={0}
        p={0}
        style={{ listStyle: "none" }}
        aria-label={apiKeysText.caption}
      >
        {edges.map((edge) => (
          <Paper key={edge.node.id} component="li" withBorder bg="var(--surface)" p="md">
            <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs" mb="xs">
              <SelectBox edge={edge} selection={selection} />
              <Stack gap={4} flex={1} miw={0} align="flex-start">
                <KeyLink apiKey={edge.node} place={place} />
                {edge.inherited && <ManagedElsewhere place={place} />}
                {edge.node.description !== null && (
                  <Text size="sm" c="dimmed">
                    {edge.node.description}
                  </Text>
                )}
                <Group gap="xs">
                  <StatusWord {...keyStatus(edge.node, now)} />
                  {!place.hidden.has("kind") && <Kind apiKey={edge.node} />}
                </Group>
              </Stack>
              <DeleteKeyButton edge={edge} onDelete={onDelete} />
            </Group>
            <FactList
              facts={shown.map((column): [string, ReactNode] => [
                columns[column],
                <span key={column}>
                  <KeyFact column={column} edge={edge} place={place} />
                  {column === "created" && ` ${apiKeysText.by(edge.node.createdBy.name)}`}
                </span>,
              ])}
            />
          </Paper>
        ))}
      </Stack>
    </>
  );
}
