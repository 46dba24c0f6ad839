import { ApolloArmor } from "@escape.tech/graphql-armor";
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isCompositeType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { badUserInput } from "../errors.js";

/** Rows that one operation may ask for, lists inside lists multiplied. */
const ROWS_MAX = 10_000;
/** Values that one operation may ask for: each field as often as its rows say. */
const VALUES_MAX = 100_000;
/** The arguments that say how many entries a list has. */
const SIZES = ["first", "days", "hours"];
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

/** Refuses an operation that asks for more rows, or more values in them, than one answer should hold. */
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
  let rows = 0;
  let values = 0;
  let path = "first";
  function count(type: GraphQLCompositeType, { selections }: SelectionSetNode, times: number): void {
    for (const selection of selections) {
      if (rows > ROWS_MAX || values > VALUES_MAX) return;
      if (selection.kind === Kind.FIELD) {
        countField(type, selection, times);
        continue;
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      const condition = fragment?.typeCondition ? schema.getType(fragment.typeCondition.name.value) : type;
      if (fragment && isCompositeType(condition)) count(condition, fragment.selectionSet, times);
    }
  }

  function countField(parent: GraphQLCompositeType, node: FieldNode, times: number): void {
    values += times;
    const field = isUnionType(parent) ? undefined : parent.getFields()[node.name.value];
    if (!field || !node.selectionSet) return;
    const size = field.args.find(({ name }) => SIZES.includes(name));
    // Null stands for the default, too.
    const asked = size && (getArgumentValues(field, node, variables)[size.name] ?? size.defaultValue);
    const inner = times * Math.max(Number(asked ?? 1), 1);
    if (size) {
      rows += inner;
      path = size.name;
    }
    const type = getNamedType(field.type);
    if (isCompositeType(type)) count(type, node.selectionSet, inner);
  }

  const root = schema.getRootType(operation.operation);
  if (root) count(root, operation.selectionSet, 1);
  if (rows <= ROWS_MAX && values <= VALUES_MAX) return;
  const what = rows > ROWS_MAX ? `${ROWS_MAX} rows` : `${VALUES_MAX} values`;
  const message = `The operation asks for more than ${what}, lists inside lists multiplied. Ask for fewer.`;
  throw badUserInput([{ path, message }]);
}
