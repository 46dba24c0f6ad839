import { INPUT_MAX_BYTES, INPUT_MAX_DEPTH, idempotencyKeyRule, slugRule } from "@postern/shared";
import type { Context } from "../context.js";
import { isUnavailable } from "../database/failures.js";
import { badUserInput, type ErrorCode, PosternError } from "../errors.js";
import { nestsDeeper } from "../input/json.js";
import { hidden } from "../organization/organization.access.js";
import { requireProject } from "../project/project.access.js";
import { requireWorkflow } from "../workflow/workflow.access.js";
import { Workflow } from "../workflow/workflow.entity.js";
import type { TriggerWorkflowInput } from "./execution.inputs.js";
import { type Started, start } from "./start.js";

/**
 * Starts the chosen workflow; see start. NOT_FOUND for a workflow that the caller's access does not cover.
 * Without an idempotencyKey in the input, the request's Idempotency-Key header counts.
 */
export async function trigger(ctx: Context, input: TriggerWorkflowInput): Promise<Started> {
  try {
    const started = await start(ctx, {
      choose: (ctx) => chosenWorkflow(ctx, input),
      input: inputText(input.input),
      idempotencyKey: givenKey(ctx, input),
      validateOnly: input.validateOnly ?? false,
      retryOfId: null,
    });
    const isNew = started.execution === null ? "validated" : "accepted";
    ctx.metrics.triggered(started.replayed ? "replayed" : isNew);
    return started;
  } catch (error) {
    ctx.metrics.triggered(refusalOf(error));
    throw error;
  }
}

function refusalOf(error: unknown): ErrorCode {
  if (error instanceof PosternError) return error.code;
  return isUnavailable(error) ? "SERVICE_UNAVAILABLE" : "INTERNAL_SERVER_ERROR";
}

function givenKey({ idempotencyKey: header }: Context, input: TriggerWorkflowInput): string | null {
  const key = input.idempotencyKey ?? header;
  const refuse = (message: string) => badUserInput([{ path: "input.idempotencyKey", message }]);
  if (input.idempotencyKey != null && header !== null && header !== input.idempotencyKey) {
    throw refuse("The header Idempotency-Key says another one. Give it in one place.");
  }
  const problem = key === null ? null : idempotencyKeyRule.problem(key);
  if (problem !== null) throw refuse(problem);
  return key;
}

async function chosenWorkflow(ctx: Context, input: TriggerWorkflowInput): Promise<Workflow> {
  const { workflowId, workflow: slug } = input;
  const { principal } = ctx;
  if ((workflowId == null) === (slug == null)) {
    throw badUserInput([
      { path: "input.workflowId", message: "Give either workflowId or workflow, its slug." },
    ]);
  }
  if (workflowId != null) {
    const workflow = await requireWorkflow(ctx, workflowId, "workflow:trigger");
    if (input.projectId != null && input.projectId !== workflow.projectId) throw hidden(ctx, "workflow");
    return workflow;
  }
  const projectId = input.projectId ?? (principal.kind === "API_KEY" ? principal.projectId : null);
  if (projectId === null) {
    throw badUserInput([
      { path: "input.projectId", message: "Say which project the slug belongs to, or give workflowId." },
    ]);
  }
  await requireProject(ctx, projectId, "workflow:trigger");
  // What is no slug is not looked for: MySQL takes "hook " for "hook", and a deleted workflow's id is in its place.
  const isSlug = slug != null && slugRule.problem(slug) === null;
  const workflow = isSlug ? await ctx.db.findOneBy(Workflow, { projectId, slug }) : null;
  if (workflow === null) throw hidden(ctx, "workflow");
  return workflow;
}

/** The input as it is kept and delivered; null where none was given. Refuses what is too large or too deep. */
function inputText(input: unknown): string | null {
  if (input === undefined) return null;
  const refuse = (message: string) => badUserInput([{ path: "input.input", message }]);
  if (nestsDeeper(input, INPUT_MAX_DEPTH)) throw refuse(`Nest at most ${INPUT_MAX_DEPTH} levels deep.`);
  const text = JSON.stringify(input);
  if (Buffer.byteLength(text) > INPUT_MAX_BYTES) {
    throw refuse(
      `Send at most ${INPUT_MAX_BYTES / 1024} KiB of JSON; put larger data elsewhere and send its address.`,
    );
  }
  return text;
}
