import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
  at: number;
}

export type Answering = (request: Received, count: number) => Reply | Promise<Reply>;

export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  /** Never answers; the connection stays open until the receiver closes. */
  hang?: boolean;
}

/** A real HTTP receiver on loopback that keeps what it got. */
export interface Receiver {
  url: string;
  received: Received[];
  /** Waits until so many requests have come. */
  waitFor(count: number): Promise<Received[]>;
  close(): Promise<void>;
}

export async function openReceiver(answer: Answering = () => ({})): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const got = { headers: request.headers, body: Buffer.concat(chunks).toString(), at: Date.now() };
    received.push(got);
    const reply = await answer(got, received.length);
    if (reply.hang) return;
    response.writeHead(reply.status ?? 200, { "content-type": "application/json", ...reply.headers });
    response.end(reply.body ?? JSON.stringify({ ok: true }));
  });
  // Only the sender ends an idle connection, so that none ends just when it is used again.
  server.keepAliveTimeout = 0;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    async waitFor(count) {
      await until(() => received.length >= count);
      return received;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** Ends a wait for what does not come about; no machine is that slow. */
const PATIENCE_MS = 60_000;

/** Waits until something holds. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error("What the test waited for did not come about.");
    await sleep(20);
  }
}
