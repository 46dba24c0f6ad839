import type { ApiKeyInsightKind, ApiKeyKind, ApiKeyLevel } from "../gql/graphql.js";
import { count } from "./counting.js";

const keys = (amount: number) => count(amount, "key", "keys");

export const keyListsText = {
  columns: {
    name: "Name",
    preview: "Key",
    kind: "Kind",
    role: "Role",
    access: "Access",
    project: "Project",
    status: "Status",
    calls: "30 days",
    lastUsed: "Last used",
    expires: "Expires",
    createdBy: "Created by",
    created: "Created",
  },
  columnsButton: "Columns",
  columnsTitle: "Columns to show",
  columnsReset: "Show all",
  kinds: { PERSONAL: "Personal", SERVICE: "Service", SYSTEM: "System" } satisfies Record<ApiKeyKind, string>,
  kindHints: {
    PERSONAL: "Stands for a person: it may do what both its role and that person may.",
    SERVICE: "Stands for itself, and outlives the people who made it.",
    SYSTEM: "The project's Automator. It was made with the project and is protected.",
  } satisfies Record<ApiKeyKind, string>,
  kindOwner: (owner: string) => `Stands for ${owner}: it may do what both its role and that person may.`,
  neverUsed: "Never",
  thisProject: "This project",
  noCalls: "None",
  calls: (accepted: number, denied: number) =>
    `${count(accepted, "call", "calls")} accepted, ${denied.toLocaleString("en")} denied in 30 days`,
  sortBy: "Sort by",
  sorts: {
    "-created": "Newest first",
    created: "Oldest first",
    name: "Name, A to Z",
    "-name": "Name, Z to A",
    expires: "Expires first",
    "-expires": "Expires last",
    "-used": "Used last",
    used: "Longest unused",
  },

  search: "Search keys",
  searchPlaceholder: "Name, id, preview, or paste a whole key",
  filtersLabel: "Filters of the list",
  any: "Any",
  anyone: "Anyone",
  names: {
    level: "Level",
    project: "Project",
    kind: "Kind",
    role: "Role",
    status: "Status",
    expires: "Expires",
    unused: "Last used",
    creator: "Created by",
    insight: "Key safety",
  },
  levels: { ORGANIZATION: "Inherited", PROJECT: "This project's own" } satisfies Record<ApiKeyLevel, string>,
  expiresWithin: (days: number) => `within ${days} days`,
  expiresNever: "never",
  unusedEver: "never",
  unusedFor: (days: number) => `not for ${days} days`,
  creatorUnknown: "one person",
  creatorNone: "Nobody matches.",
  allShown: "Revoked and expired shown",

  hidden: (amount: number) =>
    amount === 1
      ? "1 revoked or expired key is hidden."
      : `${amount.toLocaleString("en")} revoked or expired keys are hidden.`,
  showHidden: "Show",
  noMatch: "No key matches",
  noMatchLead: "Nothing here fits the search and the filters.",
  noneAtWork: "No key works here now",
  noneAtWorkLead: "All of them were revoked or have expired.",
  results: (total: number) => `${keys(total)} found`,

  selectAll: "Select all shown",
  select: (name: string) => `Select ${name}`,
  notSelectable: (reason: string) => `Cannot be selected: ${reason}`,
  lockedInherited: "it is inherited, and changed only at the organization.",
  lockedSystem: "it is protected, because it belongs to the project.",
  lockedRole: "you may not stop it.",
  selected: (amount: number) => `${amount} selected`,
  selectionLabel: "Selected keys",
  clearSelection: "Clear selection",

  bulk: {
    DISABLE: {
      button: "Disable",
      title: (amount: number) => `Disable ${keys(amount)}?`,
      lead: "Every call with them is refused from the next request on, until somebody enables them again.",
      submit: "Disable",
      done: "Disabled",
      finished: (amount: number) => `${keys(amount)} disabled`,
      skipped: (amount: number) => `${keys(amount)} of the selection cannot be disabled: stopped already.`,
    },
    ENABLE: {
      button: "Enable",
      title: (amount: number) => `Enable ${keys(amount)}?`,
      lead: "They work again from the next request on.",
      submit: "Enable",
      done: "Enabled",
      finished: (amount: number) => `${keys(amount)} enabled`,
      skipped: (amount: number) => `${keys(amount)} of the selection are not disabled and stay as they are.`,
    },
    REVOKE: {
      button: "Revoke",
      title: (amount: number) => `Revoke ${keys(amount)}?`,
      lead: "Every call with them is refused from the next request on. They stay in the lists as revoked. This cannot be undone.",
      submit: "Revoke",
      done: "Revoked",
      finished: (amount: number) => `${keys(amount)} revoked`,
      skipped: (amount: number) => `${keys(amount)} of the selection are revoked already.`,
    },
    EXPIRE: {
      button: "Set an end",
      title: (amount: number) => `Set when ${keys(amount)} ${amount === 1 ? "ends" : "end"}?`,
      lead: "Until then nothing changes, and a later end can be given at any time before.",
      submit: "Set the end",
      done: "Ends then",
      finished: (amount: number) => `${keys(amount)} changed`,
      skipped: (amount: number) => `${keys(amount)} of the list can be changed by their owners alone.`,
    },
    LOWER: {
      button: "Lower to Viewer",
      title: (amount: number) => `Lower ${keys(amount)} to the role Viewer?`,
      lead: "They still read projects and start workflows, and no longer change anything. Holds from the next request on.",
      submit: "Lower the role",
      done: "Viewer now",
      finished: (amount: number) => `${keys(amount)} changed`,
      skipped: (amount: number) => `${keys(amount)} of the list can be changed by their owners alone.`,
    },
    DELETE: {
      button: "Delete",
      title: (amount: number) => `Delete ${keys(amount)}?`,
      lead: "Every call with them is refused from the next request on, and they leave the lists. Past executions keep their names. This cannot be undone.",
      submit: "Delete",
      done: "Deleted",
      finished: (amount: number) => `${keys(amount)} deleted`,
      skipped: () => "",
    },
  },
  bulkKeys: "The keys",
  bulkBecause: {
    USED: (amount: number) =>
      amount === 1
        ? "One was used in the last 24 hours."
        : `${amount.toLocaleString("en")} were used in the last 24 hours.`,
    FRESH: (amount: number) =>
      amount === 1
        ? "One has a secret made minutes ago, whose calls may not be counted yet."
        : `${amount.toLocaleString("en")} have secrets made minutes ago, whose calls may not be counted yet.`,
    WIDE: (amount: number) =>
      amount === 1 ? "One covers all projects." : `${amount.toLocaleString("en")} cover all projects.`,
  },
  bulkMarks: { USED: "used", FRESH: "made minutes ago", WIDE: "all projects" },
  bulkConfirm: (amount: number) => `Type ${amount} to confirm`,
  bulkTerm: "Ends after",
  bulkTerms: (days: number) => `${days} days from now`,
  bulkReason: "Reason",
  bulkReasonHint: "Kept with the keys and in the audit log.",
  bulkRunning: (amount: number) => `Working on ${keys(amount)}`,
  bulkProgress: "How far it is",
  bulkWorking: (done: number, total: number) =>
    `${done.toLocaleString("en")} of ${total.toLocaleString("en")} done`,
  bulkRefused: (refused: number, total: number) =>
    `${refused.toLocaleString("en")} of ${total.toLocaleString("en")} were refused`,
  bulkStopped: (left: number) =>
    `Stopped: ${keys(left)} ${left === 1 ? "stays as it is" : "stay as they are"}`,
  bulkStop: "Stop here",
  bulkStopping: "Stopping after those under way",
  bulkLeave:
    "Keys are still being changed. If you leave, those whose turn has not come stay as they are, and you do not see what came of the others.",
  bulkStay: "Stay",
  bulkLeaveNow: "Stop and leave",
  bulkLeft: "Left as it is",
  bulkWaiting: "Waiting",
  bulkGone: "Was already deleted",

  pasted: {
    label: "The pasted key",
    looking: "Looking for the key…",
    cleared: "The field was cleared: a key is a secret.",
    is: "This is",
    state: {
      revoked: (when: string) => `, revoked ${when}.`,
      expired: (when: string) => `, expired ${when}.`,
      other: (status: string) => `. Status: ${status}.`,
    },
    olderWorks: (when: string) => `You pasted its older secret, which works until its grace ends ${when}.`,
    olderDead: "You pasted an older secret of it, which no longer works.",
    used: (when: string) => `Last used ${when}.`,
    unused: "Never used.",
    open: "Open the key",
    unknown: "No key here has this secret",
    unknownLead:
      "It was deleted, belongs to another organization or server, or was mistyped. In any case it opens nothing here.",
    unknownProject:
      "It was deleted, does not reach this project, or was mistyped. In any case it opens nothing in this project.",
    part: "This is not a whole key",
    partLead:
      "A key is pst_, one letter, _ and 38 letters and digits. Copy all of it, or search for its first ten characters.",
    failed: "The key was not looked up",
    close: "Close the result",
  },

  safety: "Key safety",
  safetyCalm: "Key safety: nothing needs a look.",
  safetyCount: (amount: number) => keys(amount),
  safetyShowAll: "Show all keys",
  safetyMended: "No key is left here",
  safetyMendedLead: "Nothing of this kind needs a look any more.",
  safetySelect: "Select all shown",
  safetyFix: (action: string, amount: number) =>
    `${action}: ${amount === 1 ? "this one" : `these ${amount}`}`,
  insights: {
    EXPIRING_SOON: {
      card: "expiring in 7 days",
      short: "expiring in 7 days",
      fix: "Calls with them stop then. Rotate those that are in use, one by one, or give them a later end; let go what nobody needs.",
    },
    NEVER_EXPIRES: {
      card: "never expiring",
      short: "never expires",
      fix: "A forgotten key is a door left open. Set when they stop working.",
    },
    IDLE: {
      card: "idle for 90 days",
      short: "idle for 90 days",
      fix: "Nobody called with them for 90 days. Disable them: if somebody misses one, it can be enabled again.",
    },
    NEVER_USED: {
      card: "never used in a week",
      short: "never used in a week",
      fix: "They were made 7 days ago or earlier, and no call was ever made with them. Select those that nobody is about to use, and delete them.",
    },
    MORE_RIGHTS_THAN_USED: {
      card: "with more rights than used",
      short: "more rights than used",
      fix: "They may change projects, and in 90 days they changed nothing. Give them a lesser role.",
    },
    WIDER_ACCESS_THAN_USED: {
      card: "reaching further than used",
      short: "reaches further than used",
      fix: "They cover all projects, and in 30 days they called one. Open each one and narrow it to that project.",
    },
    CREATOR_GONE: {
      card: "whose creator is gone",
      short: "creator is gone",
      fix: "Whoever made them may still know the secret. Disable those that nobody else uses, and rotate the others.",
    },
  } satisfies Record<ApiKeyInsightKind, { card: string; short: string; fix: string }>,
};
