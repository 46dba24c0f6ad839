import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";
import type { Database, Metrics } from "../context.js";

/** Seconds, up to the longest that a target may take. */
const ATTEMPT_BUCKETS = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30];
const REQUEST_BUCKETS = [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];

/**
 * The counts of one server, and where Prometheus reads them. Every label takes a few values that are known
 * beforehand, so neither a secret nor a tenant's name can be in one, nor can callers make new series.
 */
export function openMetrics(): { metrics: Metrics; registry: Registry } {
  const registry = new Registry();
  const counter = (name: string, help: string, labelNames: string[] = []) =>
    new Counter({ name, help, labelNames, registers: [registry] });
  const histogram = (name: string, help: string, labelNames: string[], buckets: number[]) =>
    new Histogram({ name, help, labelNames, buckets, registers: [registry] });

  const requests = histogram(
    "postern_http_request_duration_seconds",
    "HTTP requests, by route and status.",
    ["method", "route", "status"],
    REQUEST_BUCKETS,
  );
  const attempts = histogram(
    "postern_attempt_duration_seconds",
    "Deliveries to targets, by outcome.",
    ["outcome"],
    ATTEMPT_BUCKETS,
  );
  const keys = counter("postern_key_authentications_total", "API keys presented, by result.", ["result"]);
  const triggers = counter("postern_triggers_total", "Triggers accepted, or refused by error code.", [
    "result",
  ]);
  const executions = counter("postern_executions_ended_total", "Executions that ended, by status.", [
    "status",
  ]);
  const repeats = counter(
    "postern_transactions_repeated_total",
    "Transactions run once more, after a deadlock, a lost race or a busy database.",
  );
  return {
    registry,
    metrics: {
      request: ({ method, route, status, seconds }) => requests.observe({ method, route, status }, seconds),
      keyChecked: (result) => keys.inc({ result }),
      triggered: (result) => triggers.inc({ result }),
      attempted: (outcome, seconds) => attempts.observe({ outcome }, seconds),
      ended: (status, count) => executions.inc({ status }, count),
      transactionRepeated: () => repeats.inc(),
    },
  };
}

/** What Node tells of the process: memory, CPU, event loop. */
export const watchProcess = (register: Registry): void => collectDefaultMetrics({ register });

/** The database, its transactions' repetitions counted. */
export function countRepeats(database: Database, metrics: Metrics): Database {
  return {
    ...database,
    transaction: (work) => {
      let runs = 0;
      return database.transaction((db) => {
        if (runs++ > 0) metrics.transactionRepeated();
        return work(db);
      });
    },
  };
}
