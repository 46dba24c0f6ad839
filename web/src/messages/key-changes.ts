import { count } from "./counting.js";

const calls = (amount: number) => count(amount, "call", "calls");

/** Rotating a key, and stopping one. */
export const keyChangesText = {
  rotate: "Rotate",
  rotateTitle: (name: string) => `Rotate ${name}`,
  rotateSubmit: "Make a new secret",
  rotateLead: "The key stays as it is and gets a new secret, shown once in the next step.",
  rotateFirst:
    "The Automator works inside of Postern and needs no secret. Nobody has one until its first rotation: it gives you one, to trigger this project's workflows as the Automator.",
  breaksRules: "The key breaks the rules that your organization has for keys, so it cannot be rotated yet:",
  breaksRulesWay: "Change that in its settings first. Its secret works on meanwhile.",
  editFirst: "Edit the key",
  grace: "How long the old secret still works",
  graceHint: "Time to bring the new one to every caller.",
  graces: {
    NOW: "Stop it now",
    HOUR: "1 hour",
    DAY: "24 hours",
    WEEK: "7 days",
    CUSTOM: "Date",
  },
  graceDate: "Date and time, in your time zone",
  graceMissing: "Choose a date and a time.",
  gracePast: "Choose a moment that lies ahead.",
  graceLate: "Choose a moment within 30 days.",
  oldStops: (preview: string) =>
    `The old secret ${preview}… stops at once: every caller that still has it is refused from the next call on.`,
  oldWorks: (preview: string, local: string, utc: string) =>
    `The old secret ${preview}… works until ${local} (${utc}). Then every call with it is refused.`,
  oldEndsAnyway: "That is its own end: a grace never prolongs it.",
  olderEnds: (preview: string) =>
    `An even older secret, ${preview}…, still works from the last rotation. It stops at once.`,
  termRestarts: (days: number, local: string) =>
    `The key's ${days} days begin again: it then works until ${local}.`,
  termStays: (local: string) => `The key's end stays: ${local}.`,
  rotatedTitle: "The new secret",
  rotatedLead: (name: string) => `${name} has a new secret.`,

  rotationTitle: "Rotation under way",
  rotationLead: (preview: string) => `The old secret ${preview}… still works until`,
  rotationCalls: (amount: number) =>
    amount === 0
      ? "No call came with it since the rotation."
      : `${calls(amount)} came with it since the rotation, the last one`,
  countDelay: "Counted with up to a minute's delay.",
  rotationEarly: "It is too early to tell whether somebody still uses it.",
  rotationSafe: "It looks safe to finish.",
  rotationUnsafe: "Somebody still uses it: bring them the new secret first.",
  finish: "Finish now",
  finishTitle: "Finish the rotation now?",
  finishLead: (preview: string) =>
    `The old secret ${preview}… stops at once. Every caller that still has it is refused from the next call on. This cannot be undone.`,
  finishSubmit: "Stop the old secret",
  finishFailed: "The rotation was not finished",
  finished: (name: string) => `Only the new secret of ${name} works now.`,

  stop: {
    DISABLE: {
      button: "Disable",
      title: (name: string) => `Disable ${name}?`,
      lead: (preview: string) =>
        `Every call with ${preview}… is refused from the next one on, until somebody enables the key again.`,
      submit: "Disable key",
      done: (name: string) => `${name} is disabled.`,
      failed: "The key was not disabled",
    },
    REVOKE: {
      button: "Revoke",
      title: (name: string) => `Revoke ${name}?`,
      lead: (preview: string) =>
        `Every call with ${preview}… is refused from the next one on. The key stays listed as revoked. This cannot be undone.`,
      submit: "Revoke key",
      done: (name: string) => `${name} was revoked.`,
      failed: "The key was not revoked",
    },
    DELETE: {
      button: "Delete",
      title: (name: string) => `Delete ${name}?`,
      lead: (preview: string) =>
        `Every call with ${preview}… is refused from the next one on, and the key leaves the lists. Past executions keep its name. This cannot be undone.`,
      submit: "Delete key",
      done: (name: string) => `${name} was deleted.`,
      failed: "The key was not deleted",
    },
  },
  deleteRevoked:
    "It is revoked, so nothing breaks. The key leaves the lists; past executions keep its name. This cannot be undone.",
  enable: "Enable",
  enabled: (name: string) => `${name} works again.`,
  impactTitle: "What will break",
  impactLoading: "Looking at what it did in the last 30 days…",
  impactUnknown: "What it did in the last 30 days could not be asked for.",
  impactNone: "It triggered no workflow in the last 30 days.",
  impactLead: "In the last 30 days it triggered",
  impactScope:
    "Counted are the executions that it started in projects you can read; calls that only read are not. The last call is known with up to a minute's delay.",
  impactCalls: (amount: number) => count(amount, "time", "times"),
  impactMore: (amount: number) => `and ${count(amount, "more workflow", "more workflows")}`,
  lastCall: "Its last call was",
  neverCalled: "No call was ever made with it.",
  noCallYet: "No call is counted yet: it is too early to tell.",
  unfinished: (amount: number) =>
    `${count(amount, "execution", "executions")} that it started ${amount === 1 ? "goes" : "go"} on without it.`,
  reason: "Reason",
  reasonHint: "Kept with the key and in the audit log.",
  typeBecause: {
    USED: "It was used in the last 24 hours.",
    FRESH: "Its secret was made minutes ago, and calls may not be counted yet.",
    WIDE: "It covers all projects.",
  },
  typeName: (name: string) => `Type ${name} to confirm`,
};
