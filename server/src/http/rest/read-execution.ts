import { z } from "zod";
import type { Runtime } from "../../context.js";
import { notFound } from "../../errors.js";
import { findExecution } from "../../execution/execution.access.js";
import { callerOf, requireCaller } from "./caller.js";
import { bodyOf, ExecutionBody } from "./execution.js";
import { describe, RATE, refusals } from "./responses.js";
import type { Rest } from "./rest.js";
import { AS_CALLER } from "./security.js";

/** GET /executions/ID: what has become of an execution. A TRIGGER key reads those that it started. */
export function serveExecution(rest: Rest, runtime: Runtime): void {
  rest.get("/executions/:id", {
    onRequest: requireCaller(runtime),
    schema: {
      operationId: "getExecution",
      tags: ["Executions"],
      summary: "Follow an execution",
      description: "What has become of it so far. A TRIGGER key reads those that it started itself.",
      security: AS_CALLER,
      params: z.object({ id: z.string().meta({ examples: ["exec_01kaj5v0q8e5rt9m2h4w6x7y8z"] }) }),
      response: {
        200: describe("The execution as it is now.", "application/json", ExecutionBody, RATE),
        ...refusals(400, 401, 403, 404, 429),
      },
    },
    handler: async (request, reply) => {
      const ctx = callerOf(request);
      const execution = await findExecution(ctx, request.params.id);
      if (execution === null) throw notFound("execution");
      return reply.send(await bodyOf(ctx, execution));
    },
  });
}
