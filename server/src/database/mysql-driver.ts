import type { Socket } from "node:net";
import mysql, { type Pool, type PoolConnection, type PoolOptions } from "mysql2";

/** mysql2 as TypeORM calls it, with a limit to how long the database may be silent. */
export interface MysqlDriver {
  createPool(options: PoolOptions): Pool;
}

/** When the database was last heard of. */
interface Heard {
  at: number;
}

/** Shorter than the whole, so that there is time for a second try. */
const LOCK_WITHIN_SECONDS = 2;

type Callback = (error: Error | null, ...answer: unknown[]) => void;

/**
 * A statement that has no answer in time fails and takes its connection along: what a frozen server answers
 * one day must not be read as the answer to something else. Whether the statement was carried out is not known
 * then, so nothing is tried again. Who waits for a connection waits while others are answered: that is a queue,
 * and fails when for so long nobody is. Statements that are streamed are not bound, as they may take long for
 * a good reason.
 */
export function impatientDriver(answerWithinMs: number): MysqlDriver {
  return {
    createPool(options) {
      const pool = mysql.createPool(options);
      const heard: Heard = { at: 0 };
      pool.on("connection", (connection) => {
        heard.at = Date.now();
        // What nobody waits for any more must not wait for a lock either, with locks of its own in its hands.
        connection.query(`SET SESSION innodb_lock_wait_timeout = ${LOCK_WITHIN_SECONDS}`, () => {});
        limitStatements(connection, answerWithinMs, heard);
      });
      limitWaiting(pool, answerWithinMs, heard);
      return pool;
    },
  };
}

function limitWaiting(pool: Pool, answerWithinMs: number, heard: Heard): void {
  const getConnection = pool.getConnection.bind(pool);
  pool.getConnection = (callback) => {
    let waiting = true;
    const giveUp = () => {
      if (!waiting) return;
      const left = heard.at + answerWithinMs - Date.now();
      if (left > 0) {
        timer = afterSilence(giveUp, left);
        return;
      }
      waiting = false;
      callback(noAnswer(), undefined as never);
    };
    let timer = afterSilence(giveUp, answerWithinMs);
    getConnection((error, connection) => {
      clearTimeout(timer);
      // Nobody wants it any more.
      if (!waiting) return connection?.release();
      waiting = false;
      callback(error && noConnection(error), connection);
    });
  };
}

function limitStatements(connection: PoolConnection, answerWithinMs: number, heard: Heard): void {
  const query = connection.query.bind(connection) as (...args: unknown[]) => unknown;
  const limited = (...args: unknown[]) => {
    const callback = args.at(-1) as Callback | undefined;
    if (typeof callback !== "function") return query(...args);
    let open = true;
    const settle: Callback = (...answer) => {
      if (!open) return;
      open = false;
      clearTimeout(timer);
      callback(...answer);
    };
    const giveUp = () => {
      if (!open) return;
      // Out of the pool, and closed without a farewell that nobody would hear.
      connection.destroy();
      (connection as unknown as { stream: Socket }).stream.destroy();
      settle(noAnswer());
    };
    const timer = afterSilence(giveUp, answerWithinMs);
    return query(...args.slice(0, -1), (...answer: Parameters<Callback>) => {
      // A refusal is an answer too; a lost connection is none.
      if (answer[0] === null || "sqlState" in answer[0]) heard.at = Date.now();
      // Asked of a connection that is lost already, mysql2 names no code.
      else if (!("code" in answer[0])) Object.assign(answer[0], { code: "PROTOCOL_CONNECTION_LOST" });
      settle(...answer);
    });
  };
  connection.query = limited as typeof connection.query;
}

/**
 * Gives up once what has come meanwhile was read: after a pause of this process the timer is due before the answers
 * are, and the database was not silent. A process that would end otherwise need not wait for it.
 */
const afterSilence = (giveUp: () => void, milliseconds: number): NodeJS.Timeout =>
  setTimeout(() => setImmediate(giveUp), milliseconds).unref();

/** Says what the system's own message, such as "connect ECONNREFUSED", does not: whom it was about. */
const noConnection = (cause: NodeJS.ErrnoException) =>
  Object.assign(new Error(`The database took no connection: ${cause.message}`, { cause }), {
    code: cause.code,
  });

const noAnswer = () =>
  Object.assign(new Error("The database did not answer in time."), { code: "PROTOCOL_SEQUENCE_TIMEOUT" });
