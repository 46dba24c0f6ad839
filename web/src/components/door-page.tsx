import { Box, Group, Paper, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { commonText } from "../messages/common.js";
import { Mark } from "./mark.js";
import "./door-page.css";

/** The page of somebody who is not inside yet: the mark, and one sheet. */
export function DoorPage({ children }: { children: ReactNode }) {
  return (
    <main className="door-page">
      <Box w="100%" maw={440}>
        <Group gap="xs" mb="lg" justify="center">
          <Mark size={36} />
          <Text fw={600} fz="xl">
            {commonText.product}
          </Text>
        </Group>
        <Paper withBorder bg="var(--surface)" p={{ base: "md", xs: "xl" }}>
          {children}
        </Paper>
      </Box>
    </main>
  );
}
