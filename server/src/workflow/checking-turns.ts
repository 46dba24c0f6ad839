/** Checks that wait: of one tenant, and of all. */
const TENANT_MAX = 64;
const WAITING_MAX = 512;
/** A lane with so many quick checks one after the other is trusted to be quick again. */
const TRUSTED_AFTER = 4;
/** Lanes of which it is remembered how quick they are. */
const REMEMBERED_MAX = 10_000;

/** Where a check stands: in a lane of its tenant. A lane's name is one of all lanes. */
export interface Place {
  tenant: string;
  lane: string;
}

/**
 * Who waits for one of two threads, and whose turn it is. Tenants take turns, and within a tenant its lanes.
 * A tenant has one thread at a time, and lanes whose last check was not a quick one share a single thread: so
 * whoever sends slow checks, however many and under however many names, leaves a thread to those whose checks
 * are quick. A lane of the same tenant may have that one too, beside a slow one, once it has been quick for a
 * while: a slow workflow holds up itself, and not its neighbours.
 */
export class Turns<Job extends Place> {
  readonly #waiting = new Map<string, Map<string, Job[]>>();
  readonly #running = new Map<string, Job>();
  /** Quick checks of a lane since its last slow one. */
  readonly #quick = new Map<string, number>();
  #count = 0;

  /** What stands in the way of one more. A lane may hold half of the places that its tenant's others leave. */
  refusal({ tenant, lane }: Place): "LANE_FULL" | "ALL_FULL" | null {
    if (this.#count >= WAITING_MAX) return "ALL_FULL";
    const lanes = this.#waiting.get(tenant);
    const own = lanes?.get(lane)?.length ?? 0;
    const taken = [...(lanes?.values() ?? [])].reduce((sum, { length }) => sum + length, 0);
    return TENANT_MAX - taken - own > 0 ? null : "LANE_FULL";
  }

  get running(): number {
    return this.#running.size;
  }

  add(job: Job): void {
    const lanes = this.#waiting.get(job.tenant) ?? new Map<string, Job[]>();
    lanes.set(job.lane, [...(lanes.get(job.lane) ?? []), job]);
    this.#waiting.set(job.tenant, lanes);
    this.#count++;
  }

  /** Takes a job out. What is set anew stands last in the order of turns. */
  leave(job: Job): void {
    const lanes = this.#waiting.get(job.tenant);
    const rest = (lanes?.get(job.lane) ?? []).filter((other) => other !== job);
    lanes?.delete(job.lane);
    if (rest.length > 0) lanes?.set(job.lane, rest);
    this.#waiting.delete(job.tenant);
    if (lanes !== undefined && lanes.size > 0) this.#waiting.set(job.tenant, lanes);
    this.#count--;
  }

  /** Whose turn it is; it leaves and runs. Undefined when nobody who waits may have a thread now. */
  begin(): Job | undefined {
    for (const lanes of this.#waiting.values()) {
      for (const [job] of lanes.values()) {
        if (job === undefined || !this.#mayRun(job)) continue;
        this.leave(job);
        this.#running.set(job.lane, job);
        return job;
      }
    }
    return undefined;
  }

  #mayRun({ tenant, lane }: Place): boolean {
    const streak = this.#quick.get(lane) ?? 0;
    return [...this.#running.values()].every((other) => {
      if (other.lane === lane) return false;
      const otherIsQuick = this.#quick.has(other.lane);
      if (other.tenant === tenant) return !otherIsQuick && streak >= TRUSTED_AFTER;
      return otherIsQuick || streak > 0;
    });
  }

  /** Null: nothing was learned of how quick its checks are. */
  end({ lane }: Place, wasQuick: boolean | null): void {
    this.#running.delete(lane);
    if (wasQuick === null) return;
    const streak = wasQuick ? (this.#quick.get(lane) ?? 0) + 1 : 0;
    this.#quick.delete(lane);
    if (streak > 0) this.#quick.set(lane, streak);
    const [oldest] = this.#quick.keys();
    if (this.#quick.size > REMEMBERED_MAX && oldest !== undefined) this.#quick.delete(oldest);
  }

  waiting(): Job[] {
    return [...this.#waiting.values()].flatMap((lanes) => [...lanes.values()].flat());
  }
}
