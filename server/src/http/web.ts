import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

const FOLDER = fileURLToPath(new URL("../../../web/dist", import.meta.url));

/** Serves the built web application. Every page of it is index.html; the rest is told that it is not there. */
export async function serveWeb(app: FastifyInstance): Promise<void> {
  const isBuilt = existsSync(`${FOLDER}/index.html`);
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: FOLDER,
      // A route per file and none for all, so that an unknown address below /api/v1 is answered there.
      wildcard: false,
      cacheControl: false,
      preCompressed: true,
      setHeaders: (reply, path) => {
        // Names under assets/ hold a hash of the content: what is there never changes.
        const forever = path.includes("/assets/");
        reply.header("cache-control", forever ? "public, max-age=31536000, immutable" : "no-cache");
      },
    });
  }
  app.setNotFoundHandler((request, reply) =>
    isBuilt && isPage(request) ? reply.sendFile("index.html") : sendNotFound(reply),
  );
}

const isPage = ({ method, headers }: FastifyRequest): boolean =>
  (method === "GET" || method === "HEAD") && (headers.accept ?? "").includes("text/html");

function sendNotFound(reply: FastifyReply): FastifyReply {
  const message = "There is nothing at this address. GraphQL is at /graphql, the web application at /.";
  return reply.code(404).send({ errors: [{ message, extensions: { code: "NOT_FOUND" } }] });
}
