import { Paper, Text, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";
import "./settings-section.css";

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
      className="settings-section"
      withBorder
      bg="var(--surface)"
      p={{ base: "md", xs: "lg" }}
      aria-labelledby={id}
      style={danger ? { borderColor: "var(--mantine-color-error)" } : undefined}
    >
      <div>
        <Title order={2} id={id}>
          {title}
        </Title>
        {lead !== undefined && (
          <Text size="sm" c="dimmed" mt={4} component="div">
            {lead}
          </Text>
        )}
      </div>
      <div>{children}</div>
    </Paper>
  );
}
