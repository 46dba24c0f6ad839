import { Paper, Text, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";

interface Props {
  title: string;
  lead?: ReactNode;
  /** Drawn with a red edge: what is in it cannot be undone. */
  danger?: boolean;
  children: ReactNode;
}

/** One matter of a page of settings, with a heading of its own. */
export function SettingsSection({ title, lead, danger, children }: Props) {
  const id = useId();
  return (
    <Paper
      component="section"
      withBorder
      bg="var(--surface)"
      p={{ base: "md", xs: "lg" }}
      aria-labelledby={id}
      style={danger ? { borderColor: "var(--mantine-color-error)" } : undefined}
    >
      <Title order={2} id={id} mb={4}>
        {title}
      </Title>
      {lead !== undefined && (
        <Text size="sm" c="dimmed" mb="md" maw={640} component="div">
          {lead}
        </Text>
      )}
      {children}
    </Paper>
  );
}
