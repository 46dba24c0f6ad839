import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Runtime } from "../../context.js";
import { trigger } from "../../execution/trigger.js";
import { callerOf, requireCaller } from "./caller.js";
import { bodyOf, ExecutionBody } from "./execution.js";
import { describe, RATE, refusals } from "./responses.js";
import type { Rest } from "./rest.js";
import { AS_CALLER } from "./security.js";

const Query = z.strictObject(
  {
    validateOnly: z
      .enum(["true", "false"], { error: "Give true or false, once." })
      .optional()
      .meta({ description: "true: check the key, the access and the input, and start nothing." }),
  },
  { error: "Give validateOnly, or nothing." },
);

const Checked = z.object({
  execution: z.null(),
  replayed: z.boolean().meta({ description: "Whether the idempotency key names an execution already." }),
});

const schema = {
  tags: ["Executions"],
  description:
    "The body is the workflow's input: any JSON, at most 256 KiB and 32 levels deep; an empty body is no input. The execution is committed before the answer and will be delivered at least once, always with the same webhook-id.",
  security: AS_CALLER,
  querystring: Query,
  headers: z.looseObject({
    "Idempotency-Key": z
      .string()
      .optional()
      .meta({
        description:
          "1 to 255 printable ASCII characters, in quotes or bare. The same key, workflow and input within 24 hours answer with the first execution; another input is a CONFLICT.",
        examples: ['"invoice-4711"'],
      }),
  }),
  body: z.unknown().meta({ description: "The input.", examples: [{ name: "Ada" }] }),
  response: {
    200: describe("With validateOnly: all is well, and nothing was started.", "application/json", Checked, {
      "Idempotent-Replayed": {
        type: "string",
        description:
          "true: the idempotency key names an execution already, and nothing new would be started.",
      },
      ...RATE,
    }),
    202: describe("Accepted, or accepted before.", "application/json", ExecutionBody, {
      Location: {
        type: "string",
        description: "Where to follow the execution.",
        examples: ["/api/v1/executions/exec_01kaj5v0q8e5rt9m2h4w6x7y8z"],
      },
      "Idempotent-Replayed": {
        type: "string",
        description: "true: the idempotency key named this execution already, and nothing new was started.",
      },
      ...RATE,
    }),
    ...refusals(400, 401, 403, 404, 409, 413, 415, 429),
  },
};

const places = { "input.input": "body", "input.idempotencyKey": "header/Idempotency-Key" };

/** POST …/executions: starts a workflow, by its id or by its slug in a project. */
export function serveStartExecution(rest: Rest, runtime: Runtime): void {
  const onRequest = requireCaller(runtime);
  const id = z
    .string()
    .meta({ description: "The workflow's id.", examples: ["wf_01kaj5v0q8e5rt9m2h4w6x7y8z"] });
  rest.post("/workflows/:id/executions", {
    onRequest,
    config: { places },
    schema: {
      ...schema,
      operationId: "startExecution",
      summary: "Start a workflow",
      params: z.object({ id }),
    },
    handler: (request, reply) => start(request, reply, { ...request.query, workflowId: request.params.id }),
  });
  const params = z.object({
    id: z.string().meta({ description: "The project's id.", examples: ["proj_01kaj5v0q8e5rt9m2h4w6x7y8z"] }),
    slug: z.string().meta({ description: "The workflow's slug.", examples: ["say-hello"] }),
  });
  rest.post("/projects/:id/workflows/:slug/executions", {
    onRequest,
    config: { places },
    schema: {
      ...schema,
      operationId: "startExecutionBySlug",
      summary: "Start a workflow by its slug",
      params,
    },
    handler: (request, reply) =>
      start(request, reply, {
        ...request.query,
        projectId: request.params.id,
        workflow: request.params.slug,
      }),
  });
}

interface Choice {
  workflowId?: string;
  projectId?: string;
  workflow?: string;
  validateOnly?: "true" | "false" | undefined;
}

async function start(
  request: FastifyRequest,
  reply: FastifyReply,
  { validateOnly, ...choice }: Choice,
): Promise<FastifyReply> {
  const ctx = callerOf(request);
  const { execution, replayed } = await trigger(ctx, {
    ...choice,
    input: request.body,
    validateOnly: validateOnly === "true",
  });
  if (replayed) reply.header("idempotent-replayed", "true");
  if (execution === null) return reply.code(200).send({ execution, replayed });
  return reply
    .code(202)
    .header("location", `/api/v1/executions/${execution.id}`)
    .send(await bodyOf(ctx, execution));
}
