import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { AuditEntry, AuditEntryConnection } from "../audit/audit-entry.entity.js";
import type { Context } from "../context.js";
import { GraphQLJson } from "../input/json.js";
import { Organization } from "../organization/organization.entity.js";
import type { Page } from "../paging/page.js";
import { Project } from "../project/project.entity.js";
import { AuditLogArgs } from "./audit-log.inputs.js";
import { changesOf, list } from "./list.js";
import { AuditTarget, projectsOf, targetOf } from "./named.js";

@Resolver(() => Organization)
export class OrganizationAuditLogResolver {
  @FieldResolver(() => AuditEntryConnection, {
    nullable: true,
    description: "What happened here, newest first. Needs auditLog:read; API keys never have it.",
  })
  auditLog(
    @Root() organization: Organization,
    @Args(() => AuditLogArgs) args: AuditLogArgs,
    @Ctx() ctx: Context,
  ): Promise<Page<AuditEntry>> {
    return list(ctx, organization, args);
  }
}

@Resolver(() => AuditEntry)
export class AuditEntryResolver {
  @FieldResolver(() => GraphQLJson, {
    nullable: true,
    description: "Changed fields with old and new value, or the fields of what was made; never a secret.",
  })
  changes(@Root() entry: AuditEntry): unknown {
    return changesOf(entry);
  }

  @FieldResolver(() => AuditTarget, {
    nullable: true,
    description:
      "What it was done to, where that is a key, an execution, a member, a project or a workflow, and while it exists.",
  })
  target(@Root() entry: AuditEntry, @Ctx() ctx: Context): Promise<typeof AuditTarget | null> {
    return targetOf(ctx, entry);
  }

  @FieldResolver(() => [Project], {
    description:
      "The projects that it names by id, 20 at most, while they exist: the one it lies in, and those of its changes.",
  })
  projects(@Root() entry: AuditEntry, @Ctx() ctx: Context): Promise<Project[]> {
    return projectsOf(ctx, entry);
  }
}
