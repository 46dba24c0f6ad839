import type { FastifyReply, FastifyRequest } from "fastify";
import { authenticateSecret, type RateState } from "../api-key/authenticate.js";
import { ANONYMOUS } from "../auth/principal.js";
import { type Context, createContext, type Runtime } from "../context.js";
import { forbidden, PosternError, unauthenticated } from "../errors.js";
import { authenticateSession } from "../session/session.service.js";
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
  const ctx = createContext(runtime, { principal: ANONYMOUS, requestId: request.id, ip: request.ip, cookie });
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

/** draft-ietf-httpapi-ratelimit-headers-10: what the limit is, and what is left of it. */
const rateHeaders = ({ limit, remaining, resetSeconds }: RateState): Record<string, string> => ({
  "ratelimit-policy": `"minute";q=${limit};w=60`,
  ratelimit: `"minute";r=${remaining};t=${resetSeconds}`,
});

function presentedSecret({ headers }: FastifyRequest): string | null {
  const { authorization, "x-api-key": apiKey } = headers;
  if (authorization !== undefined) {
    const secret = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
    if (secret === undefined) throw unauthenticated("INVALID");
    return secret;
  }
  return apiKey === undefined ? null : String(apiKey);
}

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
