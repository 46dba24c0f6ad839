import { randomUUID } from "node:crypto";
import type { ApolloServer } from "@apollo/server";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import fastifyCookie from "@fastify/cookie";
import fastifyHelmet from "@fastify/helmet";
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  LogController,
} from "fastify";
import type { Context, Runtime } from "../context.js";
import { PosternError } from "../errors.js";
import { authenticate } from "./authenticate.js";
import { sendError } from "./errors.js";
import { serveSubscriptions } from "./graphql-stream.js";
import { serveHealth } from "./health.js";
import { BODY_MAX_BYTES, JSON_TYPE, parseJsonBody } from "./json-body.js";
import { sendProblem } from "./rest/problems.js";
import { isRest, serveRest } from "./rest/rest.js";
import { serveSampleReceiver } from "./sample-receiver.js";
import { securityHeaders } from "./security-headers.js";
import { serveWeb } from "./web.js";

declare module "fastify" {
  interface FastifyRequest {
    /** Who is calling; set before the body of the request is read. */
    ctx: Context | null;
  }
}

/** The HTTP server, not yet listening: the API, health, and the web application on one port. */
export async function createApp(
  runtime: Runtime,
  apollo: ApolloServer<Context>,
  isStopping: () => boolean,
): Promise<FastifyInstance> {
  const { config, log } = runtime;
  const app = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: config.trustProxy.length > 0 ? config.trustProxy : false,
    bodyLimit: BODY_MAX_BYTES,
    requestTimeout: 30_000,
    // A stopping server lets requests end; connections that idle between two are closed at once.
    forceCloseConnections: "idle",
    frameworkErrors: (error, request, reply) =>
      (isRest(request.url) ? sendProblem : sendError)(log, error, request, reply as never),
  });
  app.setErrorHandler<Error>((error, request, reply) => sendError(log, error, request, reply));
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(JSON_TYPE, { parseAs: "buffer" }, async (_: unknown, body: Buffer) =>
    parseJsonBody(body),
  );
  app.decorateRequest("ctx", null);
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
  app.addHook("onResponse", async (request, reply) => {
    const { method, ctx } = request;
    const principal = ctx?.principal.kind;
    const path = request.url.split("?", 1)[0];
    const ms = Math.round(reply.elapsedTime);
    const route = request.routeOptions.url ?? "none";
    runtime.metrics.request({ method, route, status: reply.statusCode, seconds: reply.elapsedTime / 1000 });
    log.debug({ requestId: request.id, method, path, status: reply.statusCode, ms, principal }, "request");
  });
  await app.register(fastifyHelmet, securityHeaders(config.publicUrl));
  serveHealth(app, runtime, isStopping);
  serveSampleReceiver(app);
  if (config.role === "worker") {
    refuseRequests(app);
    return app;
  }
  await app.register(fastifyCookie);
  serveGraphql(app, runtime, apollo);
  serveSubscriptions(app, runtime, apollo);
  await serveRest(app, runtime);
  await serveWeb(app);
  return app;
}

/** A worker has no API, so that whoever sends it requests by mistake is told. */
function refuseRequests(app: FastifyInstance): void {
  app.setNotFoundHandler(async () => {
    throw new PosternError(
      "NOT_FOUND",
      "This process only delivers (ROLE=worker) and answers /health/live and /health/ready. Send requests to one whose ROLE is api or all.",
    );
  });
}

/**
 * The one type of answer that the caller is told about. Apollo asks what they accept only once all is done, and
 * would call a mutation that it has carried out not acceptable: whoever wants something else gets JSON.
 */
const acceptedType = ({ headers }: FastifyRequest): string =>
  /application\/(graphql-response\+)?json/i.exec(headers.accept ?? "")?.[0] ?? "application/json";

function serveGraphql(app: FastifyInstance, runtime: Runtime, apollo: ApolloServer<Context>): void {
  app.post("/graphql", {
    onRequest: async (request, reply) => {
      reply.header("cache-control", "no-store");
      request.headers.accept = acceptedType(request);
      request.ctx = await authenticate(runtime, request, reply);
    },
    handler: fastifyApolloHandler(apollo, {
      context: async ({ ctx }) => {
        if (ctx === null) throw new Error("A request reached GraphQL without authentication.");
        return ctx;
      },
    }),
  });
  for (const url of ["/graphql", "/graphql/stream"]) {
    app.route({
      method: ["GET", "PUT", "PATCH", "DELETE", "OPTIONS"],
      url,
      handler: async (_, reply) => {
        const message = "Send GraphQL operations as POST with a JSON body: { query, variables }.";
        return reply
          .code(405)
          .header("allow", "POST")
          .send({ errors: [{ message, extensions: { code: "BAD_USER_INPUT" } }] });
      },
    });
  }
}
