import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { AuditEntry, AuditEntryConnection } from "../audit/audit-entry.entity.js";
import type { Context } from "../context.js";
import { GraphQLJson } from "../input/json.js";
import { Organization } from "../organization/organization.entity.js";
import type { Page } from "../paging/page.js";
import { AuditLogArgs } from "./audit-log.inputs.js";
import { changesOf, list } from "./list.js";

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
}
