import { Group, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";
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
  const id = useId();
  return (
    <section className="key-section" aria-labelledby={id}>
      <Group justify="space-between" mih={30} mb="xs">
        <Title order={3} id={id}>
          {title}
        </Title>
        {action}
      </Group>
      {children}
    </section>
  );
}
