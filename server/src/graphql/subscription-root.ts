import type { ApolloServerPlugin } from "@apollo/server";
import { type DocumentNode, Kind, OperationTypeNode, type SelectionSetNode } from "graphql";
import type { Context } from "../context.js";

/**
 * A subscription's field is not left out by @skip or @include (GraphQL 2025, 5.2.4.1). graphql-js 16 knows no such
 * rule, and over a variable there it breaks off while it validates, with the document in an error that Apollo
 * logs. Under another name they are directives that nobody knows, which is refused with their place.
 */
export const unconditionalSubscription: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async validationDidStart({ document }) {
        for (const node of document.definitions) {
          if (node.kind === Kind.OPERATION_DEFINITION && node.operation === OperationTypeNode.SUBSCRIPTION)
            renameConditions(document, node.selectionSet, new Set());
        }
      },
    };
  },
};

/** `seen`: fragments that were looked at, as one may spread itself. */
function renameConditions(
  document: DocumentNode,
  { selections }: SelectionSetNode,
  seen: Set<unknown>,
): void {
  for (const selection of selections) {
    for (const { name } of selection.directives ?? []) {
      if (name.value !== "skip" && name.value !== "include") continue;
      Object.assign(name, { value: `${name.value} (not on a subscription's field)` });
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) renameConditions(document, selection.selectionSet, seen);
    if (selection.kind !== Kind.FRAGMENT_SPREAD) continue;
    for (const node of document.definitions) {
      if (
        node.kind !== Kind.FRAGMENT_DEFINITION ||
        node.name.value !== selection.name.value ||
        seen.has(node)
      )
        continue;
      seen.add(node);
      renameConditions(document, node.selectionSet, seen);
    }
  }
}
