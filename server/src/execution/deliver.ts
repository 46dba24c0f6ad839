import { Agent, type Dispatcher, request } from "undici";
import type { Context } from "../context.js";
import { sign } from "../workflow/signature.js";
import { workflowById } from "../workflow/workflow.access.js";
import type { Workflow } from "../workflow/workflow.entity.js";
import { projectOf, signingSecretOf } from "../workflow/workflow.service.js";
import type { Claim, Outcome } from "./claim.js";
import type { Execution } from "./execution.entity.js";
import { jsonOf } from "./execution.service.js";
import { guardedConnector, TargetRefused } from "./target-guard.js";

/** From the first byte sent to the last one read. */
export const DELIVERY_TIMEOUT_MS = 15_000;
/** What is kept of an answer; the rest is not read. */
const ANSWER_MAX_BYTES = 64 * 1024;
/** Statuses of 4xx that say "later", not "never". */
const TRY_AGAIN = new Set([408, 425, 429]);

/** Sends executions to their targets. */
export interface Delivery {
  /** Makes one attempt. It never throws: whatever happens is an outcome. */
  attempt(ctx: Context, claim: Claim, stop: AbortSignal): Promise<Outcome>;
  close(): Promise<void>;
}

export function openDelivery(ctx: Pick<Context, "config">): Delivery {
  const guarded = new Agent({
    connect: guardedConnector(ctx.config.targetAllow, DELIVERY_TIMEOUT_MS),
    connections: 32,
    // An answer's headers may come as late as the whole attempt may last.
    headersTimeout: DELIVERY_TIMEOUT_MS,
    bodyTimeout: DELIVERY_TIMEOUT_MS,
  });
  const own = new Agent();
  return {
    attempt: (ctx, claim, stop) => {
      // Postern's own sample receiver is the one address inside that is always reached.
      const dispatcher = (url: string) => (url === sampleReceiverUrl(ctx.config.publicUrl) ? own : guarded);
      return attempt(ctx, claim, stop, dispatcher);
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
  { execution }: Claim,
  stop: AbortSignal,
  dispatcherFor: (url: string) => Dispatcher,
): Promise<Outcome> {
  const deadline = AbortSignal.timeout(DELIVERY_TIMEOUT_MS);
  try {
    const workflow = await workflowById(ctx, execution.workflowId);
    if (workflow === null) throw new Error("The execution's workflow is gone.");
    const body = await deliveryBody(ctx, execution, workflow);
    const answer = await request(workflow.targetUrl, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "user-agent": "Postern",
        ...sign(signingSecretOf(ctx, workflow), execution.id, ctx.clock(), body),
      },
      body,
      signal: AbortSignal.any([deadline, stop]),
      dispatcher: dispatcherFor(workflow.targetUrl),
    });
    return outcomeOf(answer.statusCode, await readAnswer(answer));
  } catch (error) {
    if (stop.aborted && !deadline.aborted) return { kind: "INTERRUPTED" };
    if (deadline.aborted)
      return failure("TIMEOUT", `No complete answer came within ${DELIVERY_TIMEOUT_MS / 1000} s.`);
    return unreachable(ctx, error);
  }
}

/** The body of a delivery: the same for every attempt, so that a receiver may compare them. */
async function deliveryBody(ctx: Context, execution: Execution, workflow: Workflow): Promise<string> {
  const project = await projectOf(ctx, workflow);
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
    if (size > ANSWER_MAX_BYTES) break; // leaving the loop ends the connection
  }
  if (size === 0) return null;
  const text = Buffer.concat(chunks).subarray(0, ANSWER_MAX_BYTES).toString("utf8");
  if (/[/+]json\b/i.test(String(headers["content-type"] ?? ""))) {
    try {
      return JSON.stringify(JSON.parse(text));
    } catch {
      // It says JSON and is not, or was cut: kept as the text that it is.
    }
  }
  return JSON.stringify(text);
}

function outcomeOf(status: number, output: string | null): Outcome {
  if (status >= 200 && status < 300) return { kind: "SUCCEEDED", responseStatus: status, output };
  const redirect = status >= 300 && status < 400;
  const final = status < 500 && !TRY_AGAIN.has(status);
  const message = redirect
    ? `The target answered with a redirect (HTTP ${status}), which is never followed. Give the workflow the final address.`
    : `The target answered with HTTP ${status}.`;
  return {
    kind: "FAILED",
    responseStatus: status,
    code: redirect ? "REDIRECT" : "HTTP_STATUS",
    message,
    final,
    output,
  };
}

const failure = (code: string, message: string, final = false): Outcome => ({
  kind: "FAILED",
  responseStatus: null,
  code,
  message,
  final,
  output: null,
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
