import { ERROR_CODE_MAX, ERROR_MESSAGE_MAX, ExecutionStatus } from "@postern/shared";
import { z } from "zod";
import type { Runtime } from "../../context.js";
import { type Completion, complete } from "../../execution/complete.js";
import { authenticateTarget } from "../authenticate.js";
import { describe, refusals } from "./responses.js";
import type { Rest } from "./rest.js";
import { AS_TARGET } from "./security.js";

const Message = z
  .string({ error: "Say in text what went wrong." })
  .trim()
  .min(1, { error: "Say what went wrong." })
  .meta({ description: `What went wrong; the first ${ERROR_MESSAGE_MAX} characters are kept.` });

const Code = z
  .string({ error: "Give a text." })
  .regex(new RegExp(`^[\\w.:-]{1,${ERROR_CODE_MAX}}$`), {
    error: `Use 1 to ${ERROR_CODE_MAX} letters, digits and _ . : -`,
  })
  .meta({ description: "For programs; TARGET_FAILED where it is left out." });

const Failure = z.union(
  [
    Message,
    z.strictObject({ code: Code.optional(), message: Message }, { error: onlyFields("code and message") }),
  ],
  { error: "Give a text, or code and message." },
);

const Output = z.unknown().optional().meta({ description: "Any JSON, at most 64 KiB." });

const Report = z.discriminatedUnion(
  "status",
  [
    z.strictObject(
      { status: z.literal("SUCCEEDED"), output: Output },
      { error: onlyFields("status and output") },
    ),
    z.strictObject(
      { status: z.literal("FAILED"), error: Failure, output: Output },
      { error: onlyFields("status, error and output") },
    ),
  ],
  {
    error: ({ code }: { code?: string }) =>
      code === "invalid_type" ? "Send an object." : "Give SUCCEEDED or FAILED.",
  },
);

const Ended = z.object({
  id: z.string(),
  status: z.enum(ExecutionStatus),
  finishedAt: z.date().nullable(),
});

/** POST /executions/ID/completion: a target that answered 202 reports what came of it. */
export function serveCompletion(rest: Rest, runtime: Runtime): void {
  rest.post("/executions/:id/completion", {
    // Before the body is read.
    onRequest: async (request) => {
      authenticateTarget(runtime, request, (request.params as { id: string }).id);
    },
    config: { places: { output: "body/output" } },
    schema: {
      operationId: "completeExecution",
      tags: ["Executions"],
      summary: "Report the outcome of long work",
      description:
        "For a workflow's target that answered a delivery with 202: ends the execution, once. The delivery's body holds this address and the token in data.completion.",
      security: AS_TARGET,
      params: z.object({ id: z.string().meta({ examples: ["exec_01kaj5v0q8e5rt9m2h4w6x7y8z"] }) }),
      body: Report.meta({
        examples: [
          { status: "SUCCEEDED", output: { pages: 12 } },
          { status: "FAILED", error: { code: "NO_PAPER", message: "The printer is out of paper." } },
        ],
      }),
      response: {
        200: describe("The execution has ended so.", "application/json", Ended),
        ...refusals(400, 401, 404, 409, 413, 415),
      },
    },
    handler: async (request, reply) => {
      const { ctx, token } = authenticateTarget(runtime, request, request.params.id);
      const { id, status, finishedAt } = await complete(
        ctx,
        request.params.id,
        token,
        completionOf(request.body),
      );
      return reply.send({ id, status, finishedAt });
    },
  });
}

function completionOf(report: z.output<typeof Report>): Completion {
  if (report.status === "SUCCEEDED") return report;
  const { code = "TARGET_FAILED", message } =
    typeof report.error === "string" ? { message: report.error } : report.error;
  return { ...report, error: { code, message: cut(message) } };
}

/** The first characters, none of them half. */
const cut = (text: string): string => [...text].slice(0, ERROR_MESSAGE_MAX).join("");

function onlyFields(names: string) {
  return ({ code }: { code?: string }): string =>
    code === "invalid_type" ? "Send an object." : `Give ${names} alone.`;
}
