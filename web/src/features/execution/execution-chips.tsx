import { FilterChips } from "../../components/filter-chips.js";
import { clockText, dateText } from "../../lib/time.js";
import { anyOf } from "../../messages/counting.js";
import { executionFiltersText } from "../../messages/execution-filters.js";
import { executionsText } from "../../messages/executions.js";
import {
  activeFilters,
  type ExecutionFilterName,
  type ExecutionSearch,
  NO_FILTERS,
  statusesOf,
  without,
} from "./execution-search.js";

const text = executionFiltersText;

/** What the address names by id, in words. */
export interface FilterNames {
  workflow: string | undefined;
  key: string | undefined;
}

interface Props {
  search: ExecutionSearch;
  names: FilterNames;
  onSearch: (patch: ExecutionSearch) => void;
  /** Where the focus goes from a chip that is gone. */
  onRemoved: () => void;
}

/** What the list of executions is filtered by. */
export function ExecutionChips({ search, names, onSearch, onRemoved }: Props) {
  const remove = (patch: ExecutionSearch) => {
    onSearch(patch);
    onRemoved();
  };
  const chips = activeFilters(search).map((name) => ({
    name,
    label: `${text.names[name]}: ${valueText(name, search, names)}`,
  }));
  return (
    <FilterChips
      chips={chips}
      onRemove={(name) => remove(without(name))}
      onClear={() => remove(NO_FILTERS)}
    />
  );
}

function valueText(name: ExecutionFilterName, search: ExecutionSearch, names: FilterNames): string {
  switch (name) {
    case "status":
      return anyOf(statusesOf(search.status).map((status) => executionsText.status[status]));
    case "workflow":
      return names.workflow ?? text.workflowUnknown;
    case "key":
      return names.key ?? text.keyUnknown;
    case "time":
      return timeText(search);
  }
}

function timeText({ within, from, until }: ExecutionSearch): string {
  if (within !== undefined) return text.within[within];
  if (from === undefined) return text.before(instantText(until));
  return until === undefined
    ? text.since(instantText(from))
    : text.fromTo(instantText(from), instantText(until));
}

function instantText(at = ""): string {
  const instant = new Date(at);
  return `${dateText(instant)}, ${clockText(instant).slice(0, 5)}`;
}
