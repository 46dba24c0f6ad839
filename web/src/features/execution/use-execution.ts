import { useQuery } from "@apollo/client/react";
import { useEffect, useState } from "react";
import type { ExecutionQuery } from "../../gql/graphql.js";
import { ExecutionDocument } from "./execution.graphql.js";

const SOON_MS = 1000;
const LATER_MS = 10_000;
const LATER_FROM_MS = 30_000;

/** One execution, followed to its end: every second while something happens, slower while it waits. */
export function useExecution(id: string) {
  const [interval, setInterval] = useState(SOON_MS);
  const result = useQuery(ExecutionDocument, {
    variables: { id },
    pollInterval: interval,
    skipPollAttempt: () => document.hidden,
  });
  const wanted = pollInterval(result.data?.execution, new Date());
  useEffect(() => setInterval(wanted), [wanted]);
  return result;
}

/** How long to wait before looking again, in milliseconds; 0 when nothing more is to come. */
export function pollInterval(
  execution: Pick<NonNullable<ExecutionQuery["execution"]>, "status" | "nextAttemptAt"> | null | undefined,
  now: Date,
): number {
  if (execution === undefined) return SOON_MS;
  if (execution === null || execution.status === "SUCCEEDED" || execution.status === "FAILED") return 0;
  const next = execution.nextAttemptAt === null ? now : new Date(execution.nextAttemptAt);
  return next.getTime() - now.getTime() > LATER_FROM_MS ? LATER_MS : SOON_MS;
}
