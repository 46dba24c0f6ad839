import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from "fastify";
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from "fastify-type-provider-zod";
import type { Config } from "../../config.js";
import type { Runtime } from "../../context.js";
import { PosternError } from "../../errors.js";
import { JSON_TYPE, parseJsonBody } from "../json-body.js";
import { serveAuditExport } from "./audit-export.js";
import { serveCompletion } from "./completion.js";
import { serveOpenApi } from "./openapi.js";
import { watchMethods } from "./other-methods.js";
import { sendProblem } from "./problems.js";
import { serveExecution } from "./read-execution.js";
import { serveStartExecution } from "./start-execution.js";

/** The server below /api/v1: its routes' schemas are zod's. */
export type Rest = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

const PREFIX = "/api/v1";

/** Whether a request's address is one of these, so that what is wrong with it is told as a problem. */
export const isRest = (url: string): boolean => url.startsWith(`${PREFIX}/`);

/** Everything below /api/v1, for those who cannot speak GraphQL: the same services, rights and limits. */
export async function serveRest(app: FastifyInstance, runtime: Runtime): Promise<void> {
  const { config, log } = runtime;
  await app.register(
    async (plain) => {
      const rest: Rest = plain.withTypeProvider<ZodTypeProvider>();
      rest.setValidatorCompiler(validatorCompiler);
      rest.setSerializerCompiler(serializerCompiler);
      rest.setErrorHandler<Error>((error, request, reply) => sendProblem(log, error, request, reply));
      rest.setNotFoundHandler((request, reply) => sendProblem(log, nothingHere(config), request, reply));
      readJson(rest);
      rest.addHook("onRequest", async (_, reply) => {
        reply.header("cache-control", "no-store");
      });
      const serveOtherMethods = watchMethods(plain);
      await serveOpenApi(rest, config);
      serveStartExecution(rest, runtime);
      serveExecution(rest, runtime);
      serveCompletion(rest, runtime);
      serveAuditExport(rest, runtime);
      serveOtherMethods();
    },
    { prefix: PREFIX },
  );
}

/** As everywhere, but for a body of no bytes: it is none, also where its type is given. */
function readJson(rest: Rest): void {
  rest.removeAllContentTypeParsers();
  rest.addContentTypeParser(JSON_TYPE, { parseAs: "buffer" }, async (_: unknown, body: Buffer) =>
    body.length === 0 ? undefined : parseJsonBody(body),
  );
}

const nothingHere = ({ introspection }: Config) =>
  new PosternError(
    "NOT_FOUND",
    `There is nothing at this address.${introspection ? " /api/v1/openapi.json says what there is." : ""}`,
  );
