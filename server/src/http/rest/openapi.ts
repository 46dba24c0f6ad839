import fastifySwagger, { type SwaggerTransform, type SwaggerTransformObject } from "@fastify/swagger";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import type { Config } from "../../config.js";
import { version } from "../../version.js";
import type { Described } from "./responses.js";
import type { Rest } from "./rest.js";
import { securitySchemes } from "./security.js";

/**
 * GET /openapi.json: what the routes after this call say of themselves, as OpenAPI 3.1. Public, as GraphQL's
 * introspection is, and switched off together with it.
 */
export async function serveOpenApi(rest: Rest, { introspection, publicUrl }: Config): Promise<void> {
  if (!introspection) return;
  await rest.register(fastifySwagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Postern",
        version,
        description:
          "Starting and following workflows without GraphQL. The same services, rights and limits; every refusal is a problem document with the code that it has in GraphQL.",
        license: { name: "MIT", identifier: "MIT" },
      },
      // Wherever this document was read.
      servers: [{ url: "/" }],
      tags: [
        { name: "Executions", description: "Runs of workflows." },
        { name: "Audit log", description: "Who changed what; for signed-in users." },
      ],
      components: { securitySchemes: securitySchemes(publicUrl) },
    },
    transform: withHeaders,
    transformObject: corrected,
  });
  let text: string | undefined;
  rest.get("/openapi.json", { schema: { hide: true } }, async (_, reply) => {
    text ??= JSON.stringify(rest.swagger());
    return reply.type("application/json").header("cache-control", "no-cache").send(text);
  });
}

/** The provider leaves out the headers of answers. */
const withHeaders: SwaggerTransform = (route) => {
  const transformed = jsonSchemaTransform(route);
  const responses = (transformed.schema as { response?: Record<string, Partial<Described>> }).response ?? {};
  const described = (route.schema?.response ?? {}) as Record<string, Partial<Described>>;
  for (const [status, response] of Object.entries(responses)) {
    // A copy each, since they are changed while the document is put together.
    if (described[status]?.headers) response.headers = structuredClone(described[status].headers);
  }
  return transformed;
};

/**
 * What the libraries say too much of. A shared schema is named twice, as what is sent and as what is taken, and
 * only one of them is used; any JSON may also be no body at all; and an answer may have further members one day.
 */
const corrected: SwaggerTransformObject = (route) => {
  const document = jsonSchemaTransformObject(route) as Document;
  const text = JSON.stringify(document);
  const { schemas } = document.components;
  for (const name of Object.keys(schemas)) {
    if (!text.includes(`"#/components/schemas/${name}"`)) delete schemas[name];
  }
  openEnded(schemas);
  for (const operation of Object.values(document.paths).flatMap((path) => Object.values(path))) {
    openEnded(operation.responses);
    const { requestBody } = operation;
    const body = requestBody?.content["application/json"]?.schema ?? {};
    if (requestBody && !("type" in body || "oneOf" in body)) requestBody.required = false;
  }
  return document as ReturnType<SwaggerTransformObject>;
};

/** The part of a document that is corrected. */
interface Document {
  components: { schemas: Record<string, unknown> };
  paths: Record<string, Record<string, Operation>>;
}
interface Operation {
  requestBody?: { required: boolean; content: Record<string, { schema: object }> };
  responses: object;
}

function openEnded(schema: object): void {
  const { additionalProperties } = schema as { additionalProperties?: unknown };
  if (additionalProperties === false) Reflect.deleteProperty(schema, "additionalProperties");
  for (const inner of Object.values(schema)) {
    if (typeof inner === "object" && inner !== null) openEnded(inner);
  }
}
