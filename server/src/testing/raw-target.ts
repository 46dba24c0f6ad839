import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";

/** A target that speaks bytes instead of HTTP: whatever a test lets it do to a connection. */
export interface RawTarget {
  url: string;
  /** Connections made so far, and how many of them are open. */
  made(): number;
  open(): number;
  close(): Promise<void>;
}

/** `asked` runs once for each connection, when the first bytes of a request have come. */
export async function openRawTarget(asked: (socket: Socket) => void): Promise<RawTarget> {
  const sockets = new Set<Socket>();
  let made = 0;
  const server = createServer((socket) => {
    made++;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // The other side ends connections as it likes; that is what is being tested.
    socket.on("error", () => {});
    socket.once("data", () => asked(socket));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    made: () => made,
    open: () => sockets.size,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
