import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useDocumentVisibility } from "@mantine/hooks";
import { useEffect, useEffectEvent, useState } from "react";

/** A stream that is not open by then is taken for one that will not be: a proxy may hold it back. */
const OPEN_WITHIN_MS = 5_000;
const AGAIN_AFTER_MS = 5_000;

interface Options<Data, Variables> {
  variables: Variables;
  /** Nothing is to be followed. */
  skip?: boolean;
  /** From now on everything is told; what was before may have been missed. */
  onOpen?: () => void;
  onData?: (data: Data) => void;
}

/**
 * Follows a subscription while the page can be seen: a browser keeps only a few connections to a server, and
 * hidden pages would use them up. What comes is in Apollo's cache, too. True while there is no stream although
 * there should be, so that it is time to ask again and again instead; the stream is tried anew meanwhile.
 */
export function useLive<Data, Variables extends OperationVariables>(
  query: TypedDocumentNode<Data, Variables>,
  { variables, skip = false, onOpen, onData }: Options<Data, Variables>,
): boolean {
  const client = useApolloClient();
  const [lost, setLost] = useState(false);
  const isSeen = useDocumentVisibility() !== "hidden";
  const opened = useEffectEvent(() => {
    setLost(false);
    onOpen?.();
  });
  const told = useEffectEvent((data: Data) => onData?.(data));
  const wanted = JSON.stringify(variables);

  useEffect(() => {
    if (skip || !isSeen) return;
    let subscription: { unsubscribe(): void } | undefined;
    let timer: ReturnType<typeof setTimeout>;
    function follow() {
      let failed = false;
      timer = setTimeout(() => setLost(true), OPEN_WITHIN_MS);
      const onOpen = () => {
        clearTimeout(timer);
        opened();
      };
      const onEnd = () => {
        clearTimeout(timer);
        if (!failed) return;
        setLost(true);
        timer = setTimeout(follow, AGAIN_AFTER_MS);
      };
      subscription = client
        .subscribe({ query, variables: JSON.parse(wanted) as Variables, context: { onOpen } })
        .subscribe({
          next({ data, error }) {
            if (error !== undefined) failed = true;
            else if (data !== undefined) told(data as Data);
          },
          complete: onEnd,
        });
    }
    follow();
    return () => {
      clearTimeout(timer);
      subscription?.unsubscribe();
      setLost(false);
    };
  }, [client, query, wanted, skip, isSeen]);

  return lost;
}
