import { Skeleton, Stack } from "@mantine/core";
import { commonText } from "../../messages/common.js";

/** The shape of a page whose code or place is on its way. */
export function PagePending() {
  return (
    <Stack gap="md" maw={1152} mx="auto" p="md" aria-busy aria-label={commonText.loading}>
      <Skeleton h={32} w="40%" />
      <Skeleton h={120} />
      <Skeleton h={120} />
    </Stack>
  );
}
