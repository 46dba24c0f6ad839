import type { FastifyReply, FastifyRequest } from "fastify";
import { authenticateSecret, type RateState, recognizeSecret } from "../api-key/authenticate.js";
import { ANONYMOUS } from "../auth/principal.js";
import { type Context, createContext, type Runtime } from "../context.js";
import { forbidden, unauthenticated } from "../errors.js";
import { authenticateSession, recognizeSession } from "../session/session.service.js";
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
    return { ...ctx, principal: await authenticateSecret(ctx, secret, showRate) };
  }
  refuseForeignPages(request, publicUrl);
  const token = readSessionCookie(request, publicUrl);
  if (token === undefined) return ctx;
  const user = await authenticateSession(ctx, token);
  if (user === null) cookie.clear();
  return user === null ? ctx : { ...ctx, principal: user };
}

/**
 * Who a request that was let in, and that goes on, comes from by now: a fresh Context from the same
 * credential. It counts as no call of a key and no use of a session.
 */
export async function authenticateAgain(runtime: Runtime, request: FastifyRequest): Promise<Context> {
  const ctx = createContext(runtime, { principal: ANONYMOUS, requestId: request.id, ip: request.ip });
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
