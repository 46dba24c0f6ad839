import { Button, Group } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { clockText, dateText } from "../../lib/time.js";
import { listed } from "../../messages/counting.js";
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

/** Every filter in use, in words, each with a way to take it away. */
export function ExecutionChips({ search, names, onSearch, onRemoved }: Props) {
  const active = activeFilters(search);
  if (active.length === 0) return null;
  const remove = (patch: ExecutionSearch) => {
    onSearch(patch);
    onRemoved();
  };
  return (
    <Group
      component="ul"
      gap="xs"
      m={0}
      mb="xs"
      p={0}
      style={{ listStyle: "none" }}
      aria-label={text.chipsLabel}
    >
      {active.map((name) => {
        const label = `${text.names[name]}: ${valueText(name, search, names)}`;
        return (
          <li key={name}>
            <Button
              size="compact-xs"
              variant="light"
              rightSection={<IconX size={12} aria-hidden />}
              aria-label={text.removeFilter(label)}
              onClick={() => remove(without(name))}
            >
              {label}
            </Button>
          </li>
        );
      })}
      <li>
        <Button size="compact-xs" variant="subtle" onClick={() => remove(NO_FILTERS)}>
          {text.clearAll}
        </Button>
      </li>
    </Group>
  );
}

function valueText(name: ExecutionFilterName, search: ExecutionSearch, names: FilterNames): string {
  switch (name) {
    case "status":
      return listed(statusesOf(search.status).map((status) => executionsText.status[status]));
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
