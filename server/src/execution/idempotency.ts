import { createHash } from "node:crypto";
import { IDEMPOTENCY_HOURS } from "@postern/shared";
import { LessThanOrEqual } from "typeorm";
import type { Context } from "../context.js";
import { isDuplicate } from "../database/failures.js";
import { conflict } from "../errors.js";
import { Execution } from "./execution.entity.js";
import { TriggerRequest } from "./trigger-request.entity.js";

/** What a trigger is recognised by when it comes again. */
export interface Once {
  callerId: string;
  workflowId: string;
  keyHash: string;
  inputHash: string;
}

/** Null where nobody in particular calls, as no key can be theirs. */
export function onceFor(
  { principal }: Context,
  workflowId: string,
  idempotencyKey: string,
  input: string | null,
): Once | null {
  if (principal.kind !== "USER" && principal.kind !== "API_KEY") return null;
  // The key's id and not its secret, so that a rotation changes nothing.
  const callerId = principal.kind === "USER" ? principal.userId : principal.apiKeyId;
  return { callerId, workflowId, keyHash: sha256(idempotencyKey), inputHash: sha256(canonical(input)) };
}

/**
 * The execution that the same request has started in the last 24 hours; null when there is none. CONFLICT
 * when the key came with another input then.
 */
export async function firstExecution(ctx: Context, once: Once): Promise<Execution | null> {
  const { callerId, workflowId, keyHash } = once;
  const first = await ctx.db.findOneBy(TriggerRequest, { callerId, workflowId, keyHash });
  if (first === null || first.expiresAt <= ctx.clock()) return null;
  if (first.inputHash !== once.inputHash) {
    throw conflict(
      "input.idempotencyKey",
      "This idempotency key came with another input in the last 24 hours. Send a new key with a new input.",
    );
  }
  return ctx.db.findOneBy(Execution, { id: first.executionId });
}

/**
 * Notes that this request starts this execution. False when the same request has just done so elsewhere: of
 * many at once the primary key lets one through, and the others wait until that one is committed.
 */
export async function isFirst(ctx: Context, once: Once, executionId: string): Promise<boolean> {
  const { callerId, workflowId, keyHash } = once;
  const now = ctx.clock();
  await ctx.db.delete(TriggerRequest, { callerId, workflowId, keyHash, expiresAt: LessThanOrEqual(now) });
  const expiresAt = new Date(now.getTime() + IDEMPOTENCY_HOURS * 60 * 60 * 1000);
  try {
    await ctx.db.insert(TriggerRequest, { ...once, executionId, expiresAt });
    return true;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return false;
  }
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** One text for all JSON texts of the same value: the names of each object sorted, as RFC 8785 does. */
function canonical(text: string | null): string {
  if (text === null) return "null";
  return JSON.stringify(JSON.parse(text), (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}
