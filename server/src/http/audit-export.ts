import { Readable } from "node:stream";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { AuditFilter } from "../audit-log/audit-log.inputs.js";
import { exported, FORMATS, type Format } from "../audit-log/export.js";
import type { Runtime } from "../context.js";
import { badUserInput, type FieldFault, forbidden, unauthenticated } from "../errors.js";
import { authenticate } from "./authenticate.js";

/**
 * The audit log as a file: GET /api/v1/organizations/ID/audit-log.ndjson or .csv, with the fields of
 * AuditFilter as its query. For signed-in users; what goes wrong before the first byte is answered as JSON,
 * and later on ends the answer before its proper end.
 */
export function serveAuditExport(app: FastifyInstance, runtime: Runtime): void {
  const underWay = new Set<Readable>();
  // A download may take longer than a stop may wait.
  app.addHook("preClose", async () => {
    for (const stream of underWay) stream.destroy();
  });
  for (const format of Object.keys(FORMATS) as Format[]) {
    app.get<{ Params: { id: string } }>(
      `/api/v1/organizations/:id/audit-log.${format}`,
      // To answer HEAD as GET would mean to read all of it.
      { exposeHeadRoute: false },
      async (request, reply) => {
        reply.header("cache-control", "no-store");
        const ctx = await authenticate(runtime, request, reply);
        if (ctx.principal.kind === "ANONYMOUS") throw unauthenticated("MISSING");
        if (ctx.principal.kind !== "USER") {
          throw forbidden("Only signed-in users read the audit log; an API key never does.");
        }
        const pieces = exported(ctx, request.params.id, filterOf(request), format);
        const first = await pieces.next();
        const stream = Readable.from(resumed(first.value ?? "", pieces));
        underWay.add(stream);
        stream.once("close", () => underWay.delete(stream));
        return reply
          .type(FORMATS[format].type)
          .header("content-disposition", `attachment; filename="audit-log.${format}"`)
          .send(stream);
      },
    );
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

const TEXTS = ["action", "actorId", "targetId", "projectId"] as const;
const INSTANTS = ["since", "until"] as const;
const RFC_3339 = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/i;

function filterOf(request: FastifyRequest): AuditFilter {
  const query = request.query as Record<string, string | string[]>;
  const filter = new AuditFilter();
  const faults: FieldFault[] = [];
  for (const [name, value] of Object.entries(query)) {
    const text = TEXTS.find((known) => known === name);
    const instant = INSTANTS.find((known) => known === name);
    if (typeof value !== "string") {
      faults.push({ path: name, message: "Give it once." });
    } else if (text !== undefined) {
      filter[text] = value;
    } else if (instant === undefined) {
      faults.push({ path: "query", message: `Give any of ${[...TEXTS, ...INSTANTS].join(", ")}.` });
    } else if (!RFC_3339.test(value) || Number.isNaN(Date.parse(value))) {
      faults.push({
        path: name,
        message: "Give an instant, such as 2026-11-21T09:30:00Z, or a date in UTC.",
      });
    } else {
      filter[instant] = new Date(value);
    }
  }
  if (faults.length > 0) throw badUserInput(faults);
  return filter;
}
