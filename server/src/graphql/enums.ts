import * as shared from "@postern/shared";
import { registerEnumType } from "type-graphql";

type Described = Record<string, string | undefined>;

function register(
  name: string,
  enumObject: Record<string, string>,
  description?: string,
  values: Described = {},
): void {
  const valuesConfig = Object.fromEntries(
    Object.entries(values).map(([value, description]) => [value, { description }]),
  );
  registerEnumType(enumObject, { name, description, valuesConfig });
}

/** Tells GraphQL of every shared enum; once, before the schema is built. */
export function registerEnums(): void {
  register("OrganizationRole", shared.OrganizationRole, undefined, {
    OWNER: "Everything, and the only role that grants OWNER.",
    ADMIN: "Everything but deleting the organization.",
    MEMBER: "Only what a project role gives.",
  });
  register("ProjectRole", shared.ProjectRole, undefined, {
    ADMIN: "Everything in the project, its keys included.",
    EDITOR: "Makes and triggers workflows.",
    VIEWER: "Reads.",
  });
  register("ApiKeyLevel", shared.ApiKeyLevel, "Where the key lives.");
  register(
    "ApiKeyRole",
    shared.ApiKeyRole,
    "What a key may do in the projects its access covers. No role reaches keys, members or policies.",
    {
      TRIGGER: "Start workflows, read the executions it started.",
      VIEWER: "Also read the project.",
      PRIVILEGED: "Also change the project and its workflows.",
    },
  );
  register("ApiKeyKind", shared.ApiKeyKind, "Whom a key stands for.", {
    PERSONAL: "A user: it may do what both its role and that user may, at each call.",
    SERVICE: "Itself; it outlives the people who made it.",
    SYSTEM: "The project's Automator: made with the project, and protected.",
  });
  register("ApiKeyScope", shared.ApiKeyScope);
  register("ApiKeyInsightKind", shared.ApiKeyInsightKind, "What deserves a look; of keys that work now.", {
    NEVER_EXPIRES: "It works until somebody stops it.",
    EXPIRING_SOON: "It expires within 7 days.",
    NEVER_USED: "It was made 7 days ago or earlier, and no call was ever made with it.",
    IDLE: "Its last call was 90 days ago or earlier.",
    WIDER_ACCESS_THAN_USED: "It covers all projects and triggered in one of them alone, in 30 days.",
    MORE_RIGHTS_THAN_USED: "It is PRIVILEGED, and in 90 days it triggered and changed nothing.",
    CREATOR_GONE: "Whoever made it is no longer a member.",
  });
  register("ApiKeyOrderField", shared.ApiKeyOrderField, "Keys without a value in the field come last.");
  register("OrderDirection", shared.OrderDirection);
  register("ProjectAccess", shared.ProjectAccess, "Which projects an organization-level key covers.", {
    ALL_PROJECTS: "Every project, later ones included.",
    SELECTED_PROJECTS: "The named projects. Naming none means none, never all.",
  });
  register("ApiKeyStatus", shared.ApiKeyStatus, undefined, {
    OWNER_INACTIVE: "A personal key whose owner has left or lost every right it needs.",
  });
  register(
    "ApiKeyState",
    shared.ApiKeyState,
    "A key's status and, while it works, what else there is to say of it: the first that fits of REVOKED, DISABLED, EXPIRED, OWNER_INACTIVE, EXPIRES_SOON (within a day), ROTATING, EXPIRES_SOON, PROTECTED, NEVER_USED, IDLE and ACTIVE.",
    {
      REVOKED: "Stopped for good.",
      DISABLED: "Stopped until somebody enables it.",
      EXPIRED: "Past its end.",
      OWNER_INACTIVE: "A personal key whose owner has left or lost every right it needs.",
      EXPIRES_SOON: "It ends within 7 days; while it is ROTATING, within one.",
      ROTATING: "An older secret still works beside the newest one.",
      PROTECTED: "The project's own SYSTEM key.",
      NEVER_USED: "No call was ever made with it; a first one is known after a minute at most.",
      IDLE: "Its last call was 90 days ago or earlier.",
      ACTIVE: "It works, and none of the others fits.",
    },
  );
  register("ExpiryPolicy", shared.ExpiryPolicy, "How long a key works; a day is exactly 24 hours.");
  register("ExecutionStatus", shared.ExecutionStatus, undefined, {
    RUNNING:
      "From the first attempt until the last; a failed attempt that will be made again leaves it RUNNING.",
  });
  register("ActorKind", shared.ActorKind);
}
