import type { Delivered } from "../testing/receiver-process.js";

/** One trigger of the load, numbered; its number is all of its input. */
export interface Sent {
  n: number;
  /** Whether it had an idempotency key, and was therefore sent until it was acknowledged. */
  keyed: boolean;
  /** What the answer named; null where no answer came, or one that promised nothing. */
  executionId: string | null;
  /** Whether the answer said that the execution was there already. */
  replayed: boolean;
}

/** An execution as the server tells of it afterwards. */
export interface Kept {
  id: string;
  n: number | null;
  status: string;
}

export interface Counts {
  /** Triggers sent, and those of them that were answered with an execution. */
  tried: number;
  acknowledged: number;
  /** Acknowledged after an answer that was lost, with the execution that was there already. */
  replayed: number;
  executions: number;
  /** Committed, although the answer was lost. */
  unacknowledged: number;
  deliveries: number;
  /** Different executions among the deliveries. */
  delivered: number;
  /** Deliveries that the receiver refused, so that they had to be made again. */
  refused: number;
  /** Deliveries of what had been taken before: at least once is the promise. */
  duplicates: number;
}

export interface Evidence {
  sent: Sent[];
  kept: Kept[];
  received: Delivered[];
}

export function count({ sent, kept, received }: Evidence): Counts {
  const acknowledged = new Set(sent.flatMap(({ executionId }) => executionId ?? []));
  const taken = new Set<string>();
  let duplicates = 0;
  for (const { id, answer } of received) {
    if (taken.has(id)) duplicates++;
    if (answer === "ok") taken.add(id);
  }
  return {
    tried: sent.length,
    acknowledged: acknowledged.size,
    replayed: sent.filter(({ replayed }) => replayed).length,
    executions: kept.length,
    unacknowledged: kept.filter(({ id }) => !acknowledged.has(id)).length,
    deliveries: received.length,
    delivered: new Set(received.map(({ id }) => id)).size,
    refused: received.filter(({ answer }) => answer !== "ok").length,
    duplicates,
  };
}

/** What breaks the promise: a sentence for each, with the first few cases; none where it was kept. */
export function verify({ sent, kept, received }: Evidence): string[] {
  const byId = new Map(kept.map((execution) => [execution.id, execution]));
  const sentNumbers = new Set(sent.map(({ n }) => n));
  const deliveredIds = new Set(received.map(({ id }) => id));
  const acknowledged = sent.filter(({ executionId }) => executionId !== null);
  const idOf = ({ executionId }: Sent) => executionId ?? "";
  const unsettled = (wrong: (status: string) => boolean) => kept.filter(({ status }) => wrong(status));
  const openStatuses = ["QUEUED", "RUNNING"];
  return [
    breach(
      "sent again and again and never acknowledged",
      sent.filter(({ keyed, executionId }) => keyed && executionId === null),
    ),
    breach(
      "acknowledged and not there",
      acknowledged.filter((one) => !byId.has(idOf(one))),
    ),
    breach(
      "acknowledged with another trigger's execution",
      acknowledged.filter((one) => byId.has(idOf(one)) && byId.get(idOf(one))?.n !== one.n),
    ),
    breach(
      "acknowledged and never delivered",
      acknowledged.filter((one) => !deliveredIds.has(idOf(one))),
    ),
    breach(
      "there and never delivered",
      kept.filter(({ id }) => !deliveredIds.has(id)),
    ),
    breach(
      "delivered and not there",
      received.filter(({ id }) => !byId.has(id)),
    ),
    breach(
      "delivered with another execution's input",
      received.filter(({ id, n }) => byId.has(id) && byId.get(id)?.n !== n),
    ),
    breach(
      "delivered with a signature or body that is not right",
      received.filter(({ fault }) => fault !== null),
    ),
    breach(
      "made by no trigger of the load",
      kept.filter(({ n }) => n === null || !sentNumbers.has(n)),
    ),
    breach("made twice by one trigger", repeated(kept)),
    breach(
      "neither done nor given up",
      unsettled((status) => openStatuses.includes(status)),
    ),
    breach(
      "ended otherwise than SUCCEEDED",
      unsettled((status) => status !== "SUCCEEDED" && !openStatuses.includes(status)),
    ),
  ].flat();
}

function repeated(kept: Kept[]): Kept[] {
  const seen = new Set<number | null>();
  return kept.filter(({ n }) => seen.size === seen.add(n).size);
}

function breach(what: string, cases: object[]): string[] {
  if (cases.length === 0) return [];
  return [`${cases.length} ${what}, such as ${cases.slice(0, 3).map((one) => JSON.stringify(one))}`];
}
