import { slugRule } from "@postern/shared";
import { IsNull } from "typeorm";
import * as audit from "../audit/audit.service.js";
import type { Context } from "../context.js";
import { onDuplicate } from "../database/failures.js";
import { inTransaction } from "../database/unit-of-work.js";
import { newId } from "../ids.js";
import { hidden, lockOrganization, requireOrganization } from "../organization/organization.access.js";
import type { Organization } from "../organization/organization.entity.js";
import { givenSlug, renamed, slugTaken } from "../organization/organization.service.js";
import { type Page, page, type SearchPageArgs } from "../paging/page.js";
import { foldName, whereNameHas } from "../paging/search.js";
import { findProject, narrowToReadable, requireProject } from "./project.access.js";
import { Project } from "./project.entity.js";
import type { CreateProjectInput, UpdateProjectInput } from "./project.inputs.js";

/** Makes a project. CONFLICT when the slug is taken in the organization. */
export async function create(ctx: Context, input: CreateProjectInput): Promise<Project> {
  return inTransaction(ctx, async (ctx) => {
    await lockOrganization(ctx, input.organizationId);
    const organization = await requireOrganization(ctx, input.organizationId, "project:create");
    const project = Object.assign(new Project(), {
      id: newId("project"),
      organizationId: organization.id,
      name: input.name,
      foldedName: foldName(input.name),
      slug: input.slug ?? givenSlug(input.name),
      createdAt: ctx.clock(),
      deletedAt: null,
    });
    await ctx.db.insert(Project, project).catch(onDuplicate(() => slugTaken("project", input.slug)));
    const { name, slug } = project;
    await audit.record(ctx, "project.create", targetOf(project), { name, slug });
    await ctx.lifecycle.projectCreated(ctx, project);
    return project;
  });
}

/** Changes name or slug; a PRIVILEGED key may, too. CONFLICT when the slug is taken in the organization. */
export async function update(ctx: Context, input: UpdateProjectInput): Promise<Project> {
  return inTransaction(ctx, async (ctx) => {
    const project = await requireProject(ctx, input.id, "project:update");
    const { changed, shown } = renamed(input);
    const changes = audit.differences<Project>(project, shown);
    if (changes === null) return project;
    const { affected } = await ctx.db
      .update(Project, { id: project.id, deletedAt: IsNull() }, changed)
      .catch(onDuplicate(() => slugTaken("project", input.slug)));
    if (affected !== 1) throw hidden(ctx, "project");
    Object.assign(project, changed);
    await audit.record(ctx, "project.update", targetOf(project), changes);
    return project;
  });
}

/** A project as the audit log names it. */
export const targetOf = ({ id, name, organizationId }: Project): audit.AuditTarget => ({
  id,
  name,
  organizationId,
  projectId: id,
});

/** The organization's projects that the caller may read, by name. */
export async function list(
  ctx: Context,
  organization: Organization,
  args: SearchPageArgs,
): Promise<Page<Project>> {
  const query = ctx.db
    .createQueryBuilder(Project, "project")
    .where("project.organizationId = :organizationId AND project.deletedAt IS NULL", {
      organizationId: organization.id,
    });
  await narrowToReadable(ctx, organization, query, "project:read");
  return page(
    whereNameHas(query, args.search),
    { property: "foldedName", kind: "text", direction: "ASC" },
    args,
  );
}

/** The organization's project of that slug; null when the caller may not know of it. */
export async function findBySlug(
  ctx: Context,
  organization: Organization,
  slug: string,
): Promise<Project | null> {
  if (slugRule.problem(slug) !== null) return null;
  const project = await ctx.db.findOneBy(Project, { organizationId: organization.id, slug });
  return project && findProject(ctx, project.id);
}
