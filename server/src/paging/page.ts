import { PAGE_SIZE_MAX } from "@postern/shared";
import { ArgsType, Field, Int, ObjectType } from "type-graphql";
import type { ObjectLiteral, SelectQueryBuilder } from "typeorm";
import { badUserInput } from "../errors.js";
import { decodeCursor, encodeCursor, type Position } from "./cursor.js";

@ObjectType()
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => Boolean)
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true })
  startCursor!: string | null;

  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}

const PAGE_SIZE = 20;

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, defaultValue: PAGE_SIZE, description: "Rows on the page, 1 to 100." })
  first?: number | null;

  @Field(() => String, { nullable: true, description: "The endCursor of the page before." })
  after?: string | null;
}

@ArgsType()
export class SearchPageArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: "Part of a name, in any letter case." })
  search?: string | null;
}

export interface Edge<T> {
  cursor: string;
  node: T;
}

/** One page of a list, as the connection types show it. */
export interface Page<T> {
  edges: Edge<T>[];
  nodes: T[];
  pageInfo: PageInfo;
  /** Counts the rows of the whole list. */
  countAll(): Promise<number>;
}

/** The order of a list: one column, with the id where two rows are equal in it. Rows without a value come last. */
export interface PageOrder<T> {
  property: keyof T & string;
  kind: "time" | "text";
  direction: "ASC" | "DESC";
  /** Whether rows may be without a value. */
  nullable?: boolean;
}

/**
 * One page by keyset: rows that come or go elsewhere neither repeat nor hide any. The builder's own alias
 * is the row that is listed; the total is counted only when it is asked for.
 */
export async function page<T extends ObjectLiteral & { id: string }>(
  query: SelectQueryBuilder<T>,
  order: PageOrder<T>,
  args: PageArgs,
): Promise<Page<T>> {
  const first = args.first ?? PAGE_SIZE;
  if (first < 1 || first > PAGE_SIZE_MAX) {
    throw badUserInput([{ path: "first", message: `Give a number from 1 to ${PAGE_SIZE_MAX}.` }]);
  }
  const total = query.clone();
  const column = `${query.alias}.${order.property}`;
  if (args.after) {
    const at = decodeCursor(args.after, order.kind);
    query.andWhere(`(${beyond(query.alias, column, order, at)})`, { pageValue: at.value, pageId: at.id });
  }
  // Databases sort what has no value before everything else; the other way round it is last by itself, by an index.
  if (order.nullable && order.direction === "ASC") {
    query.orderBy(`CASE WHEN ${column} IS NULL THEN 1 ELSE 0 END`, "ASC");
  }
  const rows = await query
    .addOrderBy(column, order.direction)
    .addOrderBy(`${query.alias}.id`, order.direction)
    .limit(first + 1)
    .getMany();
  const nodes = rows.slice(0, first);
  const edges = nodes.map((node) => ({
    node,
    cursor: encodeCursor({ value: node[order.property] ?? null, id: node.id }),
  }));
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: Boolean(args.after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    countAll: () => total.getCount(),
  };
}

/** The rows behind a position, as a condition on :pageValue and :pageId. */
function beyond<T>(
  alias: string,
  column: string,
  { direction, nullable }: PageOrder<T>,
  at: Position,
): string {
  const sign = direction === "ASC" ? ">" : "<";
  const sameValue = at.value === null ? `${column} IS NULL` : `${column} = :pageValue`;
  const tie = `(${sameValue} AND ${alias}.id ${sign} :pageId)`;
  if (at.value === null) return tie;
  return `${column} ${sign} :pageValue OR ${tie}${nullable ? ` OR ${column} IS NULL` : ""}`;
}

/** A list in which there is nothing to see. */
export const emptyPage = <T>(): Page<T> => ({
  edges: [],
  nodes: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  countAll: async () => 0,
});
