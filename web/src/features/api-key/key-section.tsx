import { Group, Title } from "@mantine/core";
import type { ReactNode } from "react";
import "./key-drawer.css";

/** One part of the drawer under its own heading. */
export function KeySection({
  title,
  action,
  children,
}: {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="key-section">
      <Group justify="space-between" mih={30} mb="xs">
        <Title order={3}>{title}</Title>
        {action}
      </Group>
      {children}
    </section>
  );
}
