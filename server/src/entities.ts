import { ApiKey } from "./api-key/api-key.entity.js";
import { ApiKeyProject } from "./api-key/api-key-project.entity.js";
import { ApiKeyRequest } from "./api-key/api-key-request.entity.js";
import { ApiKeySecret } from "./api-key/api-key-secret.entity.js";
import { ApiKeyDenials, ApiKeyUsageDay } from "./api-key/usage.entity.js";
import { AuditEntry } from "./audit/audit-entry.entity.js";
import { ServerFact } from "./database/server-fact.entity.js";
import { Execution, ExecutionAttempt } from "./execution/execution.entity.js";
import { TriggerRequest } from "./execution/trigger-request.entity.js";
import { Invitation } from "./organization/invitation.entity.js";
import { Membership } from "./organization/membership.entity.js";
import { Organization } from "./organization/organization.entity.js";
import { Project } from "./project/project.entity.js";
import { ProjectMembership } from "./project/project-membership.entity.js";
import { Session } from "./session/session.entity.js";
import { User } from "./user/user.entity.js";
import { Workflow } from "./workflow/workflow.entity.js";

/** Every table's entity. */
export const entities = [
  ServerFact,
  User,
  Session,
  Organization,
  Membership,
  Invitation,
  Project,
  ProjectMembership,
  ApiKey,
  ApiKeySecret,
  ApiKeyProject,
  ApiKeyRequest,
  ApiKeyUsageDay,
  ApiKeyDenials,
  Workflow,
  Execution,
  ExecutionAttempt,
  TriggerRequest,
  AuditEntry,
];
