import { slugRule } from "@postern/shared";
import { actorOf } from "../audit/actor.js";
import * as audit from "../audit/audit.service.js";
import type { Context } from "../context.js";
import { isDuplicate } from "../database/failures.js";
import { inTransaction } from "../database/unit-of-work.js";
import { newId } from "../ids.js";
import { givenSlug, slugTaken } from "../organization/organization.service.js";
import { type Page, page, type SearchPageArgs } from "../paging/page.js";
import { foldName, whereNameHas } from "../paging/search.js";
import { projectById, requireInProject, requireProject } from "../project/project.access.js";
import type { Project } from "../project/project.entity.js";
import { newSigningSecret } from "./signature.js";
import { findWorkflow, requireInWorkflow } from "./workflow.access.js";
import { Workflow } from "./workflow.entity.js";
import type { CreateWorkflowInput, WorkflowPayload } from "./workflow.inputs.js";

/** Makes a workflow. The signing secret is in the answer; at rest it is encrypted. CONFLICT for a taken slug. */
export async function create(ctx: Context, input: CreateWorkflowInput): Promise<WorkflowPayload> {
  return inTransaction(ctx, async (ctx) => {
    const { id: projectId, organizationId } = await requireProject(ctx, input.projectId, "workflow:write");
    const id = newId("workflow");
    const signingSecret = newSigningSecret();
    const workflow = Object.assign(new Workflow(), {
      id,
      organizationId,
      projectId,
      name: input.name,
      foldedName: foldName(input.name),
      slug: input.slug ?? givenSlug(input.name),
      description: input.description || null,
      targetUrl: input.targetUrl,
      sealedSigningSecret: ctx.encryption.seal(signingSecret, signingSecretPlace({ organizationId, id })),
      createdAt: ctx.clock(),
      createdBy: actorOf(ctx),
    });
    await ctx.db.insert(Workflow, workflow).catch((error) => {
      throw isDuplicate(error) ? slugTaken("workflow", input.slug) : error;
    });
    const { name, slug, targetUrl } = workflow;
    await audit.record(ctx, "workflow.create", workflow, { name, slug, targetUrl });
    return { workflow, signingSecret };
  });
}

/** Where a signing secret is kept, for the encryption to bind it to. */
export const signingSecretPlace = ({ organizationId, id }: Pick<Workflow, "organizationId" | "id">): string =>
  `${organizationId}/workflows/${id}/signing_secret`;

/** The secret that signs the workflow's deliveries. */
export const signingSecretOf = (ctx: Context, workflow: Workflow): string =>
  ctx.encryption.open(workflow.sealedSigningSecret, signingSecretPlace(workflow));

/** The project's workflows, by name. */
export async function list(ctx: Context, project: Project, args: SearchPageArgs): Promise<Page<Workflow>> {
  await requireInProject(ctx, project, "workflow:read", "project");
  const query = ctx.db
    .createQueryBuilder(Workflow, "workflow")
    .where("workflow.projectId = :projectId", { projectId: project.id });
  return page(
    whereNameHas(query, args.search),
    { property: "foldedName", kind: "text", direction: "ASC" },
    args,
  );
}

/** The project's workflow of that slug; null when the caller may not read it. */
export async function findBySlug(ctx: Context, project: Project, slug: string): Promise<Workflow | null> {
  if (slugRule.problem(slug) !== null) return null;
  const workflow = await ctx.db.findOneBy(Workflow, { projectId: project.id, slug });
  return workflow && findWorkflow(ctx, workflow.id);
}

/**
 * Where it delivers to, for those who may read the workflow. A key that only triggers meets the workflow in
 * its own executions, and a target's address may hold a secret of its own.
 */
export async function targetUrl(ctx: Context, workflow: Workflow): Promise<string> {
  await requireInWorkflow(ctx, workflow, "workflow:read");
  return workflow.targetUrl;
}

/** The project of a workflow that the caller has read already. */
export async function projectOf(ctx: Context, { projectId }: { projectId: string }): Promise<Project> {
  const project = await projectById(ctx, projectId);
  if (project === null) throw new Error("A visible row belongs to a project that is not.");
  return project;
}
