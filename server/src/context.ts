import type { Logger } from "pino";
import type { EntityManager } from "typeorm";
import type { Principal } from "./auth/principal.js";
import type { Config } from "./config.js";
import type { Encryption } from "./encryption.js";
import type { FieldFault } from "./errors.js";

/** An open database: reads at any time, writes one transaction at a time or as many as it can bear. */
export interface Database {
  dialect: Config["database"]["dialect"];
  /** For reading outside a transaction. On SQLite it refuses every write. */
  read: EntityManager;
  /** Runs work in a transaction; on a deadlock the whole of it again, at most five times. */
  transaction<T>(work: (db: EntityManager) => Promise<T>): Promise<T>;
  /** The SELECT as it is sent where it must see what any node of a cluster has committed. */
  upToDate(select: string): string;
  /** Resolves when the database answers; rejects when there is none within four seconds. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Counts what keys do, behind the calls; see api-key/usage.ts. */
export interface KeyUsage {
  accepted(call: { apiKeyId: string; ip: string | null; olderSecretHash: string | null }): void;
  denied(call: { apiKeyId: string; ip: string | null; cause: string }): void;
  /** Writes what is pending. */
  flush(): Promise<void>;
}

/** Bounds calls per key and minute. */
export interface KeyRateLimiter {
  /** Counts one call; how many are left of the limit, and when the minute ends. */
  take(
    apiKeyId: string,
    limit: number,
  ): Promise<{ allowed: boolean; remaining: number; resetSeconds: number }>;
  close(): Promise<void>;
}

/**
 * Counts for whoever watches over the servers; see metrics/. Results are few and known beforehand: no label
 * holds an id, a name, an address or anything that a caller sent.
 */
export interface Metrics {
  /** `route` is the route's pattern, never the path. */
  request(call: { method: string; route: string; status: number; seconds: number }): void;
  /** A key was presented: "accepted", or why it was not. */
  keyChecked(result: string): void;
  /** A trigger was "accepted", "replayed" or "validated", or refused with an error's code. */
  triggered(result: string): void;
  /** An attempt ended; its outcome as in execution/claim.ts. */
  attempted(outcome: string, seconds: number): void;
  /** So many executions came to their end. */
  ended(status: string, count: number): void;
  transactionRepeated(): void;
}

/** On whose account a check is: an organization, and in it a workflow; null for one that is still to be made. */
export interface CheckedFor {
  tenant: string;
  workflowId: string | null;
}

/** Compiles schemas and checks inputs in threads, with a deadline; see workflow/schema-checker.ts. */
export interface SchemaChecker {
  /**
   * Why this value cannot be a workflow's input schema; empty when it can. Paths are JSON pointers into the
   * schema ("" or "/properties/x"). RATE_LIMITED when too many checks of that workflow wait, and
   * SERVICE_UNAVAILABLE when too many do of all.
   */
  schemaFaults(schema: unknown, whose?: CheckedFor): Promise<FieldFault[]>;
  /**
   * Where the input (JSON text; null for none, which is JSON's null) breaks the schema (JSON text); empty
   * when it holds. Messages never repeat the input's values. At most 10 faults. Tenants take turns,
   * and so do the workflows of one; where nobody is named, the schema stands for them.
   */
  inputFaults(schemaText: string, inputText: string | null, whose?: CheckedFor): Promise<FieldFault[]>;
  /** Ends the threads. What is under way or waits is refused with SERVICE_UNAVAILABLE. */
  close(): Promise<void>;
}

/** An execution that wants a worker. */
export interface Due {
  id: string;
  workflowId: string;
  /** The fence that it had when it became due; a claim succeeds only against this one. */
  fence: number;
}

/** Brings due executions to a worker; see queue/. The rows stay the truth: losing an announcement loses time. */
export interface WorkQueue {
  /** Whether what carries the work is out of reach; the rows are looked at more often meanwhile. */
  isAway(): boolean;
  /** Something is due now or at that time. Called after the commit; never throws, never waits. */
  announce(due: Due, dueAt: Date): void;
}

/** What became of a project's executions: of one, or (null) of an unknown number. */
export interface ExecutionEvent {
  projectId: string;
  executionId: string | null;
}

/** Tells those who follow executions that something changed; they read anew. */
export interface ExecutionEvents {
  /** Called after the commit; never throws, never waits. */
  publish(event: ExecutionEvent): void;
  /** Tells the listener of each event of the project from now on, until what is returned is called. */
  subscribe(projectId: string, listener: (event: ExecutionEvent) => void): () => void;
  /** How many listeners there are. */
  listeners(): number;
  close(): Promise<void>;
}

/**
 * What children do when a parent comes or goes, in the same transaction. No parent knows its children, so
 * they are put together where the server is; see lifecycle.ts.
 */
export interface Lifecycle {
  projectCreated(ctx: Context, project: { id: string; organizationId: string }): Promise<void>;
  workflowDeleted(ctx: Context, workflow: { id: string; projectId: string }): Promise<void>;
  projectDeleted(ctx: Context, project: { id: string; organizationId: string }): Promise<void>;
  organizationDeleted(ctx: Context, organization: { id: string }): Promise<void>;
}

/** What lives as long as the process. */
export interface Runtime {
  config: Config;
  log: Logger;
  database: Database;
  encryption: Encryption;
  /** What a caller must show to set Postern up. */
  setupToken: string;
  /** The one clock of every decision about time. */
  clock(): Date;
  usage: KeyUsage;
  rateLimiter: KeyRateLimiter;
  lifecycle: Lifecycle;
  schemas: SchemaChecker;
  queue: WorkQueue;
  metrics: Metrics;
  events: ExecutionEvents;
  /** What completion tokens are made with; see execution/completion-token.ts. */
  completionSecret: Buffer;
}

/** How a request hands the browser its session, or takes it away. */
export interface SessionCookie {
  set(token: string, expiresAt: Date): void;
  clear(): void;
}

/** What a call that goes on for long has beyond the others. */
export interface Live {
  /** Aborts once the caller has gone, or has to go because the server stops. */
  signal: AbortSignal;
  /**
   * A fresh context for the same caller, whose credential is looked at anew. It counts as no call. Throws as a
   * new call would when the credential no longer works.
   */
  renew(): Promise<Context>;
  /** How many such calls the caller has open at this server. */
  streams(): number;
  /** Takes over what is to be sent to the caller, once it is known that there is something to send. */
  open(results: AsyncIterable<object>): void;
}

/** What a service gets: the runtime, who is calling, and the database as this call may use it. */
export interface Context extends Runtime {
  /** Changes once at most, when a request signs in or out; see session/session.service.ts. */
  principal: Principal;
  /** Reads; inside a transaction, that transaction. */
  db: EntityManager;
  /** What this call has loaded already; see database/loader.ts. Each transaction has its own. */
  loaders: Map<unknown, unknown>;
  /** Set inside a transaction: what to do once it is committed. */
  afterCommit: (() => void)[] | null;
  ip: string | null;
  /** The request's User-Agent header, as it came. */
  userAgent: string | null;
  requestId: string;
  /** The request's Idempotency-Key header. */
  idempotencyKey: string | null;
  cookie: SessionCookie;
  /** Null for every call that ends with its answer. */
  live: Live | null;
}

const NO_COOKIE: SessionCookie = { set: () => {}, clear: () => {} };

/** A context for one call: a request, a command, one step of the worker. */
export function createContext(
  runtime: Runtime,
  call: {
    principal: Principal;
    requestId: string;
    ip?: string | null;
    userAgent?: string | null;
    idempotencyKey?: string | null;
    cookie?: SessionCookie;
  },
): Context {
  return {
    ...runtime,
    principal: call.principal,
    db: runtime.database.read,
    loaders: new Map(),
    afterCommit: null,
    ip: call.ip ?? null,
    userAgent: call.userAgent ?? null,
    requestId: call.requestId,
    idempotencyKey: call.idempotencyKey ?? null,
    cookie: call.cookie ?? NO_COOKIE,
    live: null,
  };
}
