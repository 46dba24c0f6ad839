import { VisuallyHidden } from "@mantine/core";
import { type ReactNode, Suspense, useMemo, useRef, useState } from "react";
import { EmptyState } from "../../components/empty-state.js";
import { FilterButton } from "../../components/filter-button.js";
import { LoadMore } from "../../components/load-more.js";
import { part } from "../../components/part.js";
import { apiKeysText } from "../../messages/api-keys.js";
import { keyListsText } from "../../messages/key-lists.js";
import { BulkBar, type BulkQuestion, bulkQuestion } from "./bulk-bar.js";
import { keysFor } from "./bulk-change.js";
import { ColumnButton } from "./column-button.js";
import { KeyChips } from "./key-chips.js";
import { useHiddenColumns } from "./key-columns.js";
import type { Creator, KeyFiltersProps } from "./key-filters.js";
import { type KeyEdge, KeyList, type KeyPlace, useWide } from "./key-list.js";
import type { SafetyTools } from "./key-safety.js";
import { activeFilters, type KeySearch, NO_FILTERS } from "./key-search.js";
import { KeySearchField } from "./key-search-field.js";
import { useKeySelection } from "./key-selection.js";
import { KeySkeleton } from "./key-skeleton.js";
import { Hidden, NoKeysFound } from "./keys-left-out.js";
import { PastedKeyCard } from "./pasted-key-card.js";
import type { KeysPage } from "./use-key-question.js";
import { type LookUpPlace, usePastedKey } from "./use-pasted-key.js";
import "./keys-view.css";

const KeyFilters = part<KeyFiltersProps>(() =>
  import("./key-filters.js").then((module) => module.KeyFilters),
);

const text = keyListsText;

export type OnKeySearch = (patch: KeySearch, how?: { replace: boolean }) => void;

interface Props {
  place: KeyPlace;
  organizationId: string;
  lookUp: LookUpPlace;
  search: KeySearch;
  onSearch: OnKeySearch;
  /** Undefined until the first answer; then the last one, until the next. */
  page: KeysPage | undefined;
  loading: boolean;
  /** In the list's place where it could not be loaded. */
  failure?: ReactNode;
  emptyLead: string;
  create?: ReactNode;
  safety?: (tools: SafetyTools) => ReactNode;
  projectName?: string;
}

const NO_EDGES: KeyEdge[] = [];

/** The same object as long as it says the same, so that no row is drawn again for it. */
function useSame(place: KeyPlace): KeyPlace {
  const { organization, project, seesOrganizationKeys, showProject } = place;
  return useMemo(
    () => ({ organization, project, seesOrganizationKeys, showProject }),
    [organization, project, seesOrganizationKeys, showProject],
  );
}

/** A list of keys with all that finds one in it: search, filters, order, selection. */
export function KeysView(props: Props) {
  const { search, onSearch, page, loading } = props;
  const place = useSame(props.place);
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState<BulkQuestion | null>(null);
  const [creator, setCreator] = useState<Creator | null>(null);
  const { hidden, hide } = useHiddenColumns();
  const pasted = usePastedKey(props.lookUp);
  const wide = useWide();
  const filterButton = useRef<HTMLButtonElement>(null);
  const edges = page?.edges ?? NO_EDGES;
  const selection = useKeySelection(edges);

  const filters = activeFilters(search);
  const creators = useMemo(() => creatorsOf(edges), [edges]);
  const chosen = [...creators, ...(creator ? [creator] : [])].find(({ id }) => id === search.creator);
  const untouched = filters.length === 0 && search.q === undefined;
  const focusFilters = () => filterButton.current?.focus();

  if (page && untouched && edges.length + page.hidden === 0 && asked === null) {
    return <EmptyState title={apiKeysText.empty} lead={props.emptyLead} action={props.create} />;
  }
  return (
    <>
      {props.safety?.({
        onSelectAll: selection.selectAll,
        amountFor: (action) => keysFor(action, selection.free).length,
        onFix: (action) => setAsked(bulkQuestion(action, selection.free)),
      })}
      <div className="key-toolbar">
        <KeySearchField
          value={search.q}
          onSearch={(q) => onSearch({ q }, { replace: true })}
          onSecret={pasted.take}
        />
        <FilterButton
          ref={filterButton}
          amount={filters.length}
          open={open}
          onOpen={setOpen}
          onNear={KeyFilters.preload}
        />
        <ColumnButton hidden={hidden} onHide={hide} />
        {wide && page && page.hidden > 0 && (
          <Hidden amount={page.hidden} onShow={() => onSearch({ all: true })} />
        )}
      </div>
      <Suspense>
        {open && (
          <KeyFilters
            organizationId={props.organizationId}
            search={search}
            onSearch={onSearch}
            withLevel={place.project !== undefined}
            creator={
              search.creator === undefined
                ? null
                : (chosen ?? { id: search.creator, name: text.creatorUnknown })
            }
            onCreator={(next) => {
              setCreator(next);
              onSearch({ creator: next?.id });
            }}
            creators={creators}
          />
        )}
      </Suspense>
      <KeyChips
        search={search}
        names={{ project: props.projectName, creator: chosen?.name }}
        onSearch={onSearch}
        onRemoved={focusFilters}
      />
      {pasted.result !== null && (
        <PastedKeyCard result={pasted.result} place={place} onClose={pasted.close} />
      )}
      {!wide && page && page.hidden > 0 && (
        <Hidden amount={page.hidden} onShow={() => onSearch({ all: true })} />
      )}
      {props.failure}
      {!page && !props.failure && <KeySkeleton />}
      {page && (
        <div className="key-results" aria-busy={loading} data-stale={loading || undefined}>
          <VisuallyHidden role="status">{loading ? "" : text.results(page.totalCount)}</VisuallyHidden>
          {edges.length === 0 ? (
            <NoKeysFound
              untouched={untouched}
              mended={search.insight !== undefined && filters.length === 1 && search.q === undefined}
              onShowAll={() => onSearch({ all: true })}
              onClear={() => onSearch({ ...NO_FILTERS, q: undefined })}
            />
          ) : (
            <>
              <KeyList
                place={place}
                edges={edges}
                selection={selection}
                hidden={hidden}
                search={search}
                onSort={(sort) => onSearch({ sort })}
              />
              <LoadMore list={page} loading={loading} onMore={page.onMore} />
            </>
          )}
          {/* Also beside an empty list: the outcome is read after the last row has left. */}
          <BulkBar
            place={props.lookUp}
            selection={selection}
            asked={asked}
            onAsk={setAsked}
            onLeave={focusFilters}
          />
        </div>
      )}
    </>
  );
}

function creatorsOf(edges: readonly KeyEdge[]): Creator[] {
  const people = new Map<string, Creator>();
  for (const { node } of edges) {
    const { user, name } = node.createdBy;
    if (user) people.set(user.id, { id: user.id, name });
  }
  return [...people.values()];
}
