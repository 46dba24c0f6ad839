import { Readable } from "node:stream";
import { z } from "zod";
import { exported, FORMATS, type Format } from "../../audit-log/export.js";
import type { Runtime } from "../../context.js";
import { forbidden } from "../../errors.js";
import { callerOf, requireCaller } from "./caller.js";
import { describe, refusals } from "./responses.js";
import type { Rest } from "./rest.js";
import { AS_USER } from "./security.js";

/**
 * The audit log as a file: GET /api/v1/organizations/ID/audit-log.ndjson or .csv, with the fields of
 * AuditFilter as its query. For signed-in users; what goes wrong before the first byte is answered as a
 * problem, and later on ends the answer before its proper end.
 */
export function serveAuditExport(rest: Rest, runtime: Runtime): void {
  const underWay = new Set<Readable>();
  // A download may take longer than a stop may wait.
  rest.addHook("preClose", async () => {
    for (const stream of underWay) stream.destroy();
  });
  for (const format of Object.keys(FORMATS) as Format[]) {
    rest.get(`/organizations/:id/audit-log.${format}`, {
      // To answer HEAD as GET would mean to read all of it.
      exposeHeadRoute: false,
      onRequest: requireCaller(runtime),
      schema: schemaOf(format),
      handler: async (request, reply) => {
        const ctx = callerOf(request);
        if (ctx.principal.kind !== "USER") {
          throw forbidden("Only signed-in users read the audit log; an API key never does.");
        }
        const pieces = exported(ctx, request.params.id, request.query, format);
        const first = await pieces.next();
        const stream = Readable.from(resumed(first.value ?? "", pieces));
        underWay.add(stream);
        stream.once("close", () => underWay.delete(stream));
        return reply
          .type(FORMATS[format].type)
          .header("content-disposition", `attachment; filename="audit-log.${format}"`)
          .send(stream);
      },
    });
  }
}

/** The whole again, after its first piece was taken: so that what fails at once is told in JSON. */
async function* resumed(first: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

const RFC_3339 = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/i;
const NOT_AN_INSTANT = "Give an instant, such as 2026-11-21T09:30:00Z, or a date in UTC.";

const once = ({ input }: { input?: unknown }): string =>
  Array.isArray(input) ? "Give it once." : "Give a text.";
const text = (description: string) => z.string({ error: once }).optional().meta({ description });
const instant = (description: string) =>
  z
    .codec(
      z.string({ error: once }).regex(RFC_3339, { error: NOT_AN_INSTANT }),
      z.date({ error: NOT_AN_INSTANT }),
      { decode: (value) => new Date(value), encode: (value) => value.toISOString() },
    )
    .optional()
    .meta({ description, examples: ["2026-11-21T09:30:00Z"] });

/** The fields of AuditFilter, as a query says them. */
const Filter = z.strictObject(
  {
    action: text("The whole action, such as apiKey.create."),
    actorId: text("The user or the API key that did it."),
    targetId: text("What it was done to."),
    projectId: text("What happened in this project."),
    since: instant("From this instant on, or from the begin of this day in UTC."),
    until: instant("Before this instant, or before the begin of this day in UTC."),
  },
  { error: "Give any of action, actorId, targetId, projectId, since, until." },
);

const schemaOf = (format: Format) => ({
  operationId: `exportAuditLog${format.toUpperCase()}`,
  tags: ["Audit log"],
  summary: `The audit log as ${format.toUpperCase()}`,
  description:
    "Entries that fit all of what is given, newest first. For signed-in users, never for an API key.",
  security: AS_USER,
  params: z.object({ id: z.string().meta({ description: "The organization's id." }) }),
  querystring: Filter,
  response: {
    200: describe("The entries, as a download.", FORMATS[format].type.split(";", 1)[0] ?? "", z.string()),
    ...refusals(400, 401, 403, 404, 429),
  },
});
