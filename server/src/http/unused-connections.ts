import type { Server } from "node:http";
import type { Socket } from "node:net";

/**
 * Keeps an eye on connections that never sent a request, as browsers open them in advance. Node does not
 * count them as idle, and a stopping server would wait for them. Returns what closes them.
 */
export function watchUnusedConnections(server: Server): () => void {
  const unused = new Set<Socket>();
  server.on("connection", (socket) => {
    unused.add(socket);
    socket.once("close", () => unused.delete(socket));
  });
  server.on("request", ({ socket }) => unused.delete(socket));
  return () => {
    for (const socket of unused) socket.destroy();
  };
}
