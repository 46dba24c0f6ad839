import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Registry } from "prom-client";
import { StartError } from "../errors.js";

export interface MetricsServer {
  port: number;
  close(): Promise<void>;
}

/**
 * Serves /metrics on a port of its own, which a firewall can keep for Prometheus alone. Throws StartError when
 * the port is taken.
 */
export async function serveMetrics(registry: Registry, host: string, port: number): Promise<MetricsServer> {
  const server = createServer(async (request, response) => {
    if (request.url?.split("?", 1)[0] !== "/metrics") {
      response.writeHead(404, { "content-type": "text/plain" }).end("The metrics are at /metrics.\n");
      return;
    }
    try {
      const text = await registry.metrics();
      response
        .writeHead(200, { "content-type": registry.contentType, "cache-control": "no-store" })
        .end(text);
    } catch {
      response.writeHead(500).end();
    }
  });
  try {
    server.listen(port, host);
    await once(server, "listening");
  } catch (error) {
    throw new StartError(`Cannot serve metrics on ${host}:${port}: ${(error as Error).message}`);
  }
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
