import type { FastifyReply, FastifyRequest } from "fastify";
import type { SessionCookie } from "../context.js";

/** With TLS the name's prefix binds the cookie to this host and to https (RFC 6265bis, section 4.1.3). */
export const sessionCookieName = (publicUrl: string): string =>
  publicUrl.startsWith("https:") ? "__Host-postern" : "postern";

export const readSessionCookie = (request: FastifyRequest, publicUrl: string): string | undefined =>
  request.cookies[sessionCookieName(publicUrl)];

/** Sets or clears the session's cookie on an answer; scripts never see it. */
export function sessionCookie(reply: FastifyReply, publicUrl: string): SessionCookie {
  const name = sessionCookieName(publicUrl);
  const options = {
    path: "/",
    httpOnly: true,
    sameSite: "lax" as const,
    secure: publicUrl.startsWith("https:"),
  };
  return {
    set: (token, expires) => void reply.setCookie(name, token, { ...options, expires }),
    clear: () => void reply.clearCookie(name, options),
  };
}
