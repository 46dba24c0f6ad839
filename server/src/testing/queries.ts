import type { TestServer } from "./test-server.js";

export interface Query {
  sql: string;
  parameters: unknown[];
}

/** How the worker asks, every second, what is due. */
const WORKER = /due_at.? <= /;

/** The queries that the server sends for reading while something happens, the worker's own if asked for. */
export async function queriesDuring(
  { runtime }: TestServer,
  happening: () => Promise<unknown>,
  { worker = false } = {},
): Promise<Query[]> {
  const source = runtime.database.read.dataSource;
  const queries: Query[] = [];
  const before = source.logger;
  source.logger = Object.assign(Object.create(before), {
    logQuery: (sql: string, parameters: unknown[] = []) => {
      if (worker || !WORKER.test(sql)) queries.push({ sql, parameters });
    },
  });
  try {
    await happening();
  } finally {
    source.logger = before;
  }
  return queries;
}
