import { type ClassType, Field, Int, ObjectType } from "type-graphql";
import { type Edge, type Page, PageInfo } from "./page.js";

/** The edge type of a node; extend it where a list has more to say of its rows. */
export function EdgeType<T extends object>(Node: ClassType<T>): ClassType<Edge<T>> {
  @ObjectType()
  class NodeEdge implements Edge<T> {
    @Field(() => String)
    cursor!: string;

    @Field(() => Node)
    node!: T;
  }
  return NodeEdge;
}

/** The connection type of a node (relay.dev/graphql/connections.htm), with `nodes` and `totalCount`. */
export function ConnectionType<T extends object>(
  Node: ClassType<T>,
  NodeEdge: ClassType<Edge<T>>,
): ClassType<Page<T>> {
  @ObjectType()
  class Connection implements Page<T> {
    @Field(() => [NodeEdge])
    edges!: Edge<T>[];

    @Field(() => [Node])
    nodes!: T[];

    @Field(() => PageInfo)
    pageInfo!: PageInfo;

    @Field(() => Int, { description: "Rows in the whole list; counted only when asked for." })
    totalCount(): Promise<number> {
      return this.countAll();
    }

    countAll!: () => Promise<number>;
  }
  return Connection;
}
