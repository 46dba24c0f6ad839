import { useQuery } from "@apollo/client/react";
import { Skeleton, VisuallyHidden } from "@mantine/core";
import { Suspense, useMemo, useRef, useState } from "react";
import { EmptyState } from "../../components/empty-state.js";
import { FilterButton } from "../../components/filter-button.js";
import { LoadMore } from "../../components/load-more.js";
import { NothingFound } from "../../components/nothing-found.js";
import { part } from "../../components/part.js";
import { Pending } from "../../components/pending.js";
import { commonText } from "../../messages/common.js";
import { executionFiltersText } from "../../messages/execution-filters.js";
import { executionsText } from "../../messages/executions.js";
import { ExecutionFilterNamesDocument } from "./execution.graphql.js";
import { ExecutionChips } from "./execution-chips.js";
import type { ExecutionFiltersProps } from "./execution-filters.js";
import { activeFilters, type ExecutionSearch, filterOf, NO_FILTERS } from "./execution-search.js";
import { ExecutionTable } from "./execution-table.js";
import "./executions-view.css";
import { StatusToggles } from "./status-toggles.js";
import { useExecutions } from "./use-executions.js";

const ExecutionFilters = part<ExecutionFiltersProps>(() =>
  import("./execution-filters.js").then((module) => module.ExecutionFilters),
);

const text = executionFiltersText;
const PAGE = 30;

interface Props {
  project: { id: string; slug: string };
  organization: string;
  /** Only what ran of this workflow; then the list does not repeat its name. */
  of?: { id: string };
  /** Whether the reader may see which keys there are. */
  withKeys: boolean;
  search: ExecutionSearch;
  onSearch: (patch: ExecutionSearch) => void;
}

/** Everything that ran in a project, or of one workflow, with what finds one of it. */
export function ExecutionsView({ project, organization, of, withKeys, search, onSearch }: Props) {
  const { status, key, within, from, until } = search;
  const ofWorkflow = of?.id ?? search.workflow;
  const filter = useMemo(
    () => filterOf({ status, workflow: ofWorkflow, key, within, from, until }, new Date()),
    [status, ofWorkflow, key, within, from, until],
  );
  const found = useExecutions({ projectId: project.id, filter, page: PAGE, counted: true });
  const [open, setOpen] = useState(false);
  const filterButton = useRef<HTMLButtonElement>(null);
  const { workflow, apiKey } = useFilterNames(search);
  const active = activeFilters(search);

  if (found.executions?.edges.length === 0 && active.length === 0)
    return (
      <EmptyState
        title={executionsText.empty}
        lead={of ? executionsText.emptyWorkflow : executionsText.emptyLead}
      />
    );
  return (
    <>
      <div className="execution-toolbar">
        <StatusToggles search={search} counts={found.counts} onSearch={onSearch} />
        <FilterButton
          ref={filterButton}
          amount={active.length}
          open={open}
          onOpen={setOpen}
          onNear={ExecutionFilters.preload}
        />
      </div>
      <Suspense>
        {open && (
          <ExecutionFilters
            projectId={project.id}
            withWorkflow={of === undefined}
            withKeys={withKeys}
            search={search}
            workflow={workflow}
            apiKey={apiKey}
            onSearch={onSearch}
          />
        )}
      </Suspense>
      <ExecutionChips
        search={search}
        names={{ workflow: workflow?.name, key: apiKey?.name }}
        onSearch={onSearch}
        onRemoved={() => filterButton.current?.focus()}
      />
      <Results
        found={found}
        params={{ org: organization, project: project.slug }}
        withWorkflow={of === undefined}
        onClear={() => onSearch(NO_FILTERS)}
      />
    </>
  );
}

/** What the address names by id. */
function useFilterNames({ workflow = "", key = "" }: ExecutionSearch) {
  const { data, previousData } = useQuery(ExecutionFilterNamesDocument, {
    variables: { workflow, key, withWorkflow: workflow !== "", withKey: key !== "" },
    skip: workflow === "" && key === "",
  });
  const found = [data, previousData].flatMap((answer) => [answer?.workflow, answer?.apiKey]);
  const named = (id: string, unknown: string) =>
    id === "" ? null : { id, name: found.find((one) => one?.id === id)?.name ?? (data ? unknown : "…") };
  return {
    workflow: named(workflow, text.workflowUnknown),
    apiKey: named(key, text.keyUnknown),
  };
}

interface ResultsProps {
  found: ReturnType<typeof useExecutions>;
  params: { org: string; project: string };
  withWorkflow: boolean;
  onClear: () => void;
}

function Results({ found, params, withWorkflow, onClear }: ResultsProps) {
  const { executions, error, isGone, isStale } = found;
  if (!executions || error) {
    return (
      <Pending error={error} gone={isGone} onRetry={() => void found.refetch()}>
        <Skeleton h={320} aria-busy aria-label={commonText.loading} />
      </Pending>
    );
  }
  return (
    <div className="execution-results" aria-busy={isStale} data-stale={isStale || undefined}>
      <VisuallyHidden role="status">{isStale ? "" : text.results(executions.totalCount)}</VisuallyHidden>
      {executions.edges.length === 0 ? (
        <NothingFound title={text.noMatch} lead={text.noMatchLead} onShow={onClear} />
      ) : (
        <>
          <ExecutionTable
            executions={executions.edges.map(({ node }) => node)}
            params={params}
            withWorkflow={withWorkflow}
          />
          <LoadMore list={executions} loading={found.isPaging} onMore={found.onMore} />
        </>
      )}
    </div>
  );
}
