import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import { Chance } from "../cli/seed-random.js";
import type { Mood } from "../testing/receiver-process.js";
import { drained, executions } from "./aftermath.js";
import { type Load, startLoad } from "./load.js";
import type { Scenario } from "./scenarios.js";
import { openStage, type Stage } from "./stage.js";
import { type Counts, count, verify } from "./verify.js";

/** Between one fault and the next the load goes on undisturbed for this long, and up to as much again. */
const BETWEEN_MS = 750;
/** So many triggers under way are the middle of the load. */
const BUSY = 6;

/** The receiver as a target may be: of 1,000 executions so many meet it at a bad moment. */
const mood = (seed: number): Mood => ({ seed, error: 20, hang: 2, drop: 20, slowMs: 60 });

export interface Result extends Counts {
  name: string;
  /** What struck, and how often. */
  faults: string;
  /** Triggers that were waiting for their answer when the faults struck, taken together. */
  struck: number;
  slowestMs: number;
  seconds: number;
  /** What broke the promise; see `verify`. */
  breaches: string[];
}

/** Plays a scenario from an empty database to the last delivery. Where it breaks a promise, the logs are kept. */
export async function play(scenario: Scenario, seed: number): Promise<Result> {
  const began = Date.now();
  const stage = await openStage(scenario.setting);
  let keepLogs = true;
  try {
    stage.receiver.behave(mood(seed));
    const load = startLoad(stage.doors, stage.workflow);
    const striking = strikeAll(scenario, stage, load, new Chance(seed));
    // Nothing may go on calling when a fault cannot be mended.
    const struck = await striking.finally(load.stop);
    const sent = await load.stop();
    await drained(stage);
    const evidence = { sent, kept: await executions(stage), received: stage.receiver.log() };
    const breaches = [...verify(evidence), ...misbehaviour(stage, load, struck)];
    keepLogs = breaches.length > 0;
    if (keepLogs) breaches.push(`The logs are in ${stage.folder}`);
    const { slowestMs } = load;
    const seconds = (Date.now() - began) / 1000;
    const faults = scenario.faults.map(([{ name }, times]) => `${times} × ${name}`).join(", ");
    return { name: scenario.name, faults, ...count(evidence), struck, slowestMs, seconds, breaches };
  } finally {
    await stage.close(keepLogs);
  }
}

/** Gives how many triggers were under way as the faults struck. */
async function strikeAll({ faults }: Scenario, stage: Stage, load: Load, chance: Chance): Promise<number> {
  let struck = 0;
  for (const [fault, times] of faults) {
    for (let time = 0; time < times; time++) {
      await sleep(BETWEEN_MS + chance.below(BETWEEN_MS));
      await inTheMiddle(load);
      struck += load.underWay();
      await fault.strike(stage, chance);
    }
  }
  await sleep(BETWEEN_MS);
  return struck;
}

/** Waits for a moment at which several triggers are under way, so that a fault cuts them. */
async function inTheMiddle(load: Load): Promise<void> {
  const limit = Date.now() + BETWEEN_MS;
  while (load.underWay() < BUSY && Date.now() < limit) await nextTurn();
}

/** What nobody may see even while something is down, and whether the faults met a load at all. */
function misbehaviour({ servers }: Stage, { strange }: Load, struck: number): string[] {
  const deaths = servers.reduce((sum, server) => sum + server.deaths, 0);
  return [
    ...(strange.length > 0 ? [`${strange.length} strange answers, such as ${strange[0]}`] : []),
    ...(deaths > 0 ? [`${deaths} servers ended by themselves`] : []),
    ...(struck === 0 ? ["No fault met a trigger that was under way"] : []),
  ];
}

/** The result as lines for a person. */
export function tell(result: Result): string {
  const { name, faults, struck, seconds, slowestMs, breaches, ...counts } = result;
  const { tried, acknowledged, executions, unacknowledged } = counts;
  return [
    `${name}: ${faults}, with ${struck} triggers under way, ${seconds.toFixed(0)} s`,
    `  triggers   ${tried} tried, ${acknowledged} acknowledged, ${counts.replayed} of them replayed, slowest answer ${slowestMs} ms`,
    `  executions ${executions}, of which ${unacknowledged} without an acknowledgement`,
    `  deliveries ${counts.deliveries} of ${counts.delivered} executions, ${counts.refused} refused by the receiver, ${counts.duplicates} duplicates`,
    ...(breaches.length > 0
      ? breaches
      : ["every acknowledged execution was delivered, none was invented"]
    ).map((line) => `  ${line}`),
    "",
  ].join("\n");
}
