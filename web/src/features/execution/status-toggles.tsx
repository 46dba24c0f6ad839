import { executionLook } from "../../components/execution-look.js";
import { executionFiltersText } from "../../messages/execution-filters.js";
import { EXECUTION_STATUSES, type ExecutionSearch, statusesOf, toggleStatus } from "./execution-search.js";
import type { ExecutionCounts } from "./use-executions.js";

interface Props {
  search: ExecutionSearch;
  counts: ExecutionCounts | undefined;
  onSearch: (patch: ExecutionSearch) => void;
}

/** How many there are of each status, and the filter by it in one. */
export function StatusToggles({ search, counts, onSearch }: Props) {
  const chosen = statusesOf(search.status);
  return (
    <ul className="execution-statuses" aria-label={executionFiltersText.statuses}>
      {EXECUTION_STATUSES.map((status) => {
        const { icon: StatusIcon, word, color } = executionLook(status);
        return (
          <li key={status}>
            <button
              type="button"
              aria-pressed={chosen.includes(status)}
              onClick={() => onSearch(toggleStatus(search, status))}
            >
              <StatusIcon
                size={14}
                aria-hidden
                color={color === "gray" ? undefined : `var(--mantine-color-${color}-text)`}
              />
              {word}
              <strong>{counts === undefined ? "" : counts[status].toLocaleString("en")}</strong>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
