// A process that answers HTTP and checks schemas as the server does, for the benchmark of hostile schemas.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { openSchemaChecker } from "../workflow/schema-checker.js";

const checker = openSchemaChecker();

/** POST: checks the input against the schema. Anything else: a request that wants nothing of schemas. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== "POST") {
    response.end("here");
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { schemaText, inputText } = JSON.parse(Buffer.concat(chunks).toString());
  try {
    response.end(JSON.stringify(await checker.inputFaults(schemaText, inputText)));
  } catch (error) {
    response.writeHead(503).end(JSON.stringify([{ path: "", message: (error as Error).message }]));
  }
}

const server = createServer((request, response) => void answer(request, response));
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`${typeof address === "object" && address !== null ? address.port : ""}\n`);
});
process.once("SIGTERM", () => {
  server.closeAllConnections();
  server.close();
  void checker.close();
});
