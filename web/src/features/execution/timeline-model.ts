import type { ExecutionStatus } from "../../gql/graphql.js";

// What happened to an execution and when, as steps to read and as bars on a line. Pure: the present is given.

export interface TimelineAttempt {
  number: number;
  startedAt: string;
  finishedAt: string | null;
  responseStatus: number | null;
  durationMs: number | null;
  error: { code: string; message: string } | null;
}

export interface TimelineExecution {
  status: ExecutionStatus;
  createdAt: string;
  finishedAt: string | null;
  nextAttemptAt: string | null;
  completionDeadline: string | null;
  attempts: readonly TimelineAttempt[];
}

/** ACCEPTED: the target answered 202 and works on. CUT: it was stopped before its answer came. */
export type AttemptOutcome = "UNDERWAY" | "SUCCEEDED" | "ACCEPTED" | "FAILED" | "CUT";

export type TimelineStep =
  | { kind: "triggered"; at: string }
  | { kind: "waited"; before: number; ms: number }
  | { kind: "attempt"; attempt: TimelineAttempt; outcome: AttemptOutcome; ms: number }
  | { kind: "next"; number: number; at: string | null }
  | { kind: "working"; since: string; deadline: string }
  | { kind: "worked"; ms: number }
  | { kind: "ended"; at: string; status: ExecutionStatus; ms: number };

/** A wait that nobody would notice is not told. */
const NOTABLE_WAIT_MS = 1000;

const time = (instant: string): number => new Date(instant).getTime();

export const hasEnded = ({ status }: Pick<TimelineExecution, "status">): boolean =>
  status !== "QUEUED" && status !== "RUNNING";

export function outcomeOf({ finishedAt, responseStatus, error }: TimelineAttempt): AttemptOutcome {
  if (finishedAt === null) return "UNDERWAY";
  if (error !== null) return error.code === "CANCELED" ? "CUT" : "FAILED";
  return responseStatus === 202 ? "ACCEPTED" : "SUCCEEDED";
}

/** Everything that happened, first to last, and what is waited for. */
export function stepsOf(execution: TimelineExecution, now: Date): TimelineStep[] {
  const steps: TimelineStep[] = [{ kind: "triggered", at: execution.createdAt }];
  let last = time(execution.createdAt);
  for (const attempt of execution.attempts) {
    const begin = time(attempt.startedAt);
    if (begin - last >= NOTABLE_WAIT_MS)
      steps.push({ kind: "waited", before: attempt.number, ms: begin - last });
    last = attempt.finishedAt === null ? Math.max(begin, now.getTime()) : time(attempt.finishedAt);
    const ms = attempt.durationMs ?? last - begin;
    steps.push({ kind: "attempt", attempt, outcome: outcomeOf(attempt), ms });
  }
  return [...steps, ...stepsAfter(execution, last)];
}

/** What follows the attempts, the last of which was over at `last`. */
function stepsAfter(execution: TimelineExecution, last: number): TimelineStep[] {
  const { status, finishedAt, createdAt, completionDeadline, nextAttemptAt, attempts } = execution;
  const latest = attempts.at(-1);
  const accepted = latest !== undefined && outcomeOf(latest) === "ACCEPTED";
  if (finishedAt !== null) {
    const worked = time(finishedAt) - last;
    return [
      ...(accepted && worked > 0 ? [{ kind: "worked", ms: worked } as const] : []),
      { kind: "ended", at: finishedAt, status, ms: time(finishedAt) - time(createdAt) },
    ];
  }
  if (completionDeadline !== null)
    return [{ kind: "working", since: latest?.finishedAt ?? createdAt, deadline: completionDeadline }];
  if (hasEnded(execution) || latest?.finishedAt === null) return [];
  return [{ kind: "next", number: (latest?.number ?? 0) + 1, at: nextAttemptAt }];
}

/** A stretch of the line, in hundredths of its length. */
export interface Bar {
  kind: AttemptOutcome | "WORKING";
  number: number;
  from: number;
  length: number;
}

export interface TimelineStrip {
  /** What the whole line stands for. */
  totalMs: number;
  bars: Bar[];
  /** The present and the next attempt, where the line reaches that far. */
  now: number | null;
  next: number | null;
  ticks: { at: number; ms: number }[];
}

/** The execution from its acceptance to its end, or to what is waited for, on one line of true scale. */
export function stripOf(execution: TimelineExecution, now: Date): TimelineStrip {
  const start = time(execution.createdAt);
  const present = Math.max(start, now.getTime());
  const next = nextOf(execution);
  const end = execution.finishedAt === null ? Math.max(present, next ?? 0) : time(execution.finishedAt);
  const totalMs = Math.max(1, end - start);
  const share = (at: number) => (Math.min(Math.max(at - start, 0), totalMs) / totalMs) * 100;
  const bar = (kind: Bar["kind"], number: number, from: number, to: number): Bar => ({
    kind,
    number,
    from: share(from),
    length: share(to) - share(from),
  });
  const bars = execution.attempts.map((attempt) =>
    bar(
      outcomeOf(attempt),
      attempt.number,
      time(attempt.startedAt),
      attempt.finishedAt === null ? end : time(attempt.finishedAt),
    ),
  );
  const latest = execution.attempts.at(-1);
  if (latest?.finishedAt && outcomeOf(latest) === "ACCEPTED")
    bars.push(bar("WORKING", latest.number, time(latest.finishedAt), Math.min(end, present)));
  const open = execution.finishedAt === null;
  return {
    totalMs,
    bars,
    now: open ? share(present) : null,
    next: open && next !== null ? share(next) : null,
    ticks: ticksOf(totalMs).map((ms) => ({ ms, at: (ms / totalMs) * 100 })),
  };
}

function nextOf({ attempts, nextAttemptAt }: TimelineExecution): number | null {
  return attempts.length === 0 || nextAttemptAt === null ? null : time(nextAttemptAt);
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const STEPS_MS = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12, 24, 48].map((hours) => hours * HOUR),
];
const MOST_TICKS = 5;

/** Round distances from the start, at most five, the start itself among them. */
export function ticksOf(totalMs: number): number[] {
  const step = STEPS_MS.find((step) => totalMs / step < MOST_TICKS) ?? Math.ceil(totalMs / MOST_TICKS);
  return Array.from({ length: Math.floor(totalMs / step) + 1 }, (_, n) => n * step);
}
