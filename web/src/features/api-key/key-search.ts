import { ApiKeyState } from "@postern/shared";
import type {
  ApiKeyFilter,
  ApiKeyInsightKind,
  ApiKeyKind,
  ApiKeyLevel,
  ApiKeyOrder,
  ApiKeyRole,
  ApiKeyStatus,
} from "../../gql/graphql.js";
import { pastedKey } from "../../lib/pasted-key.js";
import { DAY } from "../../lib/time.js";

// What the address says of a list of keys, and what the server is asked for it.

const KINDS = ["PERSONAL", "SERVICE", "SYSTEM"] as const satisfies ApiKeyKind[];
const ROLES = ["TRIGGER", "VIEWER", "PRIVILEGED"] as const satisfies ApiKeyRole[];
const LEVELS = ["ORGANIZATION", "PROJECT"] as const satisfies ApiKeyLevel[];
/** Every word that the status column may say. */
const STATES = Object.values(ApiKeyState);
const INSIGHTS = [
  "EXPIRING_SOON",
  "NEVER_EXPIRES",
  "IDLE",
  "NEVER_USED",
  "MORE_RIGHTS_THAN_USED",
  "WIDER_ACCESS_THAN_USED",
  "CREATOR_GONE",
] as const satisfies ApiKeyInsightKind[];
const SORTS = ["name", "-name", "expires", "-expires", "used", "-used", "created", "-created"] as const;
const DAYS = [7, 30, 90] as const;
const DAYS_OR_NEVER = [...DAYS, "never"] as const;

export const KEY_KINDS = KINDS;
export const KEY_ROLES = ROLES;
export const KEY_LEVELS = LEVELS;
export const KEY_STATES = STATES;
export const KEY_INSIGHTS = INSIGHTS;
export const KEY_DAYS = DAYS;

/** A column and its direction, descending with a minus. */
export type KeySort = (typeof SORTS)[number];
export type KeySortField = "name" | "expires" | "used" | "created";

export type Days = (typeof DAYS_OR_NEVER)[number];

export interface KeySearch {
  q?: string;
  kind?: ApiKeyKind;
  role?: ApiKeyRole;
  /** What the status column says; several with commas. */
  status?: string;
  /** Revoked and expired keys, too. */
  all?: true;
  level?: ApiKeyLevel;
  /** A project's slug. */
  project?: string;
  /** A user's id. */
  creator?: string;
  /** Expires within so many days, or never. */
  expires?: Days;
  /** No call for so many days, or none ever. */
  unused?: Days;
  insight?: ApiKeyInsightKind;
  sort?: KeySort;
}

const oneOf = <T>(values: readonly T[], value: unknown): T | undefined =>
  values.find((known) => known === value);

/** A text of the address; what looks like a number there was read as one. */
const textOf = (value: unknown): string | undefined =>
  (typeof value === "string" || typeof value === "number") && value !== "" ? String(value) : undefined;

/** Reads the address: what is not known in it is no filter, and a secret is not taken from there. */
export function readKeySearch(raw: Record<string, unknown>): KeySearch {
  const q = textOf(raw.q)?.slice(0, 200);
  const states = statesOf(textOf(raw.status));
  return {
    q: q !== undefined && pastedKey(q) === null ? q : undefined,
    kind: oneOf(KINDS, raw.kind),
    role: oneOf(ROLES, raw.role),
    status: states.length > 0 ? states.join(",") : undefined,
    all: raw.all === true ? true : undefined,
    level: oneOf(LEVELS, raw.level),
    project: textOf(raw.project),
    creator: textOf(raw.creator),
    expires: oneOf(DAYS_OR_NEVER, raw.expires),
    unused: oneOf(DAYS_OR_NEVER, raw.unused),
    insight: oneOf(INSIGHTS, raw.insight),
    sort: oneOf(SORTS, raw.sort),
  };
}

export const statesOf = (status: string | undefined): ApiKeyState[] =>
  STATES.filter((known) => status?.split(",").includes(known));

/** The filters that narrow a list, in the order of their chips. The search field and the order are none. */
export const FILTERS = [
  "insight",
  "level",
  "project",
  "kind",
  "role",
  "status",
  "expires",
  "unused",
  "creator",
  "all",
] as const satisfies (keyof KeySearch)[];
export type KeyFilterName = (typeof FILTERS)[number];

export const activeFilters = (search: KeySearch): KeyFilterName[] =>
  FILTERS.filter((name) => search[name] !== undefined);

export const NO_FILTERS = Object.fromEntries(FILTERS.map((name) => [name, undefined])) as KeySearch;

/** Keys that somebody may still want to use, or to enable again. */
const AT_WORK: ApiKeyStatus[] = ["ACTIVE", "DISABLED", "OWNER_INACTIVE"];
const STOPPED: ApiKeyStatus[] = ["REVOKED", "EXPIRED"];

const HOUR = DAY / 24;

/**
 * What the server is asked for. Instants are whole hours, so that the same choice stays the same question;
 * level and project come from the page.
 */
export function filterOf(search: KeySearch, now: Date): ApiKeyFilter {
  const hour = Math.floor(now.getTime() / HOUR) * HOUR;
  const days = (amount: Days | undefined, sign: 1 | -1) =>
    typeof amount === "number" ? new Date(hour + sign * amount * DAY).toISOString() : null;
  return {
    search: search.q ?? null,
    kind: search.kind ?? null,
    role: search.role ?? null,
    status: hidesStopped(search) ? AT_WORK : null,
    state: search.status === undefined ? null : statesOf(search.status),
    createdById: search.creator ?? null,
    expiresBefore: days(search.expires, 1),
    unusedSince: days(search.unused, -1),
    neverExpires: search.expires === "never" ? true : null,
    neverUsed: search.unused === "never" ? true : null,
    insight: search.insight ?? null,
  };
}

/** Whether revoked and expired keys are left out without having been asked for; key safety knows none. */
export const hidesStopped = ({ status, all, insight }: KeySearch): boolean =>
  status === undefined && all === undefined && insight === undefined;

/** The same question about those that are left out. */
export const hiddenFilterOf = (filter: ApiKeyFilter): ApiKeyFilter => ({ ...filter, status: STOPPED });

const FIELDS = { name: "NAME", expires: "EXPIRES_AT", used: "LAST_USED_AT", created: "CREATED_AT" } as const;

const DEFAULT_SORT: KeySort = "-created";

export function sortOf({ sort = DEFAULT_SORT }: KeySearch) {
  const descending = sort.startsWith("-");
  return { field: sort.replace("-", "") as KeySortField, descending };
}

export function orderOf(search: KeySearch): ApiKeyOrder {
  const { field, descending } = sortOf(search);
  return { field: FIELDS[field], direction: descending ? "DESC" : "ASC" };
}

/** What a click on a column's head asks for: another column starts where people look first, the same turns. */
export function nextSort(search: KeySearch, field: KeySortField): KeySort | undefined {
  const now = sortOf(search);
  const startsDescending = field === "used" || field === "created";
  const descending = now.field === field ? !now.descending : startsDescending;
  const sort: KeySort = descending ? `-${field}` : field;
  return sort === DEFAULT_SORT ? undefined : sort;
}
