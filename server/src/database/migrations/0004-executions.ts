import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, createTable, flag, instant, integer, longText, OPTIONAL, ref, text } from "./table.js";

/** Workflows with all of their settings, idempotent triggers, long work, and what the worker looks for. */
export const executions = [
  addColumns(
    1764000000001,
    "workflows",
    {
      enabled: flag({ default: "1" }),
      disabled_reason: text(200, OPTIONAL),
      sealed_target_headers: longText(OPTIONAL),
      input_schema: longText(OPTIONAL),
      max_attempts: integer({ default: "10" }),
      timeout_seconds: integer({ default: "15" }),
      completion_timeout_seconds: integer({ default: "86400" }),
      sealed_previous_signing_secret: text(500, OPTIONAL),
      previous_signing_secret_expires_at: instant(OPTIONAL),
      schedule_cron: text(100, OPTIONAL),
      schedule_time_zone: text(64, OPTIONAL),
      next_run_at: instant(OPTIONAL),
      deleted_at: instant(OPTIONAL),
    },
    [["next_run_at"]],
  ),
  addColumns(
    1764000000002,
    "executions",
    {
      idempotency_key: text(255, OPTIONAL),
      retry_of_id: ref(OPTIONAL),
      // Until when a target that answered 202 may report the outcome; due_at is the same instant.
      completion_deadline: instant(OPTIONAL),
    },
    [["due_at", "workflow_id"], ["workflow_id", "due_at"], ["created_at"]],
  ),
  class implements MigrationInterface {
    name = "Drop_narrow_due_index_1764000000003";
    async up(runner: QueryRunner): Promise<void> {
      const table = await runner.getTable("executions");
      const narrow = table?.indices.find(({ name }) => name === "ix_executions_due_at");
      if (narrow) await runner.query(dropIndex(runner, "ix_executions_due_at", "executions"));
    }
    async down(): Promise<void> {}
  },
  // The key is kept as its hash, so that no collation decides which two are the same.
  createTable(1764000000004, "trigger_requests", {
    columns: {
      caller_id: ref({ isPrimary: true }),
      workflow_id: ref({ isPrimary: true }),
      key_hash: text(64, { isPrimary: true }),
      input_hash: text(64),
      execution_id: ref(),
      expires_at: instant(),
    },
    indexes: [["expires_at"]],
  }),
  // What retention looks for.
  addColumns(1764000000005, "executions", {}, [["finished_at"]]),
  addColumns(1764000000006, "sessions", {}, [["expires_at"]]),
  addColumns(1764000000007, "invitations", {}, [["expires_at"]]),
  addColumns(1764000000008, "api_key_requests", {}, [["created_at"]]),
  addColumns(1764000000009, "api_key_usage_days", {}, [["day"]]),
  addColumns(1764000000010, "api_key_denials", {}, [["day"]]),
];

/** Not TypeORM's dropIndex, which copies the whole table on SQLite. */
const dropIndex = (runner: QueryRunner, index: string, table: string): string =>
  runner.dataSource.options.type === "better-sqlite3"
    ? `DROP INDEX ${index}`
    : `DROP INDEX ${index} ON ${table}`;
