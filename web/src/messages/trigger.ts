/** Triggering a workflow by hand. */
export const triggerText = {
  disabled: "It is disabled, so triggers are refused, yours too. Enable it first.",
  check: "Check only",
  checkFailed: "The check did not pass",
  fits: "The input is fine. Nothing was started.",
  wouldReplay: "An execution with this idempotency key exists already; nothing new would start.",
  replayed:
    "This idempotency key named an execution that exists already. Here it is; nothing new was started.",
  idempotencyKey: "Idempotency key",
  idempotencyHint:
    "The same key and input within 24 hours answer with the first execution instead of a second one.",
};
