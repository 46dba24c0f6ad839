import { once } from "node:events";
import { PassThrough } from "node:stream";
import { type ApolloServer, HeaderMap } from "@apollo/server";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { ANONYMOUS } from "../auth/principal.js";
import type { Context, Live, Runtime } from "../context.js";
import { authenticate, authenticateAgain } from "./authenticate.js";
import { Streams } from "./streams.js";

/** How often a stream says that it still lives; proxies close connections that are silent for a minute. */
const BEAT_MS = 15_000;
/** Beats for which a reader may take nothing; then it is gone, and its connection has not noticed. */
const BEATS_UNREAD = 3;
/** How long a stream that ends may take to hand over what is written. */
const CUT_AFTER_MS = 1_000;
const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  // nginx would keep events back until there are many.
  "x-accel-buffering": "no",
  // A connection that stayed for the next request would hold up a server that stops.
  connection: "close",
};
const BEAT = ":\n\n";
/** Without a `complete` before it, the end of a stream says itself that there is more to come. */
const STOPPING = ": the server stops; connect again\n\n";

/**
 * GraphQL over Server-Sent Events, in the mode of distinct connections: POST /graphql/stream with one
 * subscription, answered by `next` events and, when it is over, `complete`. What is refused before anything
 * is sent is answered as at /graphql; queries and mutations are refused.
 */
export function serveSubscriptions(
  app: FastifyInstance,
  runtime: Runtime,
  apollo: ApolloServer<Context>,
): void {
  const streams = new Streams();
  app.addHook("preClose", async () => streams.stop());
  app.post("/graphql/stream", {
    onRequest: async (request, reply) => {
      reply.header("cache-control", "no-store");
      request.ctx = await authenticate(runtime, request, reply);
    },
    handler: async (request, reply) => {
      const gone = new AbortController();
      const { results, refusal } = await subscribed(apollo, request, {
        signal: gone.signal,
        renew: () => authenticateAgain(runtime, request),
        streams: () => streams.heldBy(request.ctx?.principal ?? ANONYMOUS),
      });
      if (results === null) {
        return reply.code(refusal.status).headers(refusal.headers).send(refusal.text);
      }
      const leave = streams.enter(request.ctx?.principal ?? ANONYMOUS, gone);
      const pipe = new PassThrough({ highWaterMark: 16 * 1024 });
      pipe.once("close", () => {
        gone.abort();
        leave();
      });
      // A reader who takes nothing must not hold up a server that stops.
      gone.signal.addEventListener("abort", () => {
        setTimeout(() => reply.raw.destroy(), CUT_AFTER_MS).unref();
      });
      void send(pipe, results, gone.signal, runtime.log);
      return reply.headers(HEADERS).send(pipe);
    },
  });
}

/** What the subscription brings, once Apollo has let it through; else Apollo's answer. */
async function subscribed(apollo: ApolloServer<Context>, request: FastifyRequest, call: Omit<Live, "open">) {
  const { ctx } = request;
  if (ctx === null) throw new Error("A request reached GraphQL without authentication.");
  const opened: AsyncIterable<object>[] = [];
  const live: Live = { ...call, open: (results) => void opened.push(results) };
  const {
    status = 200,
    headers,
    body,
  } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: forApollo(request),
    context: async () => ({ ...ctx, live }),
  });
  const text = body.kind === "complete" ? body.string : "";
  return { results: opened[0] ?? null, refusal: { status, headers: Object.fromEntries(headers), text } };
}

/** The request as /graphql would get it: what it accepts besides errors is no matter of Apollo's. */
function forApollo({ method, headers, body }: FastifyRequest) {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) map.set(name, String(value));
  map.set("accept", "application/json");
  return { method, headers: map, body, search: "" };
}

/** Writes each result as soon as the reader has taken those before it, and ends the pipe. */
async function send(
  pipe: PassThrough,
  results: AsyncIterable<object>,
  signal: AbortSignal,
  log: Runtime["log"],
): Promise<void> {
  // A first byte, since some browsers take no notice of an answer's head alone.
  pipe.write(BEAT);
  let unread = 0;
  const pulse = setInterval(() => {
    if (!pipe.writableNeedDrain) {
      unread = 0;
      pipe.write(BEAT);
    } else if (++unread >= BEATS_UNREAD) pipe.destroy();
  }, BEAT_MS);
  try {
    for await (const result of results) {
      if (signal.aborted) break;
      const text = `event: next\ndata: ${JSON.stringify(result)}\n\n`;
      if (!pipe.write(text)) await once(pipe, "drain", { signal });
    }
    if (!pipe.destroyed) pipe.end(signal.aborted ? STOPPING : "event: complete\ndata: \n\n");
  } catch (err) {
    if (!signal.aborted) log.error({ err }, "a stream broke off");
    pipe.destroy();
  } finally {
    clearInterval(pulse);
  }
}
