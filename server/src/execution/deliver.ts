import { OUTPUT_MAX_BYTES, TIMEOUT_MAX_SECONDS } from "@postern/shared";
import { Agent, type Dispatcher, request } from "undici";
import type { Context } from "../context.js";
import { jsonOf } from "../input/json.js";
import { sign } from "../workflow/signature.js";
import { signingSecretsOf } from "../workflow/signing-secret.js";
import { targetHeadersOf } from "../workflow/target-headers.js";
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
  const { execution, workflow } = claim;
  const deadline = AbortSignal.timeout(workflow.timeoutSeconds * 1000);
  try {
    const body = deliveryBody(ctx, claim);
    const answer = await request(workflow.targetUrl, {
      method: "POST",
      headers: {
        ...Object.fromEntries(targetHeadersOf(ctx, workflow).map(({ name, value }) => [name, value])),
        "content-type": "application/json",
        "user-agent": "Postern",
        ...sign(signingSecretsOf(ctx, workflow), execution.id, ctx.clock(), body),
      },
      body,
      signal: AbortSignal.any([deadline, stop]),
      dispatcher,
    });
    return outcomeOf(answer, await readAnswer(answer), ctx.clock());
  } catch (error) {
    if (stop.aborted && !deadline.aborted) return { kind: "INTERRUPTED" };
    if (deadline.aborted) {
      return failure("TIMEOUT", `No complete answer came within ${workflow.timeoutSeconds} s.`);
    }
    return unreachable(ctx, error);
  }
}

/** The body of a delivery: the same for every attempt, so that a receiver may compare them. */
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

/** The answer as JSON text: its JSON, its text as a string, or null where it is empty. */
async function readAnswer({ headers, body }: Dispatcher.ResponseData): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > OUTPUT_MAX_BYTES) break; // leaving the loop ends the connection
  }
  if (size === 0) return null;
  const text = Buffer.concat(chunks).subarray(0, OUTPUT_MAX_BYTES).toString("utf8");
  if (/[/+]json\b/i.test(String(headers["content-type"] ?? ""))) {
    try {
      return JSON.stringify(JSON.parse(text));
    } catch {
      // It says JSON and is not, or was cut: kept as the text that it is.
    }
  }
  return JSON.stringify(text);
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

const REASONS: Record<string, string> = {
  ECONNREFUSED: "Nothing listens at the target's address.",
  ENOTFOUND: "The target's host name does not exist.",
  EAI_AGAIN: "The target's host name cannot be resolved at the moment.",
  ECONNRESET: "The target closed the connection before it answered.",
  UND_ERR_SOCKET: "The target closed the connection before it answered.",
  UND_ERR_CONNECT_TIMEOUT: "The target's address did not accept a connection in time.",
  CERT_HAS_EXPIRED: "The target's TLS certificate has expired.",
  DEPTH_ZERO_SELF_SIGNED_CERT: "The target's TLS certificate is self-signed.",
};

function unreachable(ctx: Context, error: unknown): Outcome {
  if (error instanceof TargetRefused) return failure(error.code, error.message, true);
  const code = (error as { code?: string }).code ?? "";
  if (REASONS[code] === undefined) ctx.log.warn({ err: error }, "a delivery failed for an unknown reason");
  return failure("UNREACHABLE", REASONS[code] ?? `The target could not be reached${code && ` (${code})`}.`);
}
