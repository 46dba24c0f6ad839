import type { ExecutionEvents } from "../context.js";

/** More executions than this are not told one by one to somebody who is slow to look. */
const TOLD_MAX = 1000;

/**
 * Notes which executions of a project changed while its holder is busy with something else. Each is noted
 * once, however often it changed, since only its present state matters; so it stays small for the slowest
 * holder. It ends with the signal.
 */
export class Watch {
  #told = new Set<string>();
  #unknown = false;
  #wake = () => {};

  constructor(
    events: ExecutionEvents,
    projectId: string,
    private readonly signal: AbortSignal,
    concerns: (executionId: string) => boolean = () => true,
  ) {
    if (signal.aborted) return;
    const end = events.subscribe(projectId, ({ executionId }) => {
      if (executionId !== null && !concerns(executionId)) return;
      this.#note(executionId);
      this.#wake();
    });
    signal.addEventListener(
      "abort",
      () => {
        end();
        this.#wake();
      },
      { once: true },
    );
  }

  #note(executionId: string | null): void {
    if (executionId === null || this.#told.size >= TOLD_MAX) this.#unknown = true;
    else this.#told.add(executionId);
  }

  /**
   * What changed since the last time, at the latest after `withinMs`, when it may be nothing; at once when the
   * signal aborts. Null: it is not known which.
   */
  async next(withinMs: number): Promise<string[] | null> {
    if (this.#told.size === 0 && !this.#unknown && !this.signal.aborted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, withinMs);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    const told = this.#unknown ? null : [...this.#told];
    this.#told.clear();
    this.#unknown = false;
    return told;
  }
}
