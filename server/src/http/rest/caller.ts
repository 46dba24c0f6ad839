import type { FastifyReply, FastifyRequest } from "fastify";
import type { Context, Runtime } from "../../context.js";
import { unauthenticated } from "../../errors.js";
import { authenticate } from "../authenticate.js";

/** Before a body is read: somebody must be calling, by an API key or a session. */
export const requireCaller = (runtime: Runtime) => async (request: FastifyRequest, reply: FastifyReply) => {
  request.ctx = await authenticate(runtime, request, reply);
  if (request.ctx.principal.kind === "ANONYMOUS") throw unauthenticated("MISSING");
};

/** The Context of a request that came through requireCaller. */
export function callerOf({ ctx }: FastifyRequest): Context {
  if (ctx === null) throw new Error("A request reached its route without authentication.");
  return ctx;
}
