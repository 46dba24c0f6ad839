import { NetworkStatus } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { useEffect, useRef, useState } from "react";
import type { ExecutionFilter, ExecutionStatus } from "../../gql/graphql.js";
import { errorInPlace } from "../../lib/refusal.js";
import { useLive } from "../../lib/use-live.js";
import {
  ExecutionCountsDocument,
  ProjectExecutionsDocument,
  ProjectExecutionUpdatedDocument,
} from "./execution.graphql.js";

const POLL_MS = 5000;
/** However many executions start, the list is not asked for more often, nor the counts. */
const ASK_EVERY_MS = 1000;
const COUNT_EVERY_MS = 3000;

export type ExecutionCounts = Record<ExecutionStatus, number>;

interface Options {
  projectId: string;
  /** The same object for the same question. */
  filter: ExecutionFilter | null;
  page: number;
  /** Whether the executions are counted by status, too. */
  counted: boolean;
}

/**
 * A project's executions, all or those that a filter lets through: states as they change, and new ones at the
 * top, until the reader pages on, who would lose the later pages to them.
 */
export function useExecutions({ projectId, filter, page, counted }: Options) {
  const [paged, setPaged] = useState<ExecutionFilter | null | false>(false);
  const isPaged = paged === filter;
  const [isPolling, setPolling] = useState(false);
  const poll = { pollInterval: isPolling ? POLL_MS : 0, skipPollAttempt: () => document.hidden };
  const { data, previousData, error, networkStatus, refetch, fetchMore } = useQuery(
    ProjectExecutionsDocument,
    { variables: { project: projectId, filter, first: page }, ...poll },
  );
  const counts = useQuery(ExecutionCountsDocument, {
    variables: countVariables(projectId, filter),
    skip: !counted,
    ...poll,
  });
  const isGone = data !== undefined && !data.project?.executions;
  const executions = (data ?? previousData)?.project?.executions;

  const list = useThrottled(() => isPaged || void refetch(), ASK_EVERY_MS);
  const count = useThrottled(() => counted && void counts.refetch(), COUNT_EVERY_MS);
  const isLost = useLive(ProjectExecutionUpdatedDocument, {
    variables: { project: projectId },
    onOpen: () => {
      if (!isPaged) list.ask();
    },
    onData({ projectExecutionUpdated: { id, workflow } }) {
      const isOther = filter?.workflowId != null && workflow.id !== filter.workflowId;
      if (isOther) return;
      const isListed = executions?.edges.some(({ node }) => node.id === id);
      // One that is listed changes where it stands, unless its new state does not belong here.
      if (!isPaged && (!isListed || filter?.status != null)) list.ask();
      count.ask();
    },
  });
  useEffect(() => setPolling(isLost && !isPaged), [isLost, isPaged]);

  function onMore(page: { variables: { after: string | null } }) {
    setPaged(filter);
    list.stop();
    void fetchMore(page);
  }
  return {
    executions: isGone ? undefined : executions,
    counts: countsOf((counts.data ?? counts.previousData)?.project),
    error: errorInPlace(error, data),
    /** What is shown answers the question before. */
    isStale: data === undefined,
    isPaging: networkStatus === NetworkStatus.fetchMore,
    isGone,
    refetch,
    onMore,
  };
}

/** Does something a while after it was asked for, once however often it was. */
function useThrottled(act: () => void, everyMs: number) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  function stop() {
    clearTimeout(timer.current);
    timer.current = undefined;
  }
  function ask() {
    timer.current ??= setTimeout(() => {
      stop();
      latest.current();
    }, everyMs);
  }
  return { ask, stop };
}

function countVariables(project: string, filter: ExecutionFilter | null) {
  const of = (status: ExecutionStatus): ExecutionFilter => ({ ...filter, status: [status] });
  return {
    project,
    queued: of("QUEUED"),
    running: of("RUNNING"),
    succeeded: of("SUCCEEDED"),
    failed: of("FAILED"),
    canceled: of("CANCELED"),
  };
}

type Counted = Partial<Record<ExecutionStatus, { totalCount: number } | null>> | null | undefined;

function countsOf(project: Counted): ExecutionCounts | undefined {
  if (!project) return undefined;
  const of = (status: ExecutionStatus) => project[status]?.totalCount ?? 0;
  return {
    QUEUED: of("QUEUED"),
    RUNNING: of("RUNNING"),
    SUCCEEDED: of("SUCCEEDED"),
    FAILED: of("FAILED"),
    CANCELED: of("CANCELED"),
  };
}
