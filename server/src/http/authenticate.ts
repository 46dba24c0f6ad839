import { isIP } from "node:net";
import type { FastifyReply, FastifyRequest } from "fastify";
import { authenticateSecret, type RateState, recognizeSecret } from "../api-key/authenticate.js";
import { ANONYMOUS } from "../auth/principal.js";
import { type Context, createContext, type Runtime } from "../context.js";
import {
  badUserInput,
  forbidden,
  PosternError,
  type UnauthenticatedReason,
  unauthenticated,
} from "../errors.js";
import { isCompletionToken } from "../execution/completion-token.js";
import { authenticateSession, recognizeSession } from "../session/session.service.js";
import { readIdempotencyKey } from "./idempotency-key.js";
import { isOwnOrigin } from "./origin.js";
import { readSessionCookie, sessionCookie } from "./session-cookie.js";

/**
 * The only reader of credentials: makes a request's Context. An API key counts before, and instead of, a
 * cookie. Throws UNAUTHENTICATED for a key that does not work; a session that is over is nobody.
 */
export async function authenticate(
  runtime: Runtime,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Context> {
  const { publicUrl } = runtime.config;
  const cookie = sessionCookie(reply, publicUrl);
  const ctx = createContext(runtime, {
    principal: ANONYMOUS,
    requestId: request.id,
    ip: addressOf(request),
    userAgent: request.headers["user-agent"] ?? null,
    idempotencyKey: readIdempotencyKey(request),
    cookie,
  });
  const secret = presentedSecret(request);
  if (secret !== null) {
    const showRate = (state: RateState) => void reply.headers(rateHeaders(state));
    return { ...ctx, principal: await counted(runtime, authenticateSecret(ctx, secret, showRate)) };
  }
  refuseForeignPages(request, publicUrl);
  const token = readSessionCookie(request, publicUrl);
  if (token === undefined) return ctx;
  const user = await authenticateSession(ctx, token);
  if (user === null) cookie.clear();
  return user === null ? ctx : { ...ctx, principal: user };
}

/** Without its zone; null where a trusted proxy passes something on that is no address, or has a port behind it. */
function addressOf({ ip }: FastifyRequest): string | null {
  const [address = ""] = ip.split("%", 1);
  return isIP(address) === 0 ? null : address;
}

/** Counts what came of a key that was presented. */
async function counted<T>({ metrics }: Runtime, check: Promise<T>): Promise<T> {
  try {
    const principal = await check;
    metrics.keyChecked("accepted");
    return principal;
  } catch (error) {
    const expected = error instanceof PosternError ? error : null;
    metrics.keyChecked(String(expected?.details.reason ?? expected?.code ?? "INTERNAL_SERVER_ERROR"));
    throw error;
  }
}

/**
 * The Context of a target that reports what became of a delivery: nobody's in particular. All it is asked for is
 * the token that came in the delivery's body, and no other credential stands in for it. UNAUTHENTICATED when it
 * is not that of this execution, whether or not there is such an execution.
 */
export function authenticateTarget(
  runtime: Runtime,
  request: FastifyRequest,
  executionId: string,
): { ctx: Context; token: string } {
  const ctx = createContext(runtime, { principal: ANONYMOUS, requestId: request.id, ip: addressOf(request) });
  const { authorization } = request.headers;
  if (authorization === undefined) throw notTheTarget("MISSING");
  const token = bearer(authorization);
  if (token === null || !isCompletionToken(ctx, executionId, token)) throw notTheTarget("INVALID");
  return { ctx, token };
}

const notTheTarget = (reason: UnauthenticatedReason): PosternError =>
  new PosternError(
    "UNAUTHENTICATED",
    'Send the completion token from the body of this execution\'s delivery, as "Authorization: Bearer pst_c_…".',
    { reason },
  );

/**
 * Who a request that was let in, and that goes on, comes from by now: a fresh Context from the same
 * credential. It counts as no call of a key and no use of a session.
 */
export async function authenticateAgain(runtime: Runtime, request: FastifyRequest): Promise<Context> {
  const ctx = createContext(runtime, { principal: ANONYMOUS, requestId: request.id, ip: addressOf(request) });
  const secret = presentedSecret(request);
  if (secret !== null) return { ...ctx, principal: await recognizeSecret(ctx, secret) };
  const token = readSessionCookie(request, runtime.config.publicUrl);
  const user = token === undefined ? null : await recognizeSession(ctx, token);
  return user === null ? ctx : { ...ctx, principal: user };
}

/** draft-ietf-httpapi-ratelimit-headers-10: what the limit is, and what is left of it. */
const rateHeaders = ({ limit, remaining, resetSeconds }: RateState): Record<string, string> => ({
  "ratelimit-policy": `"minute";q=${limit};w=60`,
  ratelimit: `"minute";r=${remaining};t=${resetSeconds}`,
});

/** BAD_USER_INPUT for two different ones: which of them is meant, nobody but the caller knows. */
function presentedSecret({ headers }: FastifyRequest): string | null {
  const { authorization, "x-api-key": apiKey } = headers;
  if (authorization !== undefined) {
    const secret = bearer(authorization);
    if (secret === null) throw unauthenticated("INVALID");
    if (apiKey !== undefined && apiKey !== secret) {
      throw badUserInput([
        { path: "header/X-API-Key", message: "Give one credential: Authorization names another one." },
      ]);
    }
    return secret;
  }
  return apiKey === undefined ? null : String(apiKey);
}

const bearer = (authorization: string): string | null =>
  /^Bearer +(\S+) *$/i.exec(authorization)?.[1] ?? null;

function refuseForeignPages({ headers }: FastifyRequest, publicUrl: string): void {
  const { origin, host } = headers;
  if (
    !isOwnOrigin({ origin, host, fetchSite: String(headers["sec-fetch-site"] ?? "") || undefined }, publicUrl)
  ) {
    throw forbidden(
      `The request comes from another site. Open Postern at ${publicUrl}, or call it with an API key.`,
    );
  }
}
