import type { ActorKind, ExecutionStatus } from "../gql/graphql.js";
import { count } from "./counting.js";
import { executionStatusText } from "./execution-status.js";

export const executionsText = {
  title: "Recent executions",
  empty: "Nothing has run yet",
  emptyLead: "Trigger a workflow by hand or with an API key; every run shows up here.",
  emptyWorkflow: "Trigger it by hand on this page, or with an API key.",
  status: executionStatusText,
  columns: {
    status: "Status",
    workflow: "Workflow",
    triggeredBy: "Triggered by",
    duration: "Duration",
    started: "Started",
  },
  noDuration: "Not started",
  soFar: (duration: string) => `${duration} so far`,
  listTitle: "Executions",
  listLead: "Every run of every workflow here, newest first. The list renews itself.",
  all: "All executions",

  pageTitle: (workflow: string) => `Execution of ${workflow}`,
  about: "About this execution",
  id: "Id",
  copyId: "Copy id",
  workflow: "Workflow",
  workflowDeleted: (name: string) => `${name} (deleted)`,
  triggeredBy: "Triggered by",
  keyGone: "The key was deleted since, or is not yours to see. Its name stays as it was.",
  schedule: "Schedule",
  scheduleIn: (cron: string, timeZone: string) => `${cron}, ${timeZone}`,
  createdAt: "Triggered",
  finishedAt: "Ended",
  unfinished: "Not yet",
  retryOf: "Retry of",
  retryOfLink: "An earlier execution",
  retryOfGone: "An earlier execution, no longer kept",
  idempotencyKey: "Idempotency key",
  idempotencyHint:
    "The same caller with the same idempotency key gets this execution for 24 hours, and starts no second one.",

  state: {
    QUEUED: "The first attempt begins as soon as a worker is free.",
    underway: (attempt: number, seconds: number) =>
      `Attempt ${attempt} is under way. The target has ${seconds} s to answer.`,
    waiting: (attempt: number, most: number) =>
      `The last attempt failed. Attempt ${attempt} of at most ${most} begins by itself.`,
    working: "The target took the work on and goes on with it. It reports when it is done.",
    SUCCEEDED: (attempts: number, took: string) =>
      `The target has it, after ${count(attempts, "attempt", "attempts")} in ${took}.`,
    FAILED: (attempts: number, took: string) =>
      `Postern gave up after ${count(attempts, "attempt", "attempts")} in ${took}.`,
    CANCELED: (attempts: number, took: string) =>
      attempts === 0
        ? "Somebody stopped it before its first attempt."
        : `Somebody stopped it after ${count(attempts, "attempt", "attempts")} in ${took}.`,
  },
  error: "Why it failed",
  advice: {
    HTTP_STATUS:
      "Look into the target's own log at the time of the attempt. Once it is mended, retry: the input is kept.",
    TIMEOUT:
      "Let the target answer sooner, or answer 202 at once and report later; the workflow's time limit can be raised to 30 s.",
    UNREACHABLE: "See that the target runs and that its address is right, then retry.",
    COMPLETION_TIMEOUT: "See why the target never reported. It may have done the work all the same.",
  } as Record<string, string | undefined>,

  timeline: "What happened",
  stripLabel: (attempts: number, total: string) =>
    `${count(attempts, "attempt", "attempts")} on a line of ${total}`,
  triggered: "Triggered",
  attempt: (number: number) => `Attempt ${number}`,
  answered: (status: number) => `HTTP ${status}`,
  noAnswer: "No answer",
  cut: "Stopped",
  underway: "Under way",
  waited: (duration: string) => `waited ${duration}`,
  next: (number: number) => `Attempt ${number}`,
  nextIn: (countdown: string) => `in ${countdown}`,
  nextNow: "about to begin",
  nextFree: "as soon as a worker is free",
  working: "The target works on",
  workingUntil: "its time to report ends",
  worked: (duration: string) => `The target worked on for ${duration}`,
  ended: {
    QUEUED: "",
    RUNNING: "",
    SUCCEEDED: "Done",
    FAILED: "Given up",
    CANCELED: "Stopped by somebody",
  } satisfies Record<ExecutionStatus, string>,
  endedAfter: (duration: string) => `${duration} after the trigger`,

  input: "Input",
  inputNone: "Triggered without input.",
  output: "Output",
  outputNone: "The target answered without a body.",
  outputPending: "Not there yet.",
  outputFailed: "The target gave none.",
  outputCanceled: "None: it was stopped before the target's answer counted.",
  actorKind: { USER: "Person", API_KEY: "API key", SYSTEM: "Postern" } satisfies Record<ActorKind, string>,

  retry: "Retry",
  retryHint: "Starts a new execution with the same workflow and input.",
  retryDeleted: "The workflow was deleted, so it cannot run again.",
  retryDisabled: "The workflow is disabled. Enable it to run this again.",
  retryTitle: "Run it again although it succeeded?",
  retryLead: "The target gets the same input once more, as a new execution. It may do its work twice.",
  retryConfirm: "Run it again",
  retryKeep: "Leave it",
  retryFailed: "It was not started again",
  retried: "A new execution was started.",
  cancel: "Cancel execution",
  cancelTitle: "Cancel this execution?",
  cancelLead:
    "No further attempt is made. A delivery that is under way may still reach the target; its answer no longer counts. This cannot be undone.",
  cancelKeep: "Keep it going",
  cancelFailed: "It was not canceled",
  canceled: "The execution was canceled.",
};
