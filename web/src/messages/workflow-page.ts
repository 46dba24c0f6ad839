import { count } from "./counting.js";

/** What is said of one workflow, and what can be done with it. */
export const workflowPageText = {
  status: {
    enabled: "Enabled",
    disabled: "Disabled",
    scheduled: "Scheduled",
    enabledHint: "It takes triggers.",
    disabledHint: "Triggers are refused until somebody enables it.",
    disabledBecause: (reason: string) => `Postern disabled it: ${reason}`,
    scheduledHint: (schedule: string) => `It also runs by itself: ${schedule}.`,
  },
  definition: "Definition",
  edit: "Edit",
  disabledTitle: "This workflow is disabled",
  disabledLead: "Triggers are refused, and its schedule rests. What was accepted before goes on.",
  mended: "Once the target is back, enable it again.",
  enable: "Enable",
  disable: "Disable",
  enabled: (name: string) => `${name} is enabled.`,
  disabled: (name: string) => `${name} is disabled.`,
  enableFailed: "The workflow was not enabled",
  disableFailed: "The workflow was not disabled",
  disableTitle: (name: string) => `Disable ${name}?`,
  disableLead:
    "Triggers are refused from the next call on, and its schedule rests. What was accepted before goes on. Enable it again at any time.",
  disableSubmit: "Disable workflow",
  headers: "Headers",
  headersNone: "None besides Postern's own",
  headerMasked: "Kept encrypted, never shown",
  delivery: "Delivery",
  attempts: (most: number) => (most === 1 ? "1 attempt" : `Up to ${most} attempts`),
  timeout: (seconds: number) => `${count(seconds, "second", "seconds")} each`,
  completionWithin: (time: string) => `A target that answers 202 has ${time} to report the outcome`,
  input: "Input",
  inputAny: "Any JSON",
  inputSchema: "Must fit the schema",
  schemaTitle: "Input schema",
  signing: "Signing secret",
  signingOne: "Every delivery is signed with it.",
  signingBoth: "Both signatures until",
  rotate: "Rotate",
  rotateTitle: "Rotate the signing secret",
  rotateLead:
    "Deliveries are signed with a new secret from the next one on. During the grace they carry the old signature too, so that your target can follow without missing one.",
  rotateDrops: "A rotation is under way. The older of the two secrets stops signing at once.",
  rotateSubmit: "Rotate secret",
  grace: "The old secret signs on for",
  graces: {
    "0": "Not at all",
    "3600": "1 hour",
    "86400": "24 hours",
    "604800": "7 days",
    "2592000": "30 days",
  },
  graceNow: "Targets that still check the old secret refuse deliveries from now on.",
  graceUntil: (when: string) => `Both signatures until ${when}.`,
  rotatedTitle: "New signing secret",
  rotatedNow: (name: string) => `Deliveries of ${name} are signed with this secret alone from now on.`,
  rotatedBoth: (name: string, until: string) =>
    `Deliveries of ${name} carry both signatures until ${until}. Give your target this secret before then.`,
  remove: "Delete workflow",
  removeWarning:
    "Triggers find it no more from the next call on. Past executions stay. This cannot be undone: to stop it for a while, disable it instead.",
  removeOpen: (amount: number | undefined) => {
    if (amount === undefined) return "";
    return amount === 0
      ? "Nothing of it is under way."
      : `${count(amount, "execution that has not ended is", "executions that have not ended are")} canceled.`;
  },
  locked: "Your role in this project reads workflows and does not change them.",
  copyId: "Copy id",
  duration: (seconds: number) => {
    if (seconds % 86_400 === 0) return count(seconds / 86_400, "day", "days");
    if (seconds % 3600 === 0) return count(seconds / 3600, "hour", "hours");
    return seconds % 60 === 0
      ? count(seconds / 60, "minute", "minutes")
      : count(seconds, "second", "seconds");
  },
  receive: "Receive it",
  receiveHint: "How your target checks that a delivery came from here.",
  receiveVariable: (variable: string) => `Its signing secret goes into ${variable}.`,
};
