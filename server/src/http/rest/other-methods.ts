import type { FastifyInstance } from "fastify";
import { sendRefusal } from "./problems.js";

/**
 * Watches which addresses the routes serve. What is returned is called after the last one: it answers every
 * other method there with 405, or OPTIONS with what is allowed. No answer lets another site in (CORS).
 */
export function watchMethods(rest: FastifyInstance): () => void {
  const served = new Map<string, Set<string>>();
  rest.addHook("onRoute", ({ routePath, method }) => {
    const methods = served.get(routePath) ?? new Set();
    for (const one of [method].flat()) methods.add(one);
    served.set(routePath, methods);
  });
  return () => {
    for (const [url, methods] of [...served]) serveOthers(rest, url, [...methods]);
  };
}

function serveOthers(rest: FastifyInstance, url: string, served: string[]): void {
  const allow = [...served, "OPTIONS"].join(", ");
  rest.route({
    method: rest.supportedMethods.filter((method) => !served.includes(method)),
    url,
    schema: { hide: true },
    // Before the body is read, whatever it is.
    onRequest: async (request, reply) => {
      reply.header("allow", allow);
      if (request.method === "OPTIONS") return reply.code(204).send();
      const message = `This address takes ${allow}.`;
      return sendRefusal(reply, { status: 405, code: "BAD_USER_INPUT", message, details: {} });
    },
    handler: () => {
      throw new Error("Every request of this route is answered before.");
    },
  });
}
