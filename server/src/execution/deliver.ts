import { TIMEOUT_MAX_SECONDS } from "@postern/shared";
import { Agent, type Dispatcher, errors, request } from "undici";
import type { Context } from "../context.js";
import { jsonOf } from "../input/json.js";
import { sign } from "../workflow/signature.js";
import { signingSecretsOf } from "../workflow/signing-secret.js";
import { targetHeadersOf } from "../workflow/target-headers.js";
import { readAnswer } from "./answer.js";
import type { Claim, Outcome } from "./claim.js";
import { completionToken } from "./completion-token.js";
import { retryAfterMs } from "./retry-schedule.js";
import { guardedConnector, TargetRefused } from "./target-guard.js";

/** Statuses of 4xx that say "later", not "never". */
const TRY_AGAIN = new Set([408, 425, 429]);
/** Statuses with which a target may say how much later. */
const RETRY_AFTER = new Set([429, 503]);

/** Sends executions to their targets. */
export interface Delivery {
  /** Makes one attempt. It never throws: whatever happens is an outcome. */
  attempt(ctx: Context, claim: Claim, stop: AbortSignal): Promise<Outcome>;
  close(): Promise<void>;
}

/** `atOnce`: how many connections one target may be given. */
export function openDelivery(ctx: Pick<Context, "config">, atOnce: number): Delivery {
  // Each attempt has a deadline of its own that ends all of these earlier.
  const longest = (TIMEOUT_MAX_SECONDS + 1) * 1000;
  const guarded = new Agent({
    connect: guardedConnector(ctx.config.targetAllow, longest),
    connections: atOnce,
    headersTimeout: longest,
    bodyTimeout: longest,
  });
  const own = new Agent();
  return {
    attempt: (ctx, claim, stop) => {
      // Postern's own sample receiver is the one address inside that is always reached.
      const isOwn = claim.workflow.targetUrl === sampleReceiverUrl(ctx.config.publicUrl);
      return attempt(ctx, claim, stop, isOwn ? own : guarded);
    },
    close: async () => {
      await Promise.all([guarded.destroy(), own.destroy()]);
    },
  };
}

/** Where the sample workflow delivers to: a receiver that Postern brings along, so that there is one. */
export const sampleReceiverUrl = (publicUrl: string): string => `${publicUrl}/sample-receiver`;

async function attempt(
  ctx: Context,
  claim: Claim,
  stop: AbortSignal,
  dispatcher: Dispatcher,
): Promise<Outcome> {
  const { workflow } = claim;
  const body = deliveryBody(ctx, claim);
  let headers: Record<string, string>;
  try {
    headers = deliveryHeaders(ctx, claim, body);
  } catch (err) {
    ctx.log.error({ err, workflowId: workflow.id }, "a workflow's sealed settings cannot be opened");
    return failure("NOT_SENT", "Postern cannot open this workflow's signing secret or target headers.");
  }
  const end = endOf(stop, workflow.timeoutSeconds * 1000);
  try {
    const { signal } = end;
    const answer = await request(workflow.targetUrl, { method: "POST", headers, body, signal, dispatcher });
    return outcomeOf(answer, await readAnswer(answer), ctx.clock());
  } catch (error) {
    switch (end.signal.reason) {
      case LATE:
        return failure("TIMEOUT", `No complete answer came within ${workflow.timeoutSeconds} s.`);
      case STOPPED:
        return { kind: "INTERRUPTED" };
      default:
        return unreachable(ctx, error);
    }
  } finally {
    end.release();
  }
}

const LATE = Symbol("late");
const STOPPED = Symbol("stopped");

/** Ends an attempt at its deadline or with the server. AbortSignal.any would leave something behind at `stop`. */
function endOf(stop: AbortSignal, withinMs: number): { signal: AbortSignal; release(): void } {
  const end = new AbortController();
  const deadline = setTimeout(() => end.abort(LATE), withinMs);
  const stopped = () => end.abort(STOPPED);
  stop.addEventListener("abort", stopped);
  if (stop.aborted) stopped();
  return {
    signal: end.signal,
    release() {
      clearTimeout(deadline);
      stop.removeEventListener("abort", stopped);
    },
  };
}

/** The target's own headers give way to those that say what a delivery is. */
const deliveryHeaders = (ctx: Context, { execution, workflow }: Claim, body: string) => ({
  ...Object.fromEntries(targetHeadersOf(ctx, workflow).map(({ name, value }) => [name, value])),
  "content-type": "application/json",
  "accept-encoding": "identity",
  "user-agent": "Postern",
  ...sign(signingSecretsOf(ctx, workflow), execution.id, ctx.clock(), body),
});

/** The body of a delivery: the same in every attempt, unless what it names is renamed between them. */
function deliveryBody(ctx: Context, { execution, workflow, project }: Claim): string {
  const { kind, name, apiKeyId } = execution.triggeredBy;
  return JSON.stringify({
    type: "workflow.triggered",
    timestamp: execution.createdAt,
    data: {
      executionId: execution.id,
      workflow: { id: workflow.id, slug: workflow.slug, name: workflow.name },
      project: { id: project.id, slug: project.slug, name: project.name },
      triggeredBy: { kind, name, apiKeyId },
      input: jsonOf(execution.input),
      // For a target that answers 202 and reports the outcome when it is known.
      completion: {
        url: `${ctx.config.publicUrl}/api/v1/executions/${execution.id}/completion`,
        token: completionToken(ctx, execution.id),
      },
    },
  });
}

function outcomeOf(
  { statusCode: status, headers }: Dispatcher.ResponseData,
  output: string | null,
  now: Date,
): Outcome {
  if (status === 202) return { kind: "ACCEPTED", responseStatus: status, output };
  if (status >= 200 && status < 300) return { kind: "SUCCEEDED", responseStatus: status, output };
  const redirect = status >= 300 && status < 400;
  const message = redirect
    ? `The target answered with a redirect (HTTP ${status}), which is never followed. Give the workflow the final address.`
    : `The target answered with HTTP ${status}.`;
  const wait = RETRY_AFTER.has(status) ? String(headers["retry-after"] ?? "") : undefined;
  return {
    kind: "FAILED",
    responseStatus: status,
    output,
    code: redirect ? "REDIRECT" : "HTTP_STATUS",
    message,
    final: status < 500 && !TRY_AGAIN.has(status),
    retryAfterMs: retryAfterMs(wait, now),
  };
}

const failure = (code: string, message: string, final = false): Outcome => ({
  kind: "FAILED",
  responseStatus: null,
  output: null,
  code,
  message,
  final,
  retryAfterMs: null,
});

const NOT_HTTP = "The target's answer is not HTTP.";
const REASONS: Record<string, string> = {
  ECONNREFUSED: "Nothing listens at the target's address.",
  ENOTFOUND: "The target's host name does not exist.",
  EAI_AGAIN: "The target's host name cannot be resolved at the moment.",
  ECONNRESET: "The target closed the connection before it answered.",
  UND_ERR_SOCKET: "The target closed the connection before it answered.",
  UND_ERR_CONNECT_TIMEOUT: "The target's address did not accept a connection in time.",
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "The target's answer is not as long as it says.",
  // What the parser lets pass, and undici then finds to be impossible: a status below 100.
  ERR_ASSERTION: NOT_HTTP,
  UND_ERR_HEADERS_OVERFLOW: "The target's answer has more than 16 KiB of headers.",
  CERT_HAS_EXPIRED: "The target's TLS certificate has expired.",
  DEPTH_ZERO_SELF_SIGNED_CERT: "The target's TLS certificate is self-signed.",
};

function unreachable(ctx: Context, error: unknown): Outcome {
  if (error instanceof TargetRefused) return failure(error.code, error.message, true);
  const code = (error as { code?: string }).code ?? "";
  if (error instanceof errors.HTTPParserError) {
    return failure("UNREACHABLE", NOT_HTTP);
  }
  if (REASONS[code] === undefined) ctx.log.warn({ err: error }, "a delivery failed for an unknown reason");
  return failure("UNREACHABLE", REASONS[code] ?? `The target could not be reached${code && ` (${code})`}.`);
}
