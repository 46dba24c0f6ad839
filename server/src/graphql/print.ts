import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";

/** The schema as it is committed: sorted, so that a change of order in the code is no change of the text. */
export const printedSchema = (schema: GraphQLSchema): string =>
  `${printSchema(lexicographicSortSchema(schema))}\n`;
