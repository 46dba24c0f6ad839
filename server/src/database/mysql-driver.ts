import type { Socket } from "node:net";
import mysql, { type Pool, type PoolConnection, type PoolOptions } from "mysql2";

/** mysql2 as TypeORM calls it, with a limit to how long the database may be silent. */
export interface MysqlDriver {
  createPool(options: PoolOptions): Pool;
}

type Callback = (error: Error | null, ...answer: unknown[]) => void;

/**
 * A statement that has no answer in time fails and takes its connection along: what a frozen server answers
 * one day must not be read as the answer to something else. Waiting for a connection counts to the first
 * statement on it. Whether the statement was carried out is not known then, so nothing is tried again.
 * Statements that are streamed are not bound, as they may take long for a good reason.
 */
export function impatientDriver(answerWithinMs: number): MysqlDriver {
  return {
    createPool(options) {
      const pool = mysql.createPool(options);
      const waited = new WeakMap<PoolConnection, number>();
      pool.on("connection", (connection) => limitStatements(connection, answerWithinMs, waited));
      limitWaiting(pool, answerWithinMs, waited);
      return pool;
    },
  };
}

function limitWaiting(pool: Pool, answerWithinMs: number, waited: WeakMap<PoolConnection, number>): void {
  const getConnection = pool.getConnection.bind(pool);
  pool.getConnection = (callback) => {
    const begun = Date.now();
    let waiting = true;
    const late = setTimeout(() => {
      waiting = false;
      callback(noAnswer(), undefined as never);
    }, answerWithinMs);
    getConnection((error, connection) => {
      clearTimeout(late);
      // Nobody wants it any more.
      if (!waiting) return connection?.release();
      waiting = false;
      if (!error) waited.set(connection, Date.now() - begun);
      callback(error, connection);
    });
  };
}

function limitStatements(
  connection: PoolConnection,
  answerWithinMs: number,
  waited: WeakMap<PoolConnection, number>,
): void {
  const query = connection.query.bind(connection) as (...args: unknown[]) => unknown;
  const limited = (...args: unknown[]) => {
    const callback = args.at(-1) as Callback | undefined;
    if (typeof callback !== "function") return query(...args);
    let open = true;
    const settle = (error: Error | null, ...answer: unknown[]) => {
      if (!open) return;
      open = false;
      clearTimeout(late);
      callback(error, ...answer);
    };
    const late = setTimeout(
      () => {
        // Out of the pool, and closed without a farewell that nobody would hear.
        connection.destroy();
        (connection as unknown as { stream: Socket }).stream.destroy();
        settle(noAnswer());
      },
      answerWithinMs - (waited.get(connection) ?? 0),
    );
    waited.delete(connection);
    return query(...args.slice(0, -1), settle);
  };
  connection.query = limited as typeof connection.query;
}

const noAnswer = () =>
  Object.assign(new Error("The database did not answer in time."), { code: "PROTOCOL_SEQUENCE_TIMEOUT" });
