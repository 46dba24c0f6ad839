import type { ApiKeyRole } from "../gql/graphql.js";
import { listed } from "./counting.js";

const sentenceVerbs: Record<ApiKeyRole, string> = {
  TRIGGER: "Can trigger workflows",
  VIEWER: "Can trigger and read workflows",
  PRIVILEGED: "Can trigger, read and change workflows",
};

export const newApiKeyText = {
  name: "Name",
  nameHint: "Who will use it. Without a name it goes by its id.",
  description: "Description",
  role: "What it may do",
  access: "Where it works",
  projects: "Projects",
  projectsPlaceholder: "Search projects",
  projectsNone: "No project matches.",
  projectsMissing: "Select at least one project.",
  expiry: "When it stops working",
  expiryOptions: {
    DAYS_7: "7 days",
    DAYS_14: "14 days",
    DAYS_30: "30 days",
    DAYS_60: "60 days",
    DAYS_90: "90 days",
    CUSTOM: "Date",
    NEVER: "Never",
  },
  expiryDate: "Date and time, in your time zone",
  expiryMissing: "Choose a date and a time.",
  expiryMoment: (local: string, utc: string) => `Stops working on ${local} (${utc}).`,
  expiryNever:
    "It works until somebody deletes it. Choose an end unless a person looks at this key regularly; a forgotten one is a door left open.",
  sentence: (role: ApiKeyRole, where: string, until: string | null) =>
    `${sentenceVerbs[role]} ${where} ${until === null ? "until somebody deletes it" : `until ${until}`}.`,
  allProjects: "in all projects, also later ones,",
  inProjects: (names: string[]) =>
    names.length > 3
      ? `in ${names.slice(0, 2).join(", ")} and ${names.length - 2} more projects`
      : `in ${listed(names)}`,
  noProjects: "in no project yet",
  untilUnknown: "a date you choose",
  secretTitle: "Your new key",
  secretLead: (name: string) => `${name} was created.`,
  copyKey: "Copy key",
  test: "Test this key",
  testWorks: (name: string, role: string) => `It works. The server knows it as ${name}, role ${role}.`,
  testRefused: (message: string) => `The server refused it: ${message}`,
  testSilent: "No answer from the server. Check the connection, then test again.",
  sampleMissing: "There is no workflow yet. Put a workflow's id in place of WORKFLOW_ID.",
  sampleFor: (workflow: string, project: string) => `Triggers ${workflow} in ${project}.`,
};
