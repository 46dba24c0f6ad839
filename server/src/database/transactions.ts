import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { isBusy, isTransient, waited } from "./failures.js";

/** How long anybody waits for the database. With what a call does besides, an answer comes within five seconds. */
export const ANSWER_WITHIN_MS = 4000;
const ATTEMPTS = 5;

/** Runs a transaction, and the whole of it again where that may help: at most five times, and not after long waits. */
export async function retried<T>(transaction: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + ANSWER_WITHIN_MS;
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction();
    } catch (error) {
      // Waiting for another process's turn is no attempt, as nothing was done. Waiting has its time, though.
      const enough = (attempt >= ATTEMPTS && !isBusy(error)) || (waited(error) && Date.now() > deadline);
      if (enough || !isTransient(error)) throw error;
      await sleep(Math.min(attempt, ATTEMPTS) * 10 + Math.random() * 40);
    }
  }
}

const running = new AsyncLocalStorage<{ open: boolean }>();

/** Refuses a transaction inside another one: it would wait for itself (SQLite) or not be one (MySQL). */
export async function notNested<T>(transaction: () => Promise<T>): Promise<T> {
  if (running.getStore()?.open) {
    throw new Error("A transaction was begun inside another. Pass the inner ctx on, not the outer one.");
  }
  const mark = { open: true };
  try {
    return await running.run(mark, transaction);
  } finally {
    mark.open = false;
  }
}

/** Runs one piece of work after the other, in the order in which they came. */
export function serialQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) =>
    notNested(() => {
      const result = last.then(work);
      last = result.catch(() => {});
      return result;
    });
}
