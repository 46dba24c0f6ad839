import type { ApiKeyRole } from "../gql/graphql.js";
import { count, listed } from "./counting.js";

const sentenceVerbs: Record<ApiKeyRole, string> = {
  TRIGGER: "Can trigger workflows",
  VIEWER: "Can trigger and read workflows",
  PRIVILEGED: "Can trigger, read and change workflows",
};

export const newApiKeyText = {
  name: "Name",
  nameHint: "Who will use it. Without a name it goes by its id.",
  /** What a copy of a key is called, the first and the others. */
  copyEnd: (copy: number) => (copy === 1 ? " copy" : ` copy ${copy}`),
  copyEnds: / copy( \d+)?$/,
  description: "Description",
  descriptionHint: "What it is for, and whom to ask about it.",
  kind: "Whom it stands for",
  kinds: { SERVICE: "A system", PERSONAL: "Me" },
  kindHints: {
    SERVICE: "A service key. It works on when people leave; calls carry its name.",
    PERSONAL: "A personal key. It may do what both its role and you may; calls carry your name.",
  },
  personalOnly:
    "This is a personal key: it stands for you, and may do what both its role and you may. Admins of the project also create keys for systems.",
  more: "More: description, IP ranges, rate",
  moreWithoutIps: "More: description, rate",
  ips: "Allowed IP ranges",
  ipsHint: "One a line, such as 203.0.113.0/24. Empty: from anywhere.",
  ipsDemanded: "The organization's policy demands at least one. One a line, such as 203.0.113.0/24.",
  ipsMissing: "The organization's policy demands at least one allowed IP range.",
  ipsWrong: (wrong: string[]) =>
    `Give an address or a CIDR range in place of ${listed(wrong.map((range) => `“${range}”`))}, such as 203.0.113.0/24 or 2001:db8::/32.`,
  ipsMany: (most: number) => `Give at most ${most} ranges.`,
  rate: "Calls per minute",
  rateHint: (standard: number | null) =>
    `Empty: the server's default${standard === null ? "" : `, ${standard.toLocaleString("en")} a minute`}.`,
  rateWrong: (most: number) => `Give a whole number from 1 to ${most.toLocaleString("en")}.`,
  expiryLimit: (days: number) => `The organization's policy allows at most ${count(days, "day", "days")}.`,
  madeAlready: "The key was made already",
  openExisting: "Open the key",
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
