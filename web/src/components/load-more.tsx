import { Button, Group, Text } from "@mantine/core";
import { pagingText } from "../messages/paging.js";

interface Props {
  shown: number;
  total: number;
  hasMore: boolean;
  loading: boolean;
  onMore: () => void;
}

/** The end of a list: how much of it is there, and the next page. */
export function LoadMore({ shown, total, hasMore, loading, onMore }: Props) {
  return (
    <Group justify="space-between" mt="sm" mih={36}>
      <Text size="sm" c="dimmed" aria-live="polite">
        {pagingText.shown(shown, total)}
      </Text>
      {hasMore && (
        <Button variant="default" size="xs" loading={loading} onClick={onMore}>
          {pagingText.more}
        </Button>
      )}
    </Group>
  );
}
