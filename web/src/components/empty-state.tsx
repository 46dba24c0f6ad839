import { Paper, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";

/** In the place of an empty list: what is missing, and what to do first. */
export function EmptyState({ title, lead, action }: { title: string; lead: string; action?: ReactNode }) {
  return (
    <Paper withBorder bg="var(--surface)" p="xl">
      <Stack gap={4} align="flex-start" maw={560}>
        <Text fw={600}>{title}</Text>
        <Text c="dimmed" size="sm">
          {lead}
        </Text>
        {action !== undefined && <div style={{ marginTop: 12 }}>{action}</div>}
      </Stack>
    </Paper>
  );
}
