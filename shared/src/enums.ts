// Every enum of the public API. Key and value are the same text: GraphQL shows the key, the database
// keeps the value, and the web application compares either.

export const OrganizationRole = { OWNER: "OWNER", ADMIN: "ADMIN", MEMBER: "MEMBER" } as const;
export type OrganizationRole = keyof typeof OrganizationRole;

export const ProjectRole = { ADMIN: "ADMIN", EDITOR: "EDITOR", VIEWER: "VIEWER" } as const;
export type ProjectRole = keyof typeof ProjectRole;

export const ApiKeyLevel = { ORGANIZATION: "ORGANIZATION", PROJECT: "PROJECT" } as const;
export type ApiKeyLevel = keyof typeof ApiKeyLevel;

export const ApiKeyKind = { PERSONAL: "PERSONAL", SERVICE: "SERVICE", SYSTEM: "SYSTEM" } as const;
export type ApiKeyKind = keyof typeof ApiKeyKind;

export const ApiKeyRole = { TRIGGER: "TRIGGER", VIEWER: "VIEWER", PRIVILEGED: "PRIVILEGED" } as const;
export type ApiKeyRole = keyof typeof ApiKeyRole;

export const ApiKeyScope = {
  WORKFLOWS_TRIGGER: "WORKFLOWS_TRIGGER",
  PROJECT_READ: "PROJECT_READ",
  PROJECT_WRITE: "PROJECT_WRITE",
} as const;
export type ApiKeyScope = keyof typeof ApiKeyScope;

export const ProjectAccess = {
  ALL_PROJECTS: "ALL_PROJECTS",
  SELECTED_PROJECTS: "SELECTED_PROJECTS",
} as const;
export type ProjectAccess = keyof typeof ProjectAccess;

export const ApiKeyStatus = {
  ACTIVE: "ACTIVE",
  DISABLED: "DISABLED",
  EXPIRED: "EXPIRED",
  REVOKED: "REVOKED",
  OWNER_INACTIVE: "OWNER_INACTIVE",
} as const;
export type ApiKeyStatus = keyof typeof ApiKeyStatus;

export const ApiKeyState = {
  ACTIVE: "ACTIVE",
  EXPIRES_SOON: "EXPIRES_SOON",
  ROTATING: "ROTATING",
  IDLE: "IDLE",
  NEVER_USED: "NEVER_USED",
  PROTECTED: "PROTECTED",
  DISABLED: "DISABLED",
  OWNER_INACTIVE: "OWNER_INACTIVE",
  EXPIRED: "EXPIRED",
  REVOKED: "REVOKED",
} as const;
export type ApiKeyState = keyof typeof ApiKeyState;

export const ExpiryPolicy = {
  NEVER: "NEVER",
  DAYS_7: "DAYS_7",
  DAYS_14: "DAYS_14",
  DAYS_30: "DAYS_30",
  DAYS_60: "DAYS_60",
  DAYS_90: "DAYS_90",
  CUSTOM: "CUSTOM",
} as const;
export type ExpiryPolicy = keyof typeof ExpiryPolicy;

export const ExecutionStatus = {
  QUEUED: "QUEUED",
  RUNNING: "RUNNING",
  SUCCEEDED: "SUCCEEDED",
  FAILED: "FAILED",
  CANCELED: "CANCELED",
} as const;
export type ExecutionStatus = keyof typeof ExecutionStatus;

export const ActorKind = { USER: "USER", API_KEY: "API_KEY", SYSTEM: "SYSTEM" } as const;
export type ActorKind = keyof typeof ActorKind;

export const ApiKeyOrderField = {
  CREATED_AT: "CREATED_AT",
  NAME: "NAME",
  EXPIRES_AT: "EXPIRES_AT",
  LAST_USED_AT: "LAST_USED_AT",
} as const;
export type ApiKeyOrderField = keyof typeof ApiKeyOrderField;

export const OrderDirection = { ASC: "ASC", DESC: "DESC" } as const;
export type OrderDirection = keyof typeof OrderDirection;

export const ApiKeyInsightKind = {
  NEVER_EXPIRES: "NEVER_EXPIRES",
  EXPIRING_SOON: "EXPIRING_SOON",
  NEVER_USED: "NEVER_USED",
  IDLE: "IDLE",
  WIDER_ACCESS_THAN_USED: "WIDER_ACCESS_THAN_USED",
  MORE_RIGHTS_THAN_USED: "MORE_RIGHTS_THAN_USED",
  CREATOR_GONE: "CREATOR_GONE",
} as const;
export type ApiKeyInsightKind = keyof typeof ApiKeyInsightKind;
