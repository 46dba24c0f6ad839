import type { ExecutionFilter, ExecutionStatus } from "../../gql/graphql.js";

// What the address says of a list of executions, and what the server is asked for it.

export const EXECUTION_STATUSES = [
  "RUNNING",
  "QUEUED",
  "FAILED",
  "SUCCEEDED",
  "CANCELED",
] as const satisfies ExecutionStatus[];

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SPANS_MS = { hour: HOUR, day: 24 * HOUR, week: 7 * 24 * HOUR, month: 30 * 24 * HOUR };

/** A span of time that ends now. */
export type Within = keyof typeof SPANS_MS;
export const WITHINS = Object.keys(SPANS_MS) as Within[];

export interface ExecutionSearch {
  /** Several with commas. */
  status?: string;
  /** A workflow's id. */
  workflow?: string;
  /** An API key's id. */
  key?: string;
  within?: Within;
  /** Instants; they and a span exclude each other. */
  from?: string;
  until?: string;
}

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value.slice(0, 100) : undefined;

function instantOf(value: unknown): string | undefined {
  const instant = new Date(typeof value === "string" ? value : Number.NaN);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}

/** Reads the address: what is not known in it is no filter. */
export function readExecutionSearch(raw: Record<string, unknown>): ExecutionSearch {
  const within = WITHINS.find((known) => known === raw.within);
  const status = statusesOf(textOf(raw.status));
  return {
    status: status.length > 0 ? status.join(",") : undefined,
    workflow: textOf(raw.workflow),
    key: textOf(raw.key),
    within,
    from: within === undefined ? instantOf(raw.from) : undefined,
    until: within === undefined ? instantOf(raw.until) : undefined,
  };
}

export const statusesOf = (status: string | undefined): ExecutionStatus[] =>
  EXECUTION_STATUSES.filter((known) => status?.split(",").includes(known));

/** The address with one status more, or less. */
export function toggleStatus({ status }: ExecutionSearch, toggled: ExecutionStatus): ExecutionSearch {
  const now = statusesOf(status);
  const next = now.includes(toggled) ? now.filter((other) => other !== toggled) : [...now, toggled];
  return { status: statusesOf(next.join(",")).join(",") || undefined };
}

export type ExecutionFilterName = "status" | "workflow" | "key" | "time";

/** The filters in use, in the order of their chips. */
export function activeFilters(search: ExecutionSearch): ExecutionFilterName[] {
  const { status, workflow, key, within, from, until } = search;
  const used = { status, workflow, key, time: within ?? from ?? until };
  return (Object.keys(used) as ExecutionFilterName[]).filter((name) => used[name] !== undefined);
}

/** What takes a filter out of the address. */
export const without = (name: ExecutionFilterName): ExecutionSearch =>
  name === "time" ? { within: undefined, from: undefined, until: undefined } : { [name]: undefined };

export const NO_FILTERS: ExecutionSearch = {
  ...without("status"),
  ...without("workflow"),
  ...without("key"),
  ...without("time"),
};

/** What the server is asked for. A span begins at a whole minute, so that the question stays the same. */
export function filterOf(search: ExecutionSearch, now: Date): ExecutionFilter {
  const { within, from, until } = search;
  const minute = Math.floor(now.getTime() / MINUTE) * MINUTE;
  const statuses = statusesOf(search.status);
  return {
    status: statuses.length > 0 ? statuses : null,
    workflowId: search.workflow ?? null,
    apiKeyId: search.key ?? null,
    since: within === undefined ? (from ?? null) : new Date(minute - SPANS_MS[within]).toISOString(),
    until: until ?? null,
  };
}
