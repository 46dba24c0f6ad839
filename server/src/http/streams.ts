import type { Principal } from "../auth/principal.js";
import { rateLimited, serviceUnavailable } from "../errors.js";

/** Streams that one user or key may have open at a server. */
const STREAMS_PER_CALLER = 100;
/** Streams that a server keeps open in all. */
const STREAMS_MAX = 2_000;
/** When to try again whoever had too many. */
const RETRY_AFTER_SECONDS = 15;

/** The open streams of this server: bounded, and ended when it stops. */
export class Streams {
  readonly #open = new Set<AbortController>();
  readonly #byCaller = new Map<string, number>();

  /** Lets one more in; what is returned lets it out again. RATE_LIMITED for a caller who has too many. */
  enter(principal: Principal, controller: AbortController): () => void {
    const caller = callerOf(principal);
    const held = this.heldBy(principal);
    if (held >= STREAMS_PER_CALLER) {
      throw rateLimited(`Keep at most ${STREAMS_PER_CALLER} streams open.`, RETRY_AFTER_SECONDS);
    }
    if (this.#open.size >= STREAMS_MAX) {
      throw serviceUnavailable("The server keeps as many streams open as it can. Try again later.");
    }
    this.#open.add(controller);
    this.#byCaller.set(caller, held + 1);
    return () => this.#leave(caller, controller);
  }

  /** How many of them are this caller's. */
  heldBy(principal: Principal): number {
    return this.#byCaller.get(callerOf(principal)) ?? 0;
  }

  #leave(caller: string, controller: AbortController): void {
    if (!this.#open.delete(controller)) return;
    const left = (this.#byCaller.get(caller) ?? 0) - 1;
    if (left > 0) this.#byCaller.set(caller, left);
    else this.#byCaller.delete(caller);
  }

  /** Ends all of them. */
  stop(): void {
    for (const controller of this.#open) controller.abort();
  }
}

function callerOf(principal: Principal): string {
  if (principal.kind === "USER") return principal.userId;
  return principal.kind === "API_KEY" ? principal.apiKeyId : principal.kind;
}
