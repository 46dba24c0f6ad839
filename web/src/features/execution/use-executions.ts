import { useQuery } from "@apollo/client/react";
import { useEffect, useRef, useState } from "react";
import { useLive } from "../../lib/use-live.js";
import { ProjectExecutionsDocument, ProjectExecutionUpdatedDocument } from "./execution.graphql.js";

const PAGE = 10;
const POLL_MS = 5000;
/** However many executions start, the list is not asked for more often. */
const ASK_EVERY_MS = 1000;

/**
 * A project's executions, of one workflow or of all: states as they change, and new ones at the top, until
 * the reader pages on, who would lose the later pages to them.
 */
export function useExecutions(projectId: string, workflowId: string | undefined) {
  const [paged, setPaged] = useState(false);
  const [isPolling, setPolling] = useState(false);
  const { data, error, loading, refetch, fetchMore } = useQuery(ProjectExecutionsDocument, {
    variables: { project: projectId, filter: workflowId === undefined ? null : { workflowId }, first: PAGE },
    pollInterval: isPolling ? POLL_MS : 0,
    skipPollAttempt: () => document.hidden,
  });
  const executions = data?.project?.executions;

  const asking = useRef<ReturnType<typeof setTimeout>>(undefined);
  function stopAsking() {
    clearTimeout(asking.current);
    asking.current = undefined;
  }
  function ask() {
    asking.current ??= setTimeout(() => {
      stopAsking();
      void refetch();
    }, ASK_EVERY_MS);
  }
  const isLost = useLive(ProjectExecutionUpdatedDocument, {
    variables: { project: projectId },
    onOpen: () => paged || ask(),
    onData({ projectExecutionUpdated: { id, workflow } }) {
      const isListed = executions?.edges.some(({ node }) => node.id === id);
      if (!paged && !isListed && (workflowId === undefined || workflow.id === workflowId)) ask();
    },
  });
  useEffect(() => setPolling(isLost && !paged), [isLost, paged]);
  useEffect(() => () => clearTimeout(asking.current), []);

  function onMore() {
    setPaged(true);
    stopAsking();
    void fetchMore({ variables: { after: executions?.pageInfo.endCursor } });
  }
  return { executions, error, loading, isGone: data !== undefined, refetch, onMore };
}
