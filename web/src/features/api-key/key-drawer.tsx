import { useQuery } from "@apollo/client/react";
import { Drawer, Group, Skeleton, Stack, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import { ErrorState } from "../../components/error-state.js";
import { announcePath } from "../../components/page-title.js";
import { useReturnFocus } from "../../lib/use-return-focus.js";
import { commonText } from "../../messages/common.js";
import { keyDetailText } from "../../messages/key-detail.js";
import { ApiKeyDetailsDocument } from "./key-detail.graphql.js";
import { KeyDetail } from "./key-detail.js";
import { belongsHere, type DrawerPlace } from "./key-lock.js";
import "./key-drawer.css";

const text = keyDetailText;
const POLL_MS = 30_000;

interface Props {
  id: string;
  place: DrawerPlace;
  /** Leads back to the list behind; past what asks before something is lost, where the key itself is gone. */
  onClose: (how?: { ignoreBlocker: true }) => void;
}

/** Everything about one key, over the list that it is in. The address names it, so it can be shared. */
export function KeyDrawer({ id, place, onClose }: Props) {
  const { data, error, refetch, startPolling, stopPolling } = useQuery(ApiKeyDetailsDocument, {
    variables: { id },
  });
  // Whoever waits for the last call with the old secret sees it come.
  const rotating = data?.apiKey?.rotation != null;
  useEffect(() => {
    if (!rotating) return;
    startPolling(POLL_MS);
    return stopPolling;
  }, [rotating, startPolling, stopPolling]);
  // One Esc closes one thing: the dialog over the drawer, then the drawer.
  const [busy, setBusy] = useState(false);
  useReturnFocus(() => linkTo(id) ?? document.querySelector("h1"));
  useEffect(announcePath, []);

  const apiKey = data?.apiKey && belongsHere(data.apiKey, place) ? data.apiKey : null;
  const title = apiKey?.name ?? (data === undefined ? text.drawer : text.notFoundTitle);
  return (
    <Drawer.Root
      opened
      onClose={() => onClose()}
      position="right"
      size="42rem"
      closeOnEscape={!busy}
      transitionProps={{ duration: 0 }}
    >
      <Drawer.Overlay />
      <Drawer.Content className="key-drawer" bg="var(--surface)">
        <Group className="key-drawer-head" justify="space-between" align="flex-start" wrap="nowrap">
          <Drawer.Title fw={600} fz="xl" lh={1.3}>
            {title}
          </Drawer.Title>
          <Drawer.CloseButton aria-label={text.close} data-autofocus />
        </Group>
        <Drawer.Body className="key-drawer-body">
          {apiKey !== null ? (
            <KeyDetail
              apiKey={apiKey}
              place={place}
              onBusy={setBusy}
              onGone={() => onClose({ ignoreBlocker: true })}
            />
          ) : data !== undefined ? (
            <Text size="sm">{text.notFound}</Text>
          ) : error ? (
            <ErrorState error={error} onRetry={() => void refetch()} />
          ) : (
            <Stack aria-busy aria-label={commonText.loading} role="status">
              <Skeleton h={24} w="60%" />
              <Skeleton h={36} />
              <Skeleton h={220} />
              <Skeleton h={160} />
            </Stack>
          )}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

/** The key's link in the list behind: not the same element as before, where the list was drawn anew. */
const linkTo = (id: string) => document.querySelector<HTMLElement>(`a[href*="/api-keys/${CSS.escape(id)}"]`);
