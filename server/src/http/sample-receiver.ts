import type { FastifyInstance } from "fastify";

/**
 * The target of the sample workflow: takes any delivery and answers with the input that came. Workers have it
 * too: in containers, where PUBLIC_URL is localhost, that is the worker itself.
 */
export function serveSampleReceiver(app: FastifyInstance): void {
  app.post<{ Body: { data?: { input?: unknown } } | null }>("/sample-receiver", async ({ body }) => ({
    message: "Hello from Postern's sample receiver. It got this input.",
    input: body?.data?.input ?? null,
  }));
}
