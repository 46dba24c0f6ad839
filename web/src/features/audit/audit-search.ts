import type { AuditFilter } from "../../gql/graphql.js";

// What the address says of the audit log, and what the server is asked for it.

export interface AuditSearch {
  /** The whole action, such as apiKey.rotate. */
  action?: string;
  /** A user's or a key's id. */
  actor?: string;
  target?: string;
  project?: string;
  /** Days of the reader's calendar, the last one included. */
  since?: string;
  until?: string;
}

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" && value.length <= 100 ? value : undefined;

/** A day that exists, as a date field writes it. */
function dayOf(value: unknown): string | undefined {
  const text = textOf(value);
  if (text === undefined || !/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  const day = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(day.getTime()) || !day.toISOString().startsWith(text) ? undefined : text;
}

/** Reads the address: what is not known in it is no filter. */
export const readAuditSearch = (raw: Record<string, unknown>): AuditSearch => ({
  action: textOf(raw.action),
  actor: textOf(raw.actor),
  target: textOf(raw.target),
  project: textOf(raw.project),
  since: dayOf(raw.since),
  until: dayOf(raw.until),
});

export const isFiltered = (search: AuditSearch): boolean =>
  Object.values(search).some((value) => value !== undefined);

/** Whether the last day lies before the first one, so that no entry can fit. */
export const isBackwards = ({ since, until }: AuditSearch): boolean =>
  since !== undefined && until !== undefined && until < since;

export const NO_FILTERS: AuditSearch = readAuditSearch({});

/** The first instant of a day in the reader's time zone, or of the day after it. */
function instantOf(day: string | undefined, daysAfter: 0 | 1): string | null {
  if (day === undefined) return null;
  const start = new Date(`${day}T00:00`);
  start.setDate(start.getDate() + daysAfter);
  return start.toISOString();
}

/** A day is meant whole: the server's end is exclusive, so it is the start of the day after. */
export const filterOf = (search: AuditSearch): AuditFilter => ({
  action: search.action ?? null,
  actorId: search.actor ?? null,
  targetId: search.target ?? null,
  projectId: search.project ?? null,
  since: instantOf(search.since, 0),
  until: instantOf(search.until, 1),
});

/** Where the same entries are served as a file. */
export function exportPath(organizationId: string, format: "csv" | "ndjson", search: AuditSearch): string {
  const query = new URLSearchParams(
    Object.entries(filterOf(search)).flatMap(([name, value]) => (value == null ? [] : [[name, value]])),
  );
  const path = `/api/v1/organizations/${organizationId}/audit-log.${format}`;
  return query.size === 0 ? path : `${path}?${query}`;
}
