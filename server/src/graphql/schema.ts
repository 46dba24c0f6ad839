import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { buildSchemaSync } from "type-graphql";
import * as apiKey from "../api-key/api-key.resolver.js";
import * as apiKeyFields from "../api-key/api-key-fields.resolver.js";
import * as apiKeyLists from "../api-key/api-key-lists.resolver.js";
import * as auditLog from "../audit-log/audit-log.resolver.js";
import * as execution from "../execution/execution.resolver.js";
import * as executionLive from "../execution/execution-live.resolver.js";
import { checkInput } from "../input/rule.js";
import * as invitation from "../organization/invitation.resolver.js";
import * as member from "../organization/member.resolver.js";
import * as organization from "../organization/organization.resolver.js";
import * as project from "../project/project.resolver.js";
import * as projectMember from "../project/project-member.resolver.js";
import * as session from "../session/session.resolver.js";
import * as setup from "../setup/setup.resolver.js";
import * as user from "../user/user.resolver.js";
import * as workflow from "../workflow/workflow.resolver.js";
import { registerEnums } from "./enums.js";

/** The whole schema, from the decorators. */
export function createSchema(): GraphQLSchema {
  registerEnums();
  return buildSchemaSync({
    resolvers: [
      setup.SetupResolver,
      session.SessionResolver,
      session.UserSessionsResolver,
      user.ActorUserResolver,
      organization.OrganizationResolver,
      organization.UserMembershipsResolver,
      organization.MembershipResolver,
      member.MemberResolver,
      member.OrganizationMembersResolver,
      invitation.InvitationResolver,
      invitation.OrganizationInvitationsResolver,
      project.ProjectResolver,
      project.OrganizationProjectsResolver,
      projectMember.ProjectMembershipResolver,
      projectMember.MembershipProjectRolesResolver,
      apiKey.ApiKeyResolver,
      apiKeyFields.ApiKeyFieldsResolver,
      apiKeyLists.OrganizationApiKeysResolver,
      apiKeyLists.OrganizationApiKeyInsightsResolver,
      apiKeyLists.OrganizationApiKeyPolicyResolver,
      apiKeyLists.ApiKeyPolicyResolver,
      apiKeyLists.ProjectApiKeysResolver,
      apiKeyFields.ActorApiKeyResolver,
      workflow.WorkflowResolver,
      workflow.OrganizationWorkflowsResolver,
      workflow.ProjectWorkflowsResolver,
      execution.ExecutionResolver,
      execution.ProjectExecutionsResolver,
      execution.WorkflowExecutionsResolver,
      execution.ApiKeyExecutionsResolver,
      executionLive.ExecutionLiveResolver,
      auditLog.OrganizationAuditLogResolver,
      auditLog.AuditEntryResolver,
    ],
    // The library wants one as soon as there is a subscription. Ours bring their events themselves.
    pubSub: { publish: noPubSub, subscribe: noPubSub },
    validateFn: (value) => {
      if (typeof value === "object" && value !== null) checkInput(value);
    },
  });
}

function noPubSub(): never {
  throw new Error("A subscription names no function of its own to subscribe with.");
}
