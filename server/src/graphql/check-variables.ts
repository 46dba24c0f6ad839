import {
  coerceInputValue,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
} from "graphql";
import { badUserInput, type FieldFault } from "../errors.js";

/**
 * Refuses variables that do not fit their types, every fault with its path. graphql-js would do so too, but
 * with the value in the message, and a value may be a password. What a type consists of is told only where
 * introspection tells it too.
 */
export function checkVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
  introspection: boolean,
): void {
  const wanted = introspection ? described : named;
  const faults: FieldFault[] = [];
  for (const definition of operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type);
    if (!isInputType(type)) continue; // refused by validation already
    if (variables[name] === undefined) {
      if (isNonNullType(type) && !definition.defaultValue) faults.push({ path: name, message: wanted(type) });
      continue;
    }
    coerceInputValue(variables[name], type, (path) => {
      const fault = { path: [name, ...path].join("."), message: wanted(typeAt(type, path)) };
      // Two faults of one object, a field too many and one too few, are told in the same sentence.
      if (!faults.some(({ path, message }) => path === fault.path && message === fault.message)) {
        faults.push(fault);
      }
    });
  }
  if (faults.length > 0) throw badUserInput(faults);
}

/** The type at a path into an input; that of the object itself where a field there is unknown or missing. */
function typeAt(type: GraphQLInputType, path: readonly (string | number)[]): GraphQLInputType {
  let at = type;
  for (const step of path) {
    const bare: GraphQLInputType = isNonNullType(at) ? at.ofType : at;
    const next = isListType(bare)
      ? bare.ofType
      : isInputObjectType(bare)
        ? bare.getFields()[step]?.type
        : undefined;
    if (next === undefined) return at;
    at = next as GraphQLInputType;
  }
  return at;
}

/** What belongs there, in a schema that everybody may read. */
function described(type: GraphQLInputType): string {
  const bare = getNamedType(type);
  if (isEnumType(bare))
    return `Give one of ${bare
      .getValues()
      .map(({ name }) => name)
      .join(", ")}.`;
  if (!isInputObjectType(bare)) return named(type);
  const fields = Object.values(bare.getFields()).map(({ name, type }) => `${name}: ${type}`);
  return `Give ${bare.name} as { ${fields.join(", ")} }, with no other field and none of those with "!" left out.`;
}

/** The same by the type's name alone, as graphql-js says it of values that are written out. */
function named(type: GraphQLInputType): string {
  const bare = getNamedType(type);
  return isInputObjectType(bare)
    ? `A field of ${bare.name} is unknown or left out, or this is no object.`
    : `Give a value of type ${type}.`;
}
