import { useQuery } from "@apollo/client/react";
import { useEffect, useState } from "react";
import type { ExecutionQuery } from "../../gql/graphql.js";
import { useLive } from "../../lib/use-live.js";
import { ExecutionDocument, ExecutionUpdatedDocument } from "./execution.graphql.js";

const SOON_MS = 1000;
const LATER_MS = 10_000;
const LATER_FROM_MS = 30_000;

type Followed = Pick<NonNullable<ExecutionQuery["execution"]>, "status" | "nextAttemptAt">;

/** One execution, followed to its end: by its stream, or without one by asking again and again. */
export function useExecution(id: string) {
  const [interval, setInterval] = useState(0);
  const result = useQuery(ExecutionDocument, {
    variables: { id },
    pollInterval: interval,
    skipPollAttempt: () => document.hidden,
  });
  const execution = result.data?.execution;
  const isLost = useLive(ExecutionUpdatedDocument, { variables: { id }, skip: !goesOn(execution) });
  const wanted = isLost ? pollInterval(execution, new Date()) : 0;
  useEffect(() => setInterval(wanted), [wanted]);
  return result;
}

const goesOn = (execution: Followed | null | undefined): execution is Followed =>
  execution?.status === "QUEUED" || execution?.status === "RUNNING";

/**
 * How long to wait before looking again, in milliseconds: a second while something happens, longer while the
 * next attempt is far; 0 when nothing more is to come.
 */
export function pollInterval(execution: Followed | null | undefined, now: Date): number {
  if (!goesOn(execution)) return 0;
  const next = execution.nextAttemptAt === null ? now : new Date(execution.nextAttemptAt);
  return next.getTime() - now.getTime() > LATER_FROM_MS ? LATER_MS : SOON_MS;
}
