import {
  ATTEMPTS_MAX,
  COMPLETION_TIMEOUT_MAX_SECONDS,
  COMPLETION_TIMEOUT_MIN_SECONDS,
  COMPLETION_TIMEOUT_SECONDS,
  TIMEOUT_MAX_SECONDS,
  TIMEOUT_MIN_SECONDS,
  TIMEOUT_SECONDS,
} from "@postern/shared";
import type { CheckedFor, Context } from "../context.js";
import { badUserInput, type FieldFault } from "../errors.js";
import { nextRun, scheduleFaults, tidyCron } from "./schedule.js";
import { sealedTargetHeaders } from "./target-headers.js";
import type { Workflow } from "./workflow.entity.js";
import type { CreateWorkflowInput, UpdateWorkflowInput } from "./workflow.inputs.js";

const NUMBERS = {
  maxAttempts: { least: 1, most: ATTEMPTS_MAX, standard: ATTEMPTS_MAX, unit: "attempts" },
  timeoutSeconds: {
    least: TIMEOUT_MIN_SECONDS,
    most: TIMEOUT_MAX_SECONDS,
    standard: TIMEOUT_SECONDS,
    unit: "seconds",
  },
  completionTimeoutSeconds: {
    least: COMPLETION_TIMEOUT_MIN_SECONDS,
    most: COMPLETION_TIMEOUT_MAX_SECONDS,
    standard: COMPLETION_TIMEOUT_SECONDS,
    unit: "seconds",
  },
} as const;

type Given = Omit<CreateWorkflowInput, "projectId" | "name" | "targetUrl"> & Omit<UpdateWorkflowInput, "id">;

/**
 * Refuses, all faults at once, numbers out of range, a cron expression or time zone that is none, and a value
 * that is no usable JSON Schema; `before` is what an update changes. Not for a transaction: it takes time,
 * which is counted against the tenant, an organization's id, and in it the workflow.
 */
export async function requireUsable(
  ctx: Context,
  input: Given,
  tenant: string,
  before?: Workflow,
): Promise<void> {
  const whose = { tenant, workflowId: before?.id ?? null };
  const faults: FieldFault[] = [];
  for (const [field, { least, most, unit }] of Object.entries(NUMBERS)) {
    const value = input[field as keyof typeof NUMBERS];
    if (value != null && (value < least || value > most)) {
      faults.push({ path: `input.${field}`, message: `Give ${least} to ${most} ${unit}.` });
    }
  }
  if (input.schedule != null) faults.push(...scheduleFaults(input.schedule, "input.schedule"));
  if (input.inputSchema != null) {
    const inSchema = await ctx.schemas.schemaFaults(input.inputSchema, whose);
    faults.push(...inSchema.map(({ path, message }) => ({ path: `input.inputSchema${path}`, message })));
  }
  if (faults.length > 0) throw badUserInput(faults);
  await requireScheduleFitsSchema(ctx, input, whose, before);
}

/** A scheduled execution has no input, so a schema beside a schedule has to accept null. */
async function requireScheduleFitsSchema(
  ctx: Context,
  input: Given,
  whose: CheckedFor,
  before?: Workflow,
): Promise<void> {
  const schedule = input.schedule === undefined ? before?.schedule : input.schedule;
  const schema = input.inputSchema === undefined ? before?.inputSchema : schemaText(input.inputSchema);
  if (schedule == null || schema == null) return;
  if ((await ctx.schemas.inputFaults(schema, null, whose)).length === 0) return;
  throw badUserInput([
    {
      path: input.inputSchema == null ? "input.schedule" : "input.inputSchema",
      message: "Let the schema accept null, or leave out the schedule: a scheduled execution has no input.",
    },
  ]);
}

const schemaText = (schema: unknown): string | null => (schema === null ? null : JSON.stringify(schema));

/** The columns that an input's settings change. Absent leaves, null clears or resets to what is usual. */
export function settingsOf(ctx: Context, workflow: Workflow, input: Given): Partial<Workflow> {
  const { targetHeaders, inputSchema, enabled } = input;
  const changed: Partial<Workflow> = {
    ...(input.description !== undefined && { description: input.description || null }),
    ...(targetHeaders !== undefined && {
      sealedTargetHeaders: sealedTargetHeaders(ctx, workflow, targetHeaders),
    }),
    ...(inputSchema !== undefined && { inputSchema: schemaText(inputSchema) }),
    ...(enabled != null && { enabled, disabledReason: null }),
    ...numbersOf(input),
    ...(input.schedule !== undefined && {
      scheduleCron: input.schedule === null ? null : tidyCron(input.schedule.cron),
      scheduleTimeZone: input.schedule?.timeZone ?? null,
    }),
  };
  const after = { ...workflow, ...changed };
  // Not when it is given again as it was: a time that is due at this moment would be passed over.
  const reschedule =
    after.scheduleCron !== workflow.scheduleCron ||
    after.scheduleTimeZone !== workflow.scheduleTimeZone ||
    after.enabled !== workflow.enabled;
  return { ...changed, ...(reschedule && { nextRunAt: after.enabled ? nextRun(after, ctx.clock()) : null }) };
}

function numbersOf(input: Given): Partial<Pick<Workflow, keyof typeof NUMBERS>> {
  const given = Object.entries(NUMBERS).flatMap(([field, { standard }]) => {
    const value = input[field as keyof typeof NUMBERS];
    return value === undefined ? [] : [[field, value ?? standard] as const];
  });
  return Object.fromEntries(given);
}
