import { Skeleton, Stack } from "@mantine/core";
import { commonText } from "../../messages/common.js";

/** The shape of a list of keys that is on its way. */
export function KeySkeleton() {
  return (
    <Stack gap={4} aria-busy aria-label={commonText.loading}>
      <Skeleton h={40} />
      <Skeleton h={56} />
      <Skeleton h={56} />
      <Skeleton h={56} />
    </Stack>
  );
}
