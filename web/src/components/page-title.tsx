import { Box, Group, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { isInterrupted } from "../lib/shortcuts.js";
import { commonText } from "../messages/common.js";

interface Props {
  title: string;
  /** What follows the title in the browser's tab, such as the project's name. */
  context?: string;
  lead?: ReactNode;
  /** The page's one primary action. */
  action?: ReactNode;
}

// The page that last had the focus moved to its heading. The first page keeps the browser's own start.
let announcedPath = window.location.pathname;

/** What lies over the page has an address of its own, and takes the focus itself. */
export function announcePath(): void {
  announcedPath = window.location.pathname;
}

/** The one heading of a page. After a change of page the focus goes there, so that it is read and not lost. */
export function PageTitle({ title, context, lead, action }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = [title, context, commonText.product].filter(Boolean).join(" · ");
  }, [title, context]);

  useEffect(() => {
    if (announcedPath === window.location.pathname) return;
    announcedPath = window.location.pathname;
    // Somebody may have opened a dialog while the page was on its way.
    if (!isInterrupted()) heading.current?.focus({ preventScroll: true });
  });

  return (
    <Group justify="space-between" align="flex-start" gap="md" mb="lg">
      <Stack gap={4} flex="1 1 16rem" miw={0}>
        <Title order={1} tabIndex={-1} ref={heading}>
          {title}
        </Title>
        {lead !== undefined && (
          <Text c="dimmed" size="sm" maw={640} component="div">
            {lead}
          </Text>
        )}
      </Stack>
      {action !== undefined && <Box>{action}</Box>}
    </Group>
  );
}
