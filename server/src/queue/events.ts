import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import type { ExecutionEvent, ExecutionEvents } from "../context.js";
import { openRedis, RedisPresence } from "../redis.js";

type Listener = (event: ExecutionEvent) => void;

const CHANNEL = "postern-executions";

interface MemoryEvents extends ExecutionEvents {
  /** Tells all who listen that they may have missed something. */
  missed(): void;
}

/** Events of one process, told within it. */
export function memoryEvents(): MemoryEvents {
  const byProject = new Map<string, Set<Listener>>();
  const publish = (event: ExecutionEvent) => {
    for (const listener of byProject.get(event.projectId) ?? []) listener(event);
  };
  return {
    publish,
    subscribe(projectId, listener) {
      const listeners = byProject.get(projectId) ?? new Set();
      byProject.set(projectId, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && byProject.get(projectId) === listeners) byProject.delete(projectId);
      };
    },
    listeners: () => [...byProject.values()].reduce((sum, { size }) => sum + size, 0),
    missed() {
      for (const projectId of byProject.keys()) publish({ projectId, executionId: null });
    },
    async close() {},
  };
}

/**
 * The same for all servers that share a Redis. Within the process events do not take the way through it, so
 * they are told while it is away; once it is back, all who listen look for what they missed.
 */
export function redisEvents(url: string, log: Logger): ExecutionEvents {
  const here = memoryEvents();
  const origin = randomUUID();
  const publisher = openRedis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 1000,
  });
  // A subscription of the library's own would begin at a moment that nobody is told of.
  const subscriber = openRedis(url, { autoResubscribe: false, maxRetriesPerRequest: null });
  const presence = new RedisPresence(log, "events are told within each server");
  for (const redis of [publisher, subscriber]) presence.watch(redis);
  subscriber.on("ready", () => {
    // Where it fails, the connection is lost again, and the next one brings it about.
    subscriber.subscribe(CHANNEL).then(here.missed, () => {});
  });
  subscriber.on("message", (_channel: string, text: string) => {
    const { from, ...event } = JSON.parse(text) as ExecutionEvent & { from: string };
    if (from !== origin) here.publish(event);
  });
  return {
    ...here,
    publish(event) {
      here.publish(event);
      publisher.publish(CHANNEL, JSON.stringify({ ...event, from: origin })).catch(() => {});
    },
    async close() {
      presence.end();
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
}
