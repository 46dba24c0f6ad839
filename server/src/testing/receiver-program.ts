// The receiver's own process: verifies each delivery with the Standard Webhooks library, writes down what it got,
// and only then answers. It ends when the process that started it lets go of it.
import { createHash } from "node:crypto";
import { openSync, writeSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { type Answer, type Delivered, GOOD_MOOD, type Order } from "./receiver-process.js";

interface Body {
  timestamp: string;
  data: { executionId: string; input: { n?: number; sentAt?: number } | null };
}

const log = openSync(process.argv[2] ?? "", "a");
const counts = new Map<string, number>();
let mood = GOOD_MOOD;
let webhook: Webhook | null = null;
let held: (() => void)[] | null = null;

/** A number from 0 to just below 1 that depends on nothing but the seed and its argument. */
function chanceOf(what: string): number {
  return createHash("sha256").update(`${mood.seed} ${what}`).digest().readUInt32BE() / 2 ** 32;
}

/** Misbehaves at an execution's first delivery only, so that the attempts it is allowed are enough. */
function answerOf(n: number | null, count: number): Answer {
  if (count > 1) return "ok";
  const chance = chanceOf(`answer ${n}`) * 1000;
  if (chance < mood.error) return "error";
  if (chance < mood.error + mood.hang) return "hang";
  return chance < mood.error + mood.hang + mood.drop ? "drop" : "ok";
}

function faultOf(headers: IncomingHttpHeaders, text: string, body: Body): string | null {
  if (webhook === null) return "It came before its signing secret was known.";
  try {
    webhook.verify(text, headers as Record<string, string>);
  } catch (error) {
    return (error as Error).message;
  }
  return body.data.executionId === headers["webhook-id"] ? null : "webhook-id is not the body's executionId.";
}

function note(headers: IncomingHttpHeaders, text: string): Delivered {
  const body = JSON.parse(text) as Body;
  const id = String(headers["webhook-id"]);
  const count = (counts.get(id) ?? 0) + 1;
  counts.set(id, count);
  const n = body.data.input?.n ?? null;
  const delivered: Delivered = {
    id,
    n,
    count,
    at: Date.now(),
    acceptedAt: Date.parse(body.timestamp),
    sentAt: body.data.input?.sentAt ?? null,
    fault: faultOf(headers, text, body),
    answer: answerOf(n, count),
  };
  writeSync(log, `${JSON.stringify(delivered)}\n`);
  return delivered;
}

function reply(response: ServerResponse, answer: Answer): void {
  if (answer === "hang") return;
  if (answer === "drop") return void response.socket?.destroy();
  response.writeHead(answer === "ok" ? 200 : 500, { "content-type": "application/json" });
  response.end('{"ok":true}');
}

function hold(on: boolean): void {
  for (const answer of held ?? []) answer();
  held = on ? [] : null;
}

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer);
  } catch {
    return; // The sender was killed while it spoke; nothing was delivered.
  }
  const { id, n, count, answer } = note(request.headers, Buffer.concat(chunks).toString());
  const wait = mood.slowMs * chanceOf(`wait ${id} ${n} ${count}`);
  if (held) held.push(() => reply(response, answer));
  else if (wait < 1) reply(response, answer);
  else setTimeout(reply, wait, response, answer);
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));

process.on("message", (order: Order) => {
  if ("mood" in order) mood = order.mood;
  else if ("secret" in order) webhook = new Webhook(order.secret);
  else if ("hold" in order) hold(order.hold);
  else process.send?.(counts.size);
});
process.once("disconnect", () => process.exit(0));
