import { useQuery } from "@apollo/client/react";
import { Paper, Skeleton, Text, VisuallyHidden } from "@mantine/core";
import { Suspense, useRef, useState } from "react";
import { EmptyState } from "../../components/empty-state.js";
import { LoadMore } from "../../components/load-more.js";
import { part } from "../../components/part.js";
import { Pending } from "../../components/pending.js";
import { SearchField } from "../../components/search-field.js";
import type { MemberRowFragment } from "../../gql/graphql.js";
import { errorInPlace } from "../../lib/refusal.js";
import { commonText } from "../../messages/common.js";
import { membersText } from "../../messages/members.js";
import { MembersDocument } from "./member.graphql.js";
import { MemberRow } from "./member-row.js";
import { isOneOwner, type MembersPlace, mayManage } from "./members-place.js";
import "./member-list.css";

const AccessDialog = part(() => import("./access-dialog.js").then((module) => module.AccessDialog));
const RemoveDialog = part(() => import("./remove-dialog.js").then((module) => module.RemoveDialog));

const PAGE = 50;
const text = membersText;

interface Props {
  place: MembersPlace;
  search: string | undefined;
  onSearch: (search: string | undefined) => void;
  /** The viewer's own access changed, so that other pages may look different. */
  onOwnAccess: () => void;
  onLeft: () => Promise<void>;
}

type Asking = { what: "access" | "remove"; member: MemberRowFragment } | null;

/** Whether the organization has one owner, as far as its first page of members tells, whatever is searched for. */
function useOneOwner(organization: string): boolean {
  const { data } = useQuery(MembersDocument, {
    variables: { organization, search: null, first: PAGE },
    fetchPolicy: "cache-first",
  });
  const members = data?.organization?.members;
  return (
    members != null &&
    isOneOwner(
      members.edges.map(({ node }) => node.role),
      members.totalCount,
    )
  );
}

/** Everyone who belongs to the organization, with what they may do. */
export function MemberList({ place, search, onSearch, onOwnAccess, onLeft }: Props) {
  const [asking, setAsking] = useState<Asking>(null);
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(MembersDocument, {
    variables: { organization: place.organization.id, search: search ?? null, first: PAGE },
  });
  const oneOwner = useOneOwner(place.organization.id);
  const known = data ?? previousData;
  const members = known?.organization?.members;
  const viewer = known?.viewer;
  const me = viewer && "id" in viewer ? viewer.id : undefined;
  const isMe = asking?.member.user.id === me;
  const list = useRef<HTMLUListElement>(null);
  const removed = async () => {
    setAsking(null);
    // The row is gone, and the button that had the focus with it.
    requestAnimationFrame(() => list.current?.focus());
  };

  const failure = errorInPlace(error, data);
  if (!members || failure) {
    return (
      <Pending error={failure} gone={data !== undefined} onRetry={() => void refetch()}>
        <Skeleton h={240} aria-busy aria-label={commonText.loading} />
      </Pending>
    );
  }
  const { edges, totalCount } = members;
  return (
    <>
      <SearchField label={text.search} value={search} onSearch={onSearch} />
      <VisuallyHidden role="status">{loading ? "" : text.results(totalCount)}</VisuallyHidden>
      {edges.length === 0 ? (
        <div style={{ marginTop: 12 }}>
          <EmptyState title={text.none} lead={text.noneLead} />
        </div>
      ) : (
        <Paper
          component="ul"
          ref={list}
          tabIndex={-1}
          className="rows"
          withBorder
          bg="var(--surface)"
          p={0}
          mt="sm"
          mb={0}
          aria-label={text.listLabel}
        >
          {edges.map(({ node }) => (
            <MemberRow
              key={node.id}
              member={node}
              isMe={node.user.id === me}
              isLastOwner={oneOwner && node.role === "OWNER"}
              place={place}
              onAsk={(what) => setAsking({ what, member: node })}
            />
          ))}
        </Paper>
      )}
      {totalCount === 1 && search === undefined && mayManage(place) && (
        <Text size="sm" c="dimmed" mt="sm">
          {text.alone}
        </Text>
      )}
      {edges.length > 0 && (totalCount > 1 || search !== undefined) && (
        <LoadMore list={members} loading={loading} onMore={fetchMore} />
      )}
      <Suspense>
        {asking?.what === "access" && (
          <AccessDialog
            member={asking.member}
            isMe={isMe}
            place={place}
            onClose={() => setAsking(null)}
            onSaved={() => {
              setAsking(null);
              if (isMe) onOwnAccess();
            }}
          />
        )}
        {asking?.what === "remove" && (
          <RemoveDialog
            member={asking.member}
            isMe={isMe}
            place={place}
            onClose={() => setAsking(null)}
            onRemoved={isMe ? onLeft : removed}
          />
        )}
      </Suspense>
    </>
  );
}
