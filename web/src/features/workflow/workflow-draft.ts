import { MASKED_VALUE } from "@postern/shared";
import type { CreateWorkflowInput, UpdateWorkflowInput, WorkflowDetailsFragment } from "../../gql/graphql.js";
import { textOrNull } from "../../lib/form-rules.js";
import { cronOf, readPreset, type ScheduleDraft } from "./schedule-draft.js";

/** A workflow's settings as somebody types them. */
export interface WorkflowDraft {
  name: string;
  slug: string;
  description: string;
  enabled: boolean;
  targetUrl: string;
  targetHeaders: { name: string; value: string }[];
  maxAttempts: string;
  timeoutSeconds: string;
  completion: { amount: string; unit: CompletionUnit };
  schedule: ScheduleDraft;
  /** JSON, or nothing for any input. */
  inputSchema: string;
}

const UNIT_SECONDS = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;
export type CompletionUnit = keyof typeof UNIT_SECONDS;
export const UNITS = Object.keys(UNIT_SECONDS) as CompletionUnit[];

type Settings = Pick<
  WorkflowDetailsFragment,
  | "name"
  | "slug"
  | "description"
  | "enabled"
  | "targetUrl"
  | "targetHeaders"
  | "maxAttempts"
  | "timeoutSeconds"
  | "completionTimeoutSeconds"
  | "schedule"
  | "inputSchema"
>;

/** The settings as the form shows them; `timeZone` is the reader's own, for a schedule that is yet to come. */
export function draftOf(workflow: Settings, timeZone: string): WorkflowDraft {
  const { name, slug, description, enabled, targetUrl, targetHeaders, schedule, inputSchema } = workflow;
  return {
    name,
    slug,
    description: description ?? "",
    enabled,
    targetUrl,
    targetHeaders: targetHeaders.map(({ name, value }) => ({ name, value })),
    maxAttempts: String(workflow.maxAttempts),
    timeoutSeconds: String(workflow.timeoutSeconds),
    completion: completionOf(workflow.completionTimeoutSeconds),
    schedule: readPreset(schedule, timeZone),
    inputSchema: inputSchema === null ? "" : JSON.stringify(inputSchema, null, 2),
  };
}

/** The largest unit that says it in whole numbers. */
function completionOf(seconds: number): WorkflowDraft["completion"] {
  const unit = UNITS.findLast((unit) => seconds % UNIT_SECONDS[unit] === 0) ?? "seconds";
  return { amount: String(seconds / UNIT_SECONDS[unit]), unit };
}

export const completionSeconds = ({ amount, unit }: WorkflowDraft["completion"]): number =>
  Number(amount) * UNIT_SECONDS[unit];

/** A header's row that somebody added and left empty is none. */
export const filledHeaders = (headers: WorkflowDraft["targetHeaders"]): WorkflowDraft["targetHeaders"] =>
  headers.filter(({ name, value }) => name.trim() !== "" || value !== "");

type Everything = Required<Omit<UpdateWorkflowInput, "id">>;

function everythingOf(draft: WorkflowDraft): Everything {
  return {
    name: draft.name,
    slug: textOrNull(draft.slug),
    description: textOrNull(draft.description),
    enabled: draft.enabled,
    targetUrl: draft.targetUrl,
    targetHeaders: filledHeaders(draft.targetHeaders).map(({ name, value }) => ({ name, value })),
    maxAttempts: Number(draft.maxAttempts),
    timeoutSeconds: Number(draft.timeoutSeconds),
    completionTimeoutSeconds: completionSeconds(draft.completion),
    schedule: draft.schedule.on ? { cron: cronOf(draft.schedule), timeZone: draft.schedule.timeZone } : null,
    inputSchema: draft.inputSchema.trim() === "" ? null : JSON.parse(draft.inputSchema),
  };
}

/** What a new workflow is made of. The JSON of the schema must have been checked. */
export function createInputOf(draft: WorkflowDraft, projectId: string): CreateWorkflowInput {
  const { enabled, ...settings } = everythingOf(draft);
  return { projectId, ...settings, name: draft.name, targetUrl: draft.targetUrl };
}

/**
 * What was changed, and only that: what somebody else saved meanwhile stays. Null when nothing was. The JSON
 * of the schema must have been checked.
 */
export function updateInputOf(
  draft: WorkflowDraft,
  before: WorkflowDraft,
  id: string,
): UpdateWorkflowInput | null {
  const was = everythingOf(before);
  const changed = Object.entries(everythingOf(draft)).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(was[field as keyof Everything]),
  );
  // A slug that was emptied is not asked to be anything: a workflow cannot be without one.
  const told = changed.filter(([field, value]) => field !== "slug" || value !== null);
  return told.length === 0 ? null : { id, ...Object.fromEntries(told) };
}

/** Whether the server keeps the header's value, which nobody can read. */
export const isKept = (value: string): boolean => value === MASKED_VALUE;
