import type { FastifyInstance } from "fastify";
import type { Runtime } from "../context.js";

/**
 * /health/live: the process answers. /health/ready: it also takes work, that is, its database answers. It takes
 * work without its Redis too, and says so.
 */
export function serveHealth(
  app: FastifyInstance,
  { database, log, config, queue }: Runtime,
  isStopping: () => boolean,
): void {
  app.get("/health/live", async () => ({ status: "live" }));
  app.get("/health/ready", async (_, reply) => {
    if (isStopping()) return reply.code(503).send({ status: "stopping" });
    try {
      await database.ping();
      const redis = config.redisUrl !== null && { redis: queue.isAway() ? "away" : "ready" };
      return { status: "ready", ...redis };
    } catch (error) {
      log.warn({ err: error }, "the database does not answer");
      return reply.code(503).send({ status: "database away" });
    }
  });
}
