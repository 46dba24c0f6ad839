import type { Due } from "../context.js";

/** Deliveries under way at once in one process. */
export const AT_ONCE = 128;

/**
 * Who may work at once in this process. Each workflow may hold as many places as are still free beside them:
 * one alone gets half, the next one half of the rest, and so on. However slow the targets of some are, the
 * others find a place.
 */
export class Slots {
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #held = new Map<string, number>();

  constructor(private readonly atOnce: number) {}

  has(executionId: string): boolean {
    return this.#underWay.has(executionId);
  }

  countOf(workflowId: string): number {
    return this.#held.get(workflowId) ?? 0;
  }

  /** How many more of the workflow may begin now. */
  roomFor(workflowId: string): number {
    const free = this.atOnce - this.size;
    return Math.max(0, Math.ceil((free - this.countOf(workflowId)) / 2));
  }

  get size(): number {
    return this.#underWay.size;
  }

  isFull(): boolean {
    return this.size >= this.atOnce;
  }

  /** Workflows that hold all that they may. */
  full(): string[] {
    return [...this.#held.keys()].filter((workflowId) => this.roomFor(workflowId) === 0);
  }

  /** Holds a place until the work is over; the work never rejects. */
  run({ id, workflowId }: Due, work: () => Promise<void>): Promise<void> {
    this.#held.set(workflowId, this.countOf(workflowId) + 1);
    const done = work().finally(() => {
      this.#underWay.delete(id);
      const left = this.countOf(workflowId) - 1;
      if (left === 0) this.#held.delete(workflowId);
      else this.#held.set(workflowId, left);
    });
    this.#underWay.set(id, done);
    return done;
  }

  /** Resolves when nothing is under way any more. */
  async empty(): Promise<void> {
    await Promise.all(this.#underWay.values());
  }
}
