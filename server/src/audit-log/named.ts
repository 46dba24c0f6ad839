import { createUnionType } from "type-graphql";
import { findApiKey } from "../api-key/api-key.access.js";
import { ApiKey } from "../api-key/api-key.entity.js";
import type { AuditEntry } from "../audit/audit-entry.entity.js";
import type { Context } from "../context.js";
import { findExecution } from "../execution/execution.access.js";
import { Execution } from "../execution/execution.entity.js";
import { isId } from "../ids.js";
import { findMembership } from "../organization/membership.access.js";
import { Membership } from "../organization/membership.entity.js";
import { findProject } from "../project/project.access.js";
import { Project } from "../project/project.entity.js";
import { findWorkflow } from "../workflow/workflow.access.js";
import { Workflow } from "../workflow/workflow.entity.js";
import { changesOf } from "./list.js";

/** So many projects of a list are looked up for one entry: a row of the log shows no more names. */
const PROJECTS_NAMED = 20;

export const AuditTarget = createUnionType({
  name: "AuditTarget",
  description: "What a change was made to.",
  types: () => [ApiKey, Execution, Membership, Project, Workflow] as const,
});

/** What an entry is about, as long as it exists and the caller may read it. */
export async function targetOf(
  ctx: Context,
  { targetType, targetId }: AuditEntry,
): Promise<typeof AuditTarget | null> {
  switch (targetType) {
    case "apiKey":
      return findApiKey(ctx, targetId);
    case "execution":
      return findExecution(ctx, targetId);
    case "member":
    case "projectMember":
      return findMembership(ctx, targetId);
    case "project":
      return findProject(ctx, targetId);
    case "workflow":
      return findWorkflow(ctx, targetId);
    default:
      return null;
  }
}

/** The projects that an entry names by id, as far as they exist and the caller may read them. */
export async function projectsOf(ctx: Context, entry: AuditEntry): Promise<Project[]> {
  const ids = new Set([entry.projectId, ...textsIn(changesOf(entry))].filter((id) => id !== null));
  const named = [...ids].filter((id) => isId("project", id)).slice(0, PROJECTS_NAMED);
  const found = await Promise.all(named.map((id) => findProject(ctx, id)));
  return found.filter((project) => project !== null);
}

/** Every text of a recorded value. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
