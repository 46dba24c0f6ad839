import { ActorKind, ExecutionStatus } from "@postern/shared";
import { z } from "zod";
import type { Context } from "../../context.js";
import type { Execution } from "../../execution/execution.entity.js";
import { attemptsOf, workflowOf } from "../../execution/execution.service.js";
import { jsonOf } from "../../input/json.js";
import { projectOf } from "../../workflow/workflow.service.js";

const nullable = <T extends z.ZodType>(schema: T, description: string) =>
  schema.nullable().meta({ description });

const ExecutionError = z.object({ code: z.string(), message: z.string() });

const Named = z.object({ id: z.string(), slug: z.string(), name: z.string() });

const Attempt = z.object({
  number: z.int().meta({ description: "1 for the first." }),
  startedAt: z.date(),
  finishedAt: z.date().nullable(),
  responseStatus: nullable(z.int(), "The HTTP status of the target's answer."),
  error: ExecutionError.nullable(),
  durationMs: nullable(z.int(), "Milliseconds from begin to end."),
});

const EXAMPLE = {
  id: "exec_01kaj5v0q8e5rt9m2h4w6x7y8z",
  status: "SUCCEEDED",
  workflow: { id: "wf_01kaj5tz3mf7arhq5kd9v2c8be", slug: "say-hello", name: "Say hello" },
  project: { id: "proj_01kaj5tyzpe4s8w1m6n3x5t7jk", slug: "sample-project", name: "Sample project" },
  triggeredBy: { kind: "API_KEY", name: "CI", apiKeyId: "key_01kaj5tzr2fd3bq8y6h1n4k7mw" },
  input: { name: "Ada" },
  output: { message: "Hello, Ada." },
  error: null,
  idempotencyKey: "greeting-4711",
  retryOfId: null,
  attempts: [
    {
      number: 1,
      startedAt: "2026-11-21T09:30:00.012Z",
      finishedAt: "2026-11-21T09:30:00.054Z",
      responseStatus: 200,
      error: null,
      durationMs: 42,
    },
  ],
  nextAttemptAt: null,
  completionDeadline: null,
  createdAt: "2026-11-21T09:30:00.000Z",
  startedAt: "2026-11-21T09:30:00.012Z",
  finishedAt: "2026-11-21T09:30:00.054Z",
};

/** An execution with the names that it has in GraphQL: what is sent, and what OpenAPI shows. */
export const ExecutionBody = z
  .object({
    id: z.string().meta({ examples: ["exec_01kaj5v0q8e5rt9m2h4w6x7y8z"] }),
    status: z.enum(ExecutionStatus).meta({
      description: "RUNNING from the first attempt until the end, also while the next attempt is waited for.",
    }),
    workflow: Named,
    project: Named,
    triggeredBy: z
      .object({ kind: z.enum(ActorKind), name: z.string(), apiKeyId: z.string().nullable() })
      .meta({ description: "Who started it, as named at that moment." }),
    input: z.unknown().meta({ description: "What it was started with." }),
    output: z.unknown().meta({
      description:
        "The target's answer or report: its JSON or text, at most 64 KiB; null where there is none.",
    }),
    error: nullable(ExecutionError, "Why it failed."),
    idempotencyKey: z.string().nullable(),
    retryOfId: nullable(z.string(), "The execution that this one repeats."),
    attempts: z.array(Attempt).meta({ description: "The deliveries so far, first to last." }),
    nextAttemptAt: nullable(z.date(), "When the next attempt begins, while one is waited for."),
    completionDeadline: nullable(
      z.date(),
      "Until when a target that answered 202 has to report the outcome.",
    ),
    createdAt: z.date(),
    startedAt: nullable(z.date(), "When the first attempt began."),
    finishedAt: z.date().nullable(),
  })
  .meta({ id: "Execution", description: "One run of a workflow.", examples: [EXAMPLE as never] });

/** The body for an execution that the caller may read. */
export async function bodyOf(ctx: Context, execution: Execution): Promise<z.output<typeof ExecutionBody>> {
  const [workflow, project, attempts] = await Promise.all([
    workflowOf(ctx, execution),
    projectOf(ctx, execution),
    attemptsOf(ctx, execution.id),
  ]);
  const { id, status, triggeredBy, error, idempotencyKey, retryOfId, nextAttemptAt } = execution;
  const { completionDeadline, createdAt, startedAt, finishedAt } = execution;
  const { kind, name, apiKeyId } = triggeredBy;
  return {
    id,
    status,
    workflow: { id: workflow.id, slug: workflow.slug, name: workflow.name },
    project: { id: project.id, slug: project.slug, name: project.name },
    triggeredBy: { kind, name, apiKeyId },
    input: jsonOf(execution.input),
    output: jsonOf(execution.output),
    error,
    idempotencyKey,
    retryOfId,
    attempts,
    nextAttemptAt,
    completionDeadline,
    createdAt,
    startedAt,
    finishedAt,
  };
}
