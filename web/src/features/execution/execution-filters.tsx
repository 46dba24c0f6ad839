import { useQuery } from "@apollo/client/react";
import { NativeSelect, Paper, TextInput } from "@mantine/core";
import { useState } from "react";
import { type Choice, ChoiceFilter } from "../../components/choice-filter.js";
import { fromLocalInput, toLocalInput } from "../../lib/time.js";
import { executionFiltersText } from "../../messages/execution-filters.js";
import { KeyChoicesDocument, WorkflowChoicesDocument } from "./execution.graphql.js";
import { type ExecutionSearch, readExecutionSearch, WITHINS, without } from "./execution-search.js";

const text = executionFiltersText;
const CHOICES = 50;
const BETWEEN = "between";

export interface ExecutionFiltersProps {
  projectId: string;
  /** Whether there are several workflows to choose from. */
  withWorkflow: boolean;
  /** Whether the reader may see which keys there are. */
  withKeys: boolean;
  search: ExecutionSearch;
  /** What the search names by id. */
  workflow: Choice | null;
  apiKey: Choice | null;
  onSearch: (patch: ExecutionSearch) => void;
}

/** Filters by workflow, key and time; each of them works at once. */
export function ExecutionFilters(props: ExecutionFiltersProps) {
  const { projectId, withWorkflow, withKeys, search, onSearch } = props;
  return (
    <Paper component="section" withBorder bg="var(--surface)" p="sm" mb="xs" aria-label={text.filtersLabel}>
      <div className="execution-filters">
        {withWorkflow && (
          <ChoiceFilter
            label={text.names.workflow}
            any={text.anyWorkflow}
            value={props.workflow}
            onChange={(workflow) => onSearch({ workflow })}
            useChoices={(words) => useWorkflows(projectId, words)}
          />
        )}
        {withKeys && (
          <ChoiceFilter
            label={text.names.key}
            any={text.anyKey}
            value={props.apiKey}
            onChange={(key) => onSearch({ key })}
            useChoices={(words) => useKeys(projectId, words)}
          />
        )}
        <TimeFilter search={search} onSearch={onSearch} />
      </div>
    </Paper>
  );
}

function useWorkflows(project: string, search: string | null): Choice[] {
  const { data, previousData } = useQuery(WorkflowChoicesDocument, {
    variables: { project, search, first: CHOICES },
  });
  return (data ?? previousData)?.project?.workflows?.edges.map(({ node }) => node) ?? [];
}

function useKeys(project: string, search: string | null): Choice[] {
  const { data, previousData } = useQuery(KeyChoicesDocument, {
    variables: { project, search, first: CHOICES },
  });
  return (data ?? previousData)?.project?.apiKeys?.edges.map(({ node }) => node) ?? [];
}

/** A span up to now, or two ends. */
function TimeFilter({ search, onSearch }: Pick<ExecutionFiltersProps, "search" | "onSearch">) {
  const hasEnds = search.from !== undefined || search.until !== undefined;
  const [asksEnds, setAsksEnds] = useState(false);
  const shown = search.within ?? (hasEnds || asksEnds ? BETWEEN : "");
  function choose(value: string) {
    setAsksEnds(value === BETWEEN);
    // What a choice says is read as the address is, so that nothing else can come of it.
    const { within } = readExecutionSearch({ within: value });
    onSearch(value === BETWEEN ? { within: undefined } : { ...without("time"), within });
  }
  return (
    <>
      <NativeSelect
        label={text.names.time}
        size="xs"
        value={shown}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
        data={[
          { value: "", label: text.any },
          ...WITHINS.map((within) => ({ value: within, label: text.within[within] })),
          { value: BETWEEN, label: text.between },
        ]}
      />
      {shown === BETWEEN && (
        <>
          <End label={text.from} value={search.from} onChange={(from) => onSearch({ from })} />
          <End label={text.until} value={search.until} onChange={(until) => onSearch({ until })} />
        </>
      )}
    </>
  );
}

interface EndProps {
  label: string;
  value: string | undefined;
  onChange: (instant: string | undefined) => void;
}

function End({ label, value, onChange }: EndProps) {
  return (
    <TextInput
      type="datetime-local"
      label={label}
      size="xs"
      value={value === undefined ? "" : toLocalInput(new Date(value))}
      onChange={({ currentTarget }) => onChange(fromLocalInput(currentTarget.value)?.toISOString())}
    />
  );
}
