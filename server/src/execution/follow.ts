import { setTimeout as sleep } from "node:timers/promises";
import type { Context, Live } from "../context.js";
import { UNENDED } from "./cancel.js";
import {
  findExecution,
  type ReadableExecutions,
  requireExecutionsOf,
  requireReadableExecution,
} from "./execution.access.js";
import { Execution } from "./execution.entity.js";
import { Watch } from "./watch.js";

/** How often to look at an execution of which nothing is heard: another server may have changed it. */
const LOOK_EVERY_MS = 3_000;
/** How often to look whether a caller may still follow, although there is nothing to tell. */
const RENEW_EVERY_MS = 15_000;
/** A project's executions that are compared when it is not known which of them changed: the newest ones. */
const COMPARED = 100;
/**
 * Between two executions of a project, for each stream that the caller has open: so that a busy project is no load
 * for those who only look on, and as many streams as one may have are no more of a load than a single one.
 */
const PACE_MS = 20;

/** An execution as the caller may see it now, and the context in which that was found out. */
export interface Sighting {
  ctx: Context;
  execution: Execution;
}

/**
 * The execution as it is, and again after each change, until it has ended. Each time the caller and their
 * right to it are checked anew; a refusal ends it. NOT_FOUND at once for whoever may not read it.
 */
export async function followExecution(ctx: Context, id: string): Promise<AsyncIterable<Sighting>> {
  const { projectId } = await requireReadableExecution(ctx, id);
  const live = liveOf(ctx);
  return statesOf(ctx, live, id, new Watch(ctx.events, projectId, live.signal, (changed) => changed === id));
}

async function* statesOf(ctx: Context, live: Live, id: string, watch: Watch): AsyncGenerator<Sighting> {
  let shown: string | undefined;
  let renewAt = 0;
  while (!live.signal.aborted) {
    const row = await ctx.db.findOne(Execution, { select: STATE, where: { id } });
    if ((row && stateOf(row)) !== shown || Date.now() >= renewAt) {
      const now = await live.renew();
      const execution = await requireReadableExecution(now, id);
      renewAt = Date.now() + RENEW_EVERY_MS;
      if (stateOf(execution) !== shown) yield { ctx: now, execution };
      shown = stateOf(execution);
      if (!UNENDED.some((unended) => unended === execution.status)) return;
    }
    await watch.next(LOOK_EVERY_MS);
  }
}

/**
 * Each execution of the project that changes from now on, as it is then; of a TRIGGER key only its own.
 * Authorized as above. It does not end by itself.
 */
export async function followProject(ctx: Context, projectId: string): Promise<AsyncIterable<Sighting>> {
  const readable = await requireExecutionsOf(ctx, projectId);
  const live = liveOf(ctx);
  const watch = new Watch(ctx.events, projectId, live.signal);
  return changesOf(live, projectId, watch, await newestStates(ctx, projectId, readable));
}

async function* changesOf(
  live: Live,
  projectId: string,
  watch: Watch,
  known: Map<string, string>,
): AsyncGenerator<Sighting> {
  while (!live.signal.aborted) {
    const told = await watch.next(RENEW_EVERY_MS);
    if (live.signal.aborted) return;
    for (const id of told?.length ? told : await untold(live, projectId, known)) {
      const now = await live.renew();
      await requireExecutionsOf(now, projectId);
      const execution = await findExecution(now, id);
      if (execution === null || known.get(id) === stateOf(execution)) continue;
      remember(known, id, stateOf(execution));
      yield { ctx: now, execution };
      await sleep(paceMs(live), undefined, live).catch(() => {});
      if (live.signal.aborted) return;
    }
  }
}

/** Half as long to half as long again, so that streams that were woken together do not stay together. */
const paceMs = ({ streams }: Live): number => PACE_MS * streams() * (0.5 + Math.random());

function liveOf({ live }: Context): Live {
  if (live === null) throw new Error("Only a call that goes on can follow something.");
  return live;
}

const STATE = {
  id: true,
  status: true,
  fence: true,
  claimed: true,
  dueAt: true,
  completionDeadline: true,
} as const;

/** Another text for another state: whatever happens to an execution shows in one of these columns. */
const stateOf = ({ status, fence, claimed, dueAt, completionDeadline }: Execution): string =>
  JSON.stringify([status, fence, claimed, dueAt, completionDeadline]);

async function newestStates(
  ctx: Context,
  projectId: string,
  readable: ReadableExecutions,
): Promise<Map<string, string>> {
  const rows = await ctx.db.find(Execution, {
    select: STATE,
    where: {
      projectId,
      ...(readable.kind === "OF_API_KEY" && { triggeredBy: { apiKeyId: readable.apiKeyId } }),
    },
    order: { createdAt: "DESC", id: "DESC" },
    take: COMPARED,
  });
  // The oldest first, as they are to be forgotten.
  return new Map(rows.reverse().map((row) => [row.id, stateOf(row)]));
}

/** What changed without a word, as far as it is among the newest. */
async function untold(live: Live, projectId: string, known: Map<string, string>): Promise<string[]> {
  const ctx = await live.renew();
  const newest = await newestStates(ctx, projectId, await requireExecutionsOf(ctx, projectId));
  return [...newest].filter(([id, state]) => known.get(id) !== state).map(([id]) => id);
}

/** Keeps what was shown last, of as many as are compared. */
function remember(known: Map<string, string>, id: string, state: string): void {
  known.delete(id);
  known.set(id, state);
  const [oldest] = known.keys();
  if (known.size > COMPARED && oldest !== undefined) known.delete(oldest);
}
