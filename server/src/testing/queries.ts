import type { TestServer } from "./test-server.js";

export interface Query {
  sql: string;
  parameters: unknown[];
}

/** How the worker asks, every second, what is due, and how schedules and retention mark what they ask. */
const BACKGROUND = /due_at.? <= |^\/\* background \*\//;

/** The queries that the server sends for reading while something happens, those of the background left out. */
export async function queriesDuring(
  { runtime }: TestServer,
  happening: () => Promise<unknown>,
  counts = (sql: string) => !BACKGROUND.test(sql),
): Promise<Query[]> {
  const source = runtime.database.read.dataSource;
  const queries: Query[] = [];
  const before = source.logger;
  source.logger = Object.assign(Object.create(before), {
    logQuery: (sql: string, parameters: unknown[] = []) => {
      if (counts(sql)) queries.push({ sql, parameters });
    },
  });
  try {
    await happening();
  } finally {
    source.logger = before;
  }
  return queries;
}
