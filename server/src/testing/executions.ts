import { IsNull } from "typeorm";
import { POSTERN } from "../auth/principal.js";
import { type Context, createContext } from "../context.js";
import { Execution, ExecutionAttempt } from "../execution/execution.entity.js";
import { type Answer, type Caller, graphql } from "./client.js";
import { until } from "./receiver.js";
import type { TestServer } from "./test-server.js";
import type { World } from "./world.js";

/** An execution as its owner reads it. */
export interface Shown {
  id: string;
  status: string;
  input: unknown;
  output: unknown;
  error: { code: string; message: string } | null;
  nextAttemptAt: string | null;
  completionDeadline: string | null;
  retryOfId: string | null;
  attempts: {
    number: number;
    finishedAt: string | null;
    responseStatus: number | null;
    durationMs: number | null;
    error: { code: string; message: string } | null;
  }[];
}

const SHOWN = `id status input output error { code message } nextAttemptAt completionDeadline retryOfId
  attempts { number finishedAt responseStatus durationMs error { code message } }`;

/** Looks every 20 ms, where the server's own worker looks every second. */
export const ALWAYS_LOOKING = { look: () => ({ everyMs: 20, overdueMs: 0 }) };

/** A context in which Postern itself acts. */
export const system = ({ runtime }: TestServer): Context =>
  createContext(runtime, { principal: POSTERN, requestId: "test" });

export interface Triggered {
  triggerWorkflow: { execution: { id: string; status: string } | null; replayed: boolean };
}

export const trigger = (
  { url }: { url: string },
  caller: Caller,
  input: object,
): Promise<Answer<Triggered>> =>
  graphql<Triggered>(
    url,
    caller,
    "mutation ($input: TriggerWorkflowInput!) { triggerWorkflow(input: $input) { replayed execution { id status } } }",
    { input },
  );

/** Starts the world's workflow and tells the execution's id. */
export async function triggered(server: TestServer, acme: World, input: object = {}): Promise<string> {
  const answer = await trigger(server, acme.owner, { workflowId: acme.workflow.id, ...input });
  expect(answer.errors).toEqual([]);
  return answer.data.triggerWorkflow.execution?.id ?? "";
}

export async function show({ url }: TestServer, { owner }: World, id: string): Promise<Shown> {
  const { data } = await graphql<{ execution: Shown }>(
    url,
    owner,
    `query ($id: ID!) { execution(id: $id) { ${SHOWN} } }`,
    { id },
  );
  return data.execution;
}

/** The execution once it has ended. */
export async function ended(server: TestServer, acme: World, id: string): Promise<Shown> {
  const over = async () => !["QUEUED", "RUNNING"].includes((await show(server, acme, id)).status);
  await until(over);
  return show(server, acme, id);
}

/** Its row, whoever asks. */
export const rowOf = ({ runtime }: TestServer, id: string): Promise<Execution> =>
  runtime.database.read.findOneByOrFail(Execution, { id });

/** Waits until so many attempts have failed. */
export async function failedAttempts(server: TestServer, id: string, count: number): Promise<Execution> {
  await until(async () => (await rowOf(server, id)).failedAttempts >= count);
  return rowOf(server, id);
}

/** How many executions the workflow has. */
export const countOf = ({ runtime }: TestServer, { workflow }: World): Promise<number> =>
  runtime.database.read.countBy(Execution, { workflowId: workflow.id });

/** How many attempts of the workflow are being made. */
export const attemptsUnderWay = ({ runtime }: TestServer, workflowId: string): Promise<number> =>
  runtime.database.read
    .createQueryBuilder(ExecutionAttempt, "attempt")
    .innerJoin(Execution, "execution", "execution.id = attempt.executionId")
    .where({ finishedAt: IsNull() })
    .andWhere("execution.workflowId = :workflowId", { workflowId })
    .getCount();

/** Cancels or retries an execution, as a client would. */
export const act = (
  { url }: { url: string },
  caller: Caller,
  mutation: "cancelExecution" | "retryExecution",
  id: string,
): Promise<Answer<Record<string, Shown>>> =>
  graphql(url, caller, `mutation ($id: ID!) { ${mutation}(id: $id) { ${SHOWN} } }`, { id });
