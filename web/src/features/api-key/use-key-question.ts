import { useMemo } from "react";
import type { ApiKeyFilter, ApiKeyOrder, ApiKeyRowFragment } from "../../gql/graphql.js";
import { filterOf, hiddenFilterOf, hidesStopped, type KeySearch, orderOf } from "./key-search.js";

/** As many as a laptop shows at once. */
const PAGE = 30;

export interface KeyQuestion {
  filter: ApiKeyFilter;
  orderBy: ApiKeyOrder;
  first: number;
  hiddenFilter: ApiKeyFilter | null;
  countHidden: boolean;
}

/** What either list asks the server for, from what the address says and where the list stands. */
export function useKeyQuestion(
  search: KeySearch,
  where: Pick<ApiKeyFilter, "level" | "projectId">,
): KeyQuestion {
  const { level = null, projectId = null } = where;
  return useMemo(() => {
    const filter = { ...filterOf(search, new Date()), level, projectId };
    const countHidden = hidesStopped(search);
    return {
      filter,
      orderBy: orderOf(search),
      first: PAGE,
      hiddenFilter: countHidden ? hiddenFilterOf(filter) : null,
      countHidden,
    };
  }, [search, level, projectId]);
}

interface Answered {
  edges: { inherited: boolean; node: ApiKeyRowFragment }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}

/** A page of keys, as either list's query answers it. */
export interface KeysPage extends Answered {
  /** How many revoked and expired keys fit as well, and are not shown. */
  hidden: number;
  onMore: (page: { variables: { after: string | null } }) => unknown;
}

/** The answer as the list shows it. */
export function keysPage(
  answered: Answered,
  hidden: { totalCount: number } | null | undefined,
  fetchMore: (page: { variables: { after: string | null; countHidden: boolean } }) => Promise<unknown>,
): KeysPage {
  return {
    ...answered,
    hidden: hidden?.totalCount ?? 0,
    onMore: ({ variables }) => fetchMore({ variables: { ...variables, countHidden: false } }),
  };
}
