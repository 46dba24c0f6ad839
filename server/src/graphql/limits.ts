import { ApolloArmor } from "@escape.tech/graphql-armor";
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { badUserInput } from "../errors.js";

/** Rows that one operation may ask for, lists inside lists multiplied. */
const ROWS_MAX = 10_000;
/** Words and signs of a document. */
export const TOKENS_MAX = 2_000;
/** Selections of an operation, fragments unfolded. */
export const SELECTIONS_MAX = 5_000;

/** Bounds on a document's shape, checked before any resolver runs. */
export function documentLimits(introspection: boolean) {
  return new ApolloArmor({
    maxDepth: { n: 12 },
    maxAliases: { n: 20 },
    maxDirectives: { n: 20 },
    // Apollo and graphql-js count tokens and unfolded selections themselves; rows are counted below, with
    // the variables, which this library's cost does not know.
    maxTokens: { enabled: false },
    costLimit: { enabled: false },
    // The schema is public unless introspection is off; then typing errors do not give it away either.
    blockFieldSuggestion: { enabled: !introspection },
  }).protect();
}

/** Refuses an operation that asks for more rows than one answer should hold. */
export function refuseTooManyRows(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  document: DocumentNode,
  variables: Record<string, unknown>,
): void {
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
  function rows(type: GraphQLObjectType, { selections }: SelectionSetNode, times: number): number {
    let sum = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        sum += fieldRows(type, selection, times);
        continue;
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      const condition = fragment?.typeCondition ? schema.getType(fragment.typeCondition.name.value) : type;
      if (fragment && isObjectType(condition)) sum += rows(condition, fragment.selectionSet, times);
      if (sum > ROWS_MAX) break;
    }
    return sum;
  }

  function fieldRows(parent: GraphQLObjectType, node: FieldNode, times: number): number {
    const field = parent.getFields()[node.name.value];
    if (!field || !node.selectionSet) return 0;
    const paged = field.args.some(({ name }) => name === "first");
    const first = paged ? Number(getArgumentValues(field, node, variables)["first"] ?? 0) : 1;
    const inner = times * Math.max(first, 1);
    const type = getNamedType(field.type);
    return (paged ? inner : 0) + (isObjectType(type) ? rows(type, node.selectionSet, inner) : 0);
  }

  const root = schema.getRootType(operation.operation);
  if (root && rows(root, operation.selectionSet, 1) > ROWS_MAX) {
    const message = `The operation asks for more than ${ROWS_MAX} rows, lists inside lists multiplied. Ask for fewer.`;
    throw badUserInput([{ path: "first", message }]);
  }
}
