import type { ApiKeyLevel } from "../gql/graphql.js";
import { count, listed } from "./counting.js";

const days = (amount: number) => count(amount, "day", "days");
/** What there is of a list of amounts, such as "2 projects and 5 keys"; empty where there is nothing. */
function inItNow(parts: [amount: number | undefined, one: string, many: string][]): string {
  const amounts = parts.flatMap(([amount, one, many]) => (amount ? [count(amount, one, many)] : []));
  return amounts.length === 0 ? "" : `In it now: ${listed(amounts)}.`;
}

export const settingsText = {
  title: "Settings",
  organizationLocked: "Owners and admins of the organization change these.",
  projectLocked: "Admins of the project change these.",
  general: "Name and address",
  name: "Name",
  slug: "Short name in addresses",
  slugHint: (address: string) =>
    `Pages are under ${address}. After a change, links to the old address lead nowhere.`,
  saved: "Saved.",

  policy: "Rules for keys",
  policyLead:
    "Every new or changed key has to keep them. Keys that exist already go on working until someone changes them.",
  maxLifetime: "Longest life of a key, in days",
  maxLifetimeHint: "Empty: no limit, and keys may be made to never expire.",
  maxLifetimeFault: (most: number) =>
    `Give a whole number from 1 to ${most.toLocaleString("en")}, or leave it empty.`,
  requireIps: "Every key names the addresses it may be used from",
  requireIpsHint: "A key without at least one allowed IP range is refused.",
  policySave: "Save rules",
  policyNone: "There are no rules: a key may live for ever and be used from anywhere.",
  policyLifetime: (amount: number) => `A key lives at most ${days(amount)}.`,
  policyLifetimeNone: "A key may live for ever.",
  policyIps: "A key names the addresses it may be used from.",
  policyIpsNone: "A key may be used from anywhere.",
  policySaved: "The rules for keys were saved.",

  violations: "Keys that break the rules",
  violationsLead: "They still work. Open one to give it an end or allowed addresses, or to replace it.",
  violationsNone: "Every key keeps the rules.",
  violationsLabel: "Keys that break the rules",
  levels: { ORGANIZATION: "Organization", PROJECT: "Project" } satisfies Record<ApiKeyLevel, string>,
  neverExpires: "Never expires",
  expiresTooLate: "Expires after the limit, on",
  noIps: "No allowed addresses",

  danger: "Danger zone",
  deleteOrganization: "Delete organization",
  deleteOrganizationLead: "Ends every key at once and takes everything in it away for good.",
  deleteOrganizationLocked: "Only an owner deletes the organization.",
  deleteOrganizationWarning:
    "All of it goes for good: projects, workflows, keys, members and invitations. Keys stop at once, and executions that have not ended are canceled.",
  organizationContents: (
    projects: number | undefined,
    keys: number | undefined,
    people: number | undefined,
  ) =>
    inItNow([
      [projects, "project", "projects"],
      [keys, "key made by people", "keys made by people"],
      [people, "member", "members"],
    ]),

  deleteProject: "Delete project",
  deleteProjectLead: "Ends its keys at once and takes its workflows away for good.",
  deleteProjectLocked: "Only admins of the project delete it.",
  deleteProjectWarning:
    "All of it goes for good: its own keys, its workflows and their schedules. Keys stop at once, and executions that have not ended are canceled. Keys of the organization stay, without this project.",
  projectContents: (keys: number | undefined, workflows: number | undefined, open: number | undefined) =>
    inItNow([
      [keys, "own key made by people", "own keys made by people"],
      [workflows, "workflow", "workflows"],
      [open, "execution that has not ended", "executions that have not ended"],
    ]),
};
