import { Skeleton, Stack } from "@mantine/core";
import { messages } from "../messages.js";

/** The shape of a page whose code or place is on its way. */
export function PagePending() {
  return (
    <Stack gap="md" maw={1152} mx="auto" p="md" aria-busy aria-label={messages.common.loading}>
      <Skeleton h={32} w="40%" />
      <Skeleton h={120} />
      <Skeleton h={120} />
    </Stack>
  );
}
