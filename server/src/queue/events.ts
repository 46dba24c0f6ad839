import { EventEmitter, on } from "node:events";
import type { ExecutionEvent, ExecutionEvents } from "../context.js";

/** Events of one process, told within it. */
export function memoryEvents(): ExecutionEvents {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    publish: (event) => void emitter.emit(event.projectId, event),
    async *subscribe(projectId, signal) {
      for await (const [event] of on(emitter, projectId, { signal })) yield event as ExecutionEvent;
    },
    async close() {},
  };
}
