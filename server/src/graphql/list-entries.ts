import {
  defaultFieldResolver,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
} from "graphql";
import type { Context } from "../context.js";
import { badUserInput } from "../errors.js";

/** Entries that all lists of one answer may hold together. */
const ENTRIES_MAX = 25_000;

/**
 * Counts the entries of lists as they are found, and refuses the list with which they become too many. A document
 * does not say how long the lists are that have no pages, and those of a person's memberships lead to one another.
 */
export function boundListEntries(schema: GraphQLSchema): GraphQLSchema {
  const counted = new WeakMap<Context, number>();
  const count = (ctx: Context, found: unknown) => {
    if (!Array.isArray(found)) return found;
    const entries = (counted.get(ctx) ?? 0) + found.length;
    counted.set(ctx, entries);
    if (entries <= ENTRIES_MAX) return found;
    const message = `The lists of this answer hold more than ${ENTRIES_MAX} entries together. Ask for less at once.`;
    throw badUserInput([{ path: "query", message }]);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      if (!isListType(getNullableType(field.type)) || isLeafType(getNamedType(field.type))) continue;
      const { resolve = defaultFieldResolver } = field;
      field.resolve = (source, args, ctx: Context, info) => {
        const found = resolve(source, args, ctx, info);
        return found instanceof Promise ? found.then((list) => count(ctx, list)) : count(ctx, found);
      };
    }
  }
  return schema;
}
