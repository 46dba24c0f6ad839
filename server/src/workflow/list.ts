import { slugRule } from "@postern/shared";
import type { SelectQueryBuilder } from "typeorm";
import type { Context } from "../context.js";
import type { Organization } from "../organization/organization.entity.js";
import { type Page, page, type SearchPageArgs } from "../paging/page.js";
import { whereNameHas } from "../paging/search.js";
import { narrowToReadable, requireInProject } from "../project/project.access.js";
import { Project } from "../project/project.entity.js";
import { findWorkflow } from "./workflow.access.js";
import { Workflow } from "./workflow.entity.js";

/** The project's workflows, by name. */
export async function list(ctx: Context, project: Project, args: SearchPageArgs): Promise<Page<Workflow>> {
  await requireInProject(ctx, project, "workflow:read", "project");
  const query = existing(ctx).andWhere("workflow.projectId = :projectId", { projectId: project.id });
  return byName(query, args);
}

/** The workflows of the organization's projects in which the caller may read them, by name. */
export async function listOfOrganization(
  ctx: Context,
  organization: Organization,
  args: SearchPageArgs,
): Promise<Page<Workflow>> {
  const query = existing(ctx)
    .innerJoin(Project, "project", "project.id = workflow.projectId AND project.deletedAt IS NULL")
    .andWhere("project.organizationId = :organizationId", { organizationId: organization.id });
  await narrowToReadable(ctx, organization, query, "workflow:read");
  return byName(query, args);
}

const existing = (ctx: Context): SelectQueryBuilder<Workflow> =>
  ctx.db.createQueryBuilder(Workflow, "workflow").where("workflow.deletedAt IS NULL");

const byName = (query: SelectQueryBuilder<Workflow>, args: SearchPageArgs): Promise<Page<Workflow>> =>
  page(whereNameHas(query, args.search), { property: "foldedName", kind: "text", direction: "ASC" }, args);

/** The project's workflow of that slug; null when the caller may not read it. */
export async function findBySlug(ctx: Context, project: Project, slug: string): Promise<Workflow | null> {
  if (slugRule.problem(slug) !== null) return null;
  const workflow = await ctx.db.findOneBy(Workflow, { projectId: project.id, slug });
  return workflow && findWorkflow(ctx, workflow.id);
}
