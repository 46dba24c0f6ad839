import { count } from "./counting.js";

/** What was done, as it reads between who did it and what it was done to. */
const ACTIONS: Record<string, string> = {
  "apiKey.create": "created the key",
  "apiKey.update": "changed the key",
  "apiKey.rotate": "rotated the key",
  "apiKey.finishRotation": "ended the older secret of the key",
  "apiKey.revoke": "revoked the key",
  "apiKey.delete": "deleted the key",
  "apiKeyPolicy.update": "changed the rules for keys of",
  "member.add": "added the member",
  "member.update": "changed the role of",
  "member.remove": "removed the member",
  "projectMember.update": "changed the project role of",
  "invitation.create": "invited",
  "invitation.accept": "accepted the invitation of",
  "invitation.revoke": "revoked the invitation of",
  "project.create": "created the project",
  "project.update": "changed the project",
  "project.delete": "deleted the project",
  "workflow.create": "created the workflow",
  "workflow.update": "changed the workflow",
  "workflow.rotateSigningSecret": "rotated the signing secret of the workflow",
  "workflow.disable": "disabled the workflow",
  "workflow.unschedule": "took the schedule off the workflow",
  "workflow.delete": "deleted the workflow",
  "execution.cancel": "canceled an execution of",
  "execution.retry": "started again an execution of",
  "organization.create": "created the organization",
  "organization.update": "changed the organization",
  "organization.delete": "deleted the organization",
};

/** The same as a choice, under the noun that it is about. */
const CHOICES: [group: string, actions: [action: string, label: string][]][] = [
  [
    "Keys",
    [
      ["apiKey.create", "Key created"],
      ["apiKey.update", "Key changed"],
      ["apiKey.rotate", "Key rotated"],
      ["apiKey.finishRotation", "Rotation finished"],
      ["apiKey.revoke", "Key revoked"],
      ["apiKey.delete", "Key deleted"],
      ["apiKeyPolicy.update", "Rules for keys changed"],
    ],
  ],
  [
    "Members",
    [
      ["member.add", "Member joined"],
      ["member.update", "Role changed"],
      ["projectMember.update", "Project role changed"],
      ["member.remove", "Member removed"],
      ["invitation.create", "Invitation made"],
      ["invitation.accept", "Invitation accepted"],
      ["invitation.revoke", "Invitation revoked"],
    ],
  ],
  [
    "Projects",
    [
      ["project.create", "Project created"],
      ["project.update", "Project changed"],
      ["project.delete", "Project deleted"],
    ],
  ],
  [
    "Workflows and executions",
    [
      ["workflow.create", "Workflow created"],
      ["workflow.update", "Workflow changed"],
      ["workflow.rotateSigningSecret", "Signing secret rotated"],
      ["workflow.disable", "Workflow disabled"],
      ["workflow.unschedule", "Schedule taken off"],
      ["workflow.delete", "Workflow deleted"],
      ["execution.cancel", "Execution canceled"],
      ["execution.retry", "Execution started again"],
    ],
  ],
  [
    "Organization",
    [
      ["organization.create", "Organization created"],
      ["organization.update", "Organization changed"],
    ],
  ],
];

/** Names of recorded fields; others are read as their own words. */
const FIELDS: Record<string, string> = {
  allowedIps: "Allowed addresses",
  expiresAt: "Expires",
  expiryPolicy: "Expiry",
  projectIds: "Projects",
  rateLimitPerMinute: "Calls per minute",
  maxLifetimeDays: "Longest life in days",
  requireAllowedIps: "Addresses demanded",
  previousExpiresAt: "Older secret works until",
  previousPreview: "Older secret",
  preview: "Begins with",
  slug: "Short name",
  targetUrl: "Target URL",
  email: "E-mail",
  retryOfId: "Started again from",
};

const labels = new Map(CHOICES.flatMap(([, actions]) => actions));

export const auditText = {
  title: "Audit log",
  lead: "What was changed here, by whom and from where. Entries are never edited.",
  empty: "Nothing happened yet",
  emptyLead: "Every change to keys, members, projects, workflows and rules leaves an entry here.",
  none: "No entry fits",
  noneLead: "Take a filter away, or choose another time.",
  listLabel: "Entries, the newest first",
  results: (amount: number) => count(amount, "entry", "entries"),

  filters: "Filters",
  what: "What",
  anything: "Anything",
  who: "Who",
  anyone: "Anyone",
  keyChoice: (name: string) => `${name} (API key)`,
  loading: "…",
  unknownActor: "Somebody who is gone",
  project: "Project",
  anyProject: "Any project",
  unknownProject: "A project that is gone",
  since: "From",
  until: "To",
  untilBefore: "This day is before the first one.",
  target: (name: string) => `Only ${name}`,
  unknownTarget: "one thing",
  removeTarget: (name: string) => `Show more than ${name}`,
  choices: CHOICES,
  otherAction: (action: string) => labels.get(action) ?? action,

  exportCsv: "Export CSV",
  exportNdjson: "Export NDJSON",
  exportHint: "With the filters of this page",

  actorKind: { USER: "User", API_KEY: "API key", SYSTEM: "System" },
  action: (action: string) => ACTIONS[action],
  joined: "joined the organization",
  left: "left the organization",
  plain: (action: string) => `did ${action} to`,
  inProject: (project: string) => `in ${project}`,
  from: "from",
  field: (name: string) => FIELDS[name] ?? words(name),
  change: (old: string, now: string) => `${old} → ${now}`,
  nothing: "none",
  yes: "yes",
  no: "no",
  details: "Details",
  detailsOf: (what: string) => `Details: ${what}`,
  exactly: "Exactly",
  recordedAs: "Recorded as",
  targetId: "Id",
  address: "IP address",
  noAddress: "not recorded",
  onlyTarget: "Only entries about this",
  onlyActor: "Only entries by this actor",
};

/** "timeoutSeconds" as "Timeout seconds". */
function words(name: string): string {
  const spaced = name.replace(
    /([a-z])([A-Z])/g,
    (_, end: string, start: string) => `${end} ${start.toLowerCase()}`,
  );
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
