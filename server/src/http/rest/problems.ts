import { STATUS_CODES } from "node:http";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import type { Logger } from "pino";
import { z } from "zod";
import { badUserInput, type FieldFault, PosternError } from "../../errors.js";
import { type Refusal, refusalOf } from "../errors.js";

declare module "fastify" {
  interface FastifyContextConfig {
    /** What a service's names for parts of its input are called in this route's request. */
    places?: Readonly<Record<string, string>>;
  }
}

export const PROBLEM_TYPE = "application/problem+json";

const Fault = z.object({
  path: z.string().meta({
    description: "Where: body, query, path or header, and from there on as a JSON Pointer (RFC 6901).",
    examples: ["body/amount"],
  }),
  message: z.string(),
});

const EXAMPLE = {
  type: "about:blank",
  title: "Bad Request",
  status: 400,
  detail: "body/amount: Must be of type number.",
  code: "BAD_USER_INPUT",
  fields: [{ path: "body/amount", message: "Must be of type number." }],
};

/** What a program finds in every refusal, of which each member means the same as in GraphQL's extensions. */
export const Problem = z
  .object({
    type: z.string().meta({ description: "about:blank: the status says it all, and code says more." }),
    title: z.string().meta({ description: "The status in words." }),
    status: z.int().meta({ examples: [400] }),
    detail: z.string().meta({ description: "What is wrong, and what would be right." }),
    code: z.string().meta({ description: "For programs.", examples: ["BAD_USER_INPUT"] }),
    reason: z
      .string()
      .optional()
      .meta({ description: "Why a credential does not work.", examples: ["EXPIRED"] }),
    fields: z.array(Fault).optional().meta({ description: "Every fault of the request at once." }),
    retryAfterSeconds: z.int().optional(),
    requestId: z
      .string()
      .optional()
      .meta({ description: "With INTERNAL_SERVER_ERROR: to be found in the log." }),
  })
  .meta({ id: "Problem", description: "A refusal (RFC 9457).", examples: [EXAMPLE] });

/** Answers an error as a problem document. */
export function sendProblem(
  log: Logger,
  error: FastifyError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const told = hasZodFastifySchemaValidationErrors(error) ? unfit(error) : inPlace(error, request);
  sendRefusal(reply, refusalOf(log, told, request, reply));
}

export function sendRefusal(reply: FastifyReply, { status, code, message, details }: Refusal): FastifyReply {
  const problem = {
    type: "about:blank",
    title: STATUS_CODES[status] ?? "Error",
    status,
    detail: message,
    code,
  };
  return reply
    .code(status)
    .header("cache-control", "no-store")
    .type(PROBLEM_TYPE)
    .send({ ...problem, ...details });
}

const PARTS: Record<string, string> = { querystring: "query", params: "path", headers: "header" };

/** What breaks a route's schema. The messages are the schemas' own and repeat no value. */
function unfit(error: Pick<FastifyError, "validation" | "validationContext">): PosternError {
  const part = PARTS[error.validationContext ?? ""] ?? "body";
  const faults = (error.validation ?? []).map(({ instancePath, message }) => ({
    path: instancePath === "/" ? part : `${part}${instancePath}`,
    message: message ?? "",
  }));
  return badUserInput(faults);
}

/** The error with paths that its caller knows, since a service names the fields of GraphQL's input. */
function inPlace(error: Error, request: FastifyRequest): Error {
  if (!(error instanceof PosternError) || !Array.isArray(error.details["fields"])) return error;
  const places = Object.entries(request.routeOptions?.config?.places ?? {});
  const fields = (error.details["fields"] as FieldFault[]).map(({ path, message }) => {
    const [name, place] = places.find(([name]) => path === name || path.startsWith(`${name}/`)) ?? ["", ""];
    return { path: `${place}${path.slice(name.length)}`, message };
  });
  // Only this message repeats the paths.
  if (error.code === "BAD_USER_INPUT") return badUserInput(fields);
  return new PosternError(error.code, error.message, { ...error.details, fields });
}
