import { MASKED_VALUE } from "@postern/shared";
import { IsNull, Not } from "typeorm";
import { actorOf } from "../audit/actor.js";
import * as audit from "../audit/audit.service.js";
import type { Context } from "../context.js";
import { onDuplicate } from "../database/failures.js";
import { inTransaction } from "../database/unit-of-work.js";
import { newId } from "../ids.js";
import { hidden } from "../organization/organization.access.js";
import { givenSlug, renamed, slugTaken } from "../organization/organization.service.js";
import { foldName } from "../paging/search.js";
import { projectById, requireProject } from "../project/project.access.js";
import type { Project } from "../project/project.entity.js";
import { requireUsable, settingsOf } from "./settings.js";
import { newSigningSecret } from "./signature.js";
import { signingSecretPlace } from "./signing-secret.js";
import { targetHeadersOf } from "./target-headers.js";
import { requireInWorkflow, requireWorkflow } from "./workflow.access.js";
import { type HeaderField, Workflow } from "./workflow.entity.js";
import type { CreateWorkflowInput, UpdateWorkflowInput, WorkflowPayload } from "./workflow.inputs.js";

/**
 * Makes a workflow. The signing secret is in the answer; at rest it is encrypted. CONFLICT for a taken slug,
 * BAD_USER_INPUT with every fault of the settings.
 */
export async function create(ctx: Context, input: CreateWorkflowInput): Promise<WorkflowPayload> {
  // First of all: looking at a schema costs something, and nobody else may cause it.
  const project = await requireProject(ctx, input.projectId, "workflow:write");
  await requireUsable(ctx, input, project.organizationId);
  return inTransaction(ctx, async (ctx) => {
    const { id: projectId, organizationId } = await requireProject(ctx, input.projectId, "workflow:write");
    const signingSecret = newSigningSecret();
    const workflow = Object.assign(new Workflow(), UNSET, {
      id: newId("workflow"),
      organizationId,
      projectId,
      name: input.name,
      foldedName: foldName(input.name),
      slug: input.slug ?? givenSlug(input.name),
      targetUrl: input.targetUrl,
      createdAt: ctx.clock(),
      createdBy: actorOf(ctx),
    });
    Object.assign(workflow, settingsOf(ctx, workflow, { ...STANDARD, ...input }), {
      sealedSigningSecret: ctx.encryption.seal(signingSecret, signingSecretPlace(workflow)),
    });
    await ctx.db.insert(Workflow, workflow).catch(onDuplicate(() => slugTaken("workflow", input.slug)));
    await audit.record(ctx, "workflow.create", workflow, shownSettings(workflow));
    return { workflow, signingSecret };
  });
}

/** Settings that a new workflow has until its input says otherwise. */
const UNSET = {
  description: null,
  enabled: true,
  disabledReason: null,
  sealedTargetHeaders: null,
  inputSchema: null,
  sealedPreviousSigningSecret: null,
  previousSigningSecretExpiresAt: null,
  scheduleCron: null,
  scheduleTimeZone: null,
  nextRunAt: null,
  deletedAt: null,
  deletedSlug: null,
};
const STANDARD = { maxAttempts: null, timeoutSeconds: null, completionTimeoutSeconds: null };

/**
 * Changes a workflow: absent leaves, null clears or resets. It holds from the next trigger, and from the next
 * attempt of what was accepted before. CONFLICT for a taken slug.
 */
export async function update(ctx: Context, input: UpdateWorkflowInput): Promise<Workflow> {
  const before = await requireWorkflow(ctx, input.id, "workflow:write");
  await requireUsable(ctx, input, before.organizationId, before);
  return inTransaction(ctx, async (ctx) => {
    const workflow = await requireWorkflow(ctx, input.id, "workflow:write");
    const { changed: renaming } = renamed(input);
    const changed: Partial<Workflow> = {
      ...renaming,
      ...(input.targetUrl != null && { targetUrl: input.targetUrl }),
      ...settingsOf(ctx, workflow, input),
    };
    const changes = audit.differences(
      shownSettings(workflow),
      shownSettings(Object.assign(new Workflow(), workflow, changed)),
    );
    const newHeaders = changed.sealedTargetHeaders !== undefined && { targetHeaders: "changed" };
    if (changes === null && !newHeaders) return workflow;
    const { affected } = await ctx.db
      .update(Workflow, { id: workflow.id, deletedAt: IsNull() }, changed)
      .catch(onDuplicate(() => slugTaken("workflow", input.slug)));
    if (affected !== 1) throw hidden(ctx, "workflow");
    await audit.record(ctx, "workflow.update", workflow, { ...changes, ...newHeaders });
    return Object.assign(workflow, changed);
  });
}

/** What the audit log shows of a workflow. Headers are missing: their values are secrets. */
const shownSettings = (workflow: Workflow) => ({
  name: workflow.name,
  slug: workflow.slug,
  description: workflow.description,
  enabled: workflow.enabled,
  targetUrl: workflow.targetUrl,
  inputSchema: workflow.inputSchema,
  maxAttempts: workflow.maxAttempts,
  timeoutSeconds: workflow.timeoutSeconds,
  completionTimeoutSeconds: workflow.completionTimeoutSeconds,
  scheduleCron: workflow.scheduleCron,
  scheduleTimeZone: workflow.scheduleTimeZone,
});

/**
 * Deletes a workflow: it takes no trigger any more, and what still had to run is CANCELED. Its past
 * executions stay and lead to it.
 */
export async function remove(ctx: Context, id: string): Promise<boolean> {
  await inTransaction(ctx, async (ctx) => {
    const workflow = await requireWorkflow(ctx, id, "workflow:write");
    const { affected } = await ctx.db.update(
      Workflow,
      { id, deletedAt: IsNull() },
      // The id is no possible slug, and unique: whoever wants the slug may have it.
      { deletedAt: ctx.clock(), slug: id, deletedSlug: workflow.slug, nextRunAt: null },
    );
    if (affected !== 1) throw hidden(ctx, "workflow");
    await ctx.lifecycle.workflowDeleted(ctx, workflow);
    await audit.record(ctx, "workflow.delete", workflow);
  });
  return true;
}

/** Stops what would start by itself in a project that is being deleted. */
export async function unscheduleOfProject(ctx: Context, projectId: string): Promise<void> {
  await ctx.db.update(Workflow, { projectId, nextRunAt: Not(IsNull()) }, { nextRunAt: null });
}

/**
 * Disables a workflow whose target answered that it is gone for good (HTTP 410). A person who has mended the
 * target enables it again.
 */
export async function disableGone(ctx: Context, workflow: Workflow): Promise<void> {
  const disabledReason = "The target answered that it is gone (HTTP 410).";
  const { affected } = await ctx.db.update(
    Workflow,
    { id: workflow.id, enabled: true, deletedAt: IsNull() },
    { enabled: false, disabledReason, nextRunAt: null },
  );
  if (affected === 1) {
    await audit.record(ctx, "workflow.disable", workflow, {
      enabled: { old: true, new: false },
      disabledReason,
    });
  }
}

/**
 * Where it delivers to, for those who may read the workflow. A key that only triggers meets the workflow in
 * its own executions, and a target's address may hold a secret of its own.
 */
export async function targetUrl(ctx: Context, workflow: Workflow): Promise<string> {
  await requireInWorkflow(ctx, workflow, "workflow:read");
  return workflow.targetUrl;
}

/** The names of its extra headers, and masks for their values, for those who may read the workflow. */
export async function targetHeaders(ctx: Context, workflow: Workflow): Promise<HeaderField[]> {
  await requireInWorkflow(ctx, workflow, "workflow:read");
  return targetHeadersOf(ctx, workflow).map(({ name }) => ({ name, value: MASKED_VALUE }));
}

/** The project of a workflow that the caller has read already. */
export async function projectOf(ctx: Context, { projectId }: { projectId: string }): Promise<Project> {
  const project = await projectById(ctx, projectId);
  if (project === null) throw new Error("A visible row belongs to a project that is not.");
  return project;
}
