import { createRequire } from "node:module";

// Jest has it, and this project asks Jest alone for it.
const through = (...names) =>
  names.reduce((from, name) => createRequire(from.resolve(name)), createRequire(import.meta.url));
const { default: Sequencer } = through("jest", "@jest/core", "jest-config")("@jest/test-sequencer");

/** Suites that rather wait than compute, for what they have killed, frozen or held up; the longest first. */
const WAITING = [
  /\/chaos\/crash/,
  /\.(redis|galera)\.test/,
  /\/(rounds|faults|live|scheduled|graphql-stream|server-away)\./,
];

/**
 * Jest's own order, the longest first, but between each two suites that compute one that waits: so there is work
 * for every core from the beginning, and none of the long ones is left for the end.
 */
export default class WaitingBetween extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    const kindOf = ({ path }) => WAITING.findIndex((kind) => kind.test(path));
    const computing = sorted.filter((test) => kindOf(test) === -1);
    const waiting = sorted.filter((test) => kindOf(test) >= 0).sort((a, b) => kindOf(a) - kindOf(b));
    const order = [];
    while (computing.length > 0 || waiting.length > 0)
      order.push(...computing.splice(0, 2), ...waiting.splice(0, 1));
    return order;
  }
}
