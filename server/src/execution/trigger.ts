import { INPUT_MAX_BYTES, INPUT_MAX_DEPTH } from "@postern/shared";
import { actorOf } from "../audit/actor.js";
import type { Context } from "../context.js";
import { inTransaction } from "../database/unit-of-work.js";
import { badUserInput } from "../errors.js";
import { newId } from "../ids.js";
import { hidden } from "../organization/organization.access.js";
import { requireProject } from "../project/project.access.js";
import { requireWorkflow } from "../workflow/workflow.access.js";
import { Workflow } from "../workflow/workflow.entity.js";
import { Execution } from "./execution.entity.js";
import type { TriggerWorkflowInput, TriggerWorkflowPayload } from "./execution.inputs.js";

/**
 * Accepts a trigger: once this resolves, the execution is committed and will be delivered, whatever happens
 * to the process. NOT_FOUND for a workflow that the caller's access does not cover.
 */
export async function trigger(ctx: Context, input: TriggerWorkflowInput): Promise<TriggerWorkflowPayload> {
  const text = inputText(input.input);
  return inTransaction(ctx, async (ctx) => {
    const workflow = await chosenWorkflow(ctx, input);
    const now = ctx.clock();
    const execution = Object.assign(new Execution(), {
      id: newId("execution"),
      organizationId: workflow.organizationId,
      projectId: workflow.projectId,
      workflowId: workflow.id,
      status: "QUEUED" as const,
      triggeredBy: actorOf(ctx),
      input: text,
      output: null,
      errorCode: null,
      errorMessage: null,
      createdAt: now,
      startedAt: null,
      finishedAt: null,
      dueAt: now,
      claimed: false,
      fence: 0,
      failedAttempts: 0,
    });
    await ctx.db.insert(Execution, execution);
    ctx.afterCommit?.push(ctx.wakeWorker);
    return { execution };
  });
}

async function chosenWorkflow(ctx: Context, input: TriggerWorkflowInput): Promise<Workflow> {
  const { workflowId, workflow: slug, principal } = { ...input, principal: ctx.principal };
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
  const workflow = await ctx.db.findOneBy(Workflow, { projectId, slug: slug ?? "" });
  if (workflow === null) throw hidden(ctx, "workflow");
  return workflow;
}

/** The input as it is kept and delivered; null where none was given. Refuses what is too large or too deep. */
function inputText(input: unknown): string | null {
  if (input === undefined) return null;
  const refuse = (message: string) => badUserInput([{ path: "input.input", message }]);
  if (depthExceeds(input, INPUT_MAX_DEPTH)) throw refuse(`Nest at most ${INPUT_MAX_DEPTH} levels deep.`);
  const text = JSON.stringify(input);
  if (Buffer.byteLength(text) > INPUT_MAX_BYTES) {
    throw refuse(
      `Send at most ${INPUT_MAX_BYTES / 1024} KiB of JSON; put larger data elsewhere and send its address.`,
    );
  }
  return text;
}

function depthExceeds(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => depthExceeds(inner, levels - 1));
}
