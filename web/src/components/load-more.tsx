import { Button, Group, Text } from "@mantine/core";
import { pagingText } from "../messages/paging.js";

interface Props {
  /** What has been read of the list. */
  list: {
    edges: readonly unknown[];
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
  loading: boolean;
  /** Reads on behind the cursor. */
  onMore: (page: { variables: { after: string | null } }) => unknown;
}

/** The end of a list: how much of it is there, and the next page. */
export function LoadMore({ list, loading, onMore }: Props) {
  const { hasNextPage, endCursor } = list.pageInfo;
  return (
    <Group justify="space-between" mt="sm" mih={36}>
      <Text size="sm" c="dimmed" aria-live="polite">
        {pagingText.shown(list.edges.length, list.totalCount)}
      </Text>
      {hasNextPage && (
        <Button
          variant="default"
          size="xs"
          loading={loading}
          onClick={() => void onMore({ variables: { after: endCursor } })}
        >
          {pagingText.more}
        </Button>
      )}
    </Group>
  );
}
