import { count } from "./counting.js";

export const executionFiltersText = {
  statuses: "Status",
  filtersLabel: "Filters of the list",
  any: "Any",
  names: { status: "Status", workflow: "Workflow", key: "API key", time: "Triggered" },
  anyWorkflow: "Any workflow",
  anyKey: "Anybody and any key",
  workflowUnknown: "one that is gone",
  keyUnknown: "one that is gone",
  within: {
    hour: "in the last hour",
    day: "in the last 24 hours",
    week: "in the last 7 days",
    month: "in the last 30 days",
  },
  between: "between …",
  from: "From",
  until: "Until",
  since: (from: string) => `since ${from}`,
  before: (until: string) => `before ${until}`,
  fromTo: (from: string, until: string) => `${from} to ${until}`,
  noMatch: "No execution matches",
  noMatchLead: "Nothing that ran here fits all of the filters. Take one away, or clear them all.",
  results: (total: number) => `${count(total, "execution", "executions")} found`,
};
