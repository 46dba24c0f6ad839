// pnpm chaos [part of a name]: kills and freezes servers and databases in the middle of a load, and proves that
// what was acknowledged is delivered and nothing else is. Takes minutes; prints what was counted.
import { playRounds, tellRounds } from "./rounds.js";
import { play, tell } from "./run.js";
import { LONG } from "./scenarios.js";

const [, , part = "", seed = "1"] = process.argv;
const ROUNDS = 1_000;

const asked = (name: string) => name.toLowerCase().includes(part.toLowerCase());

let broken = 0;
if (asked("identical triggers")) {
  const result = await playRounds(ROUNDS);
  process.stdout.write(`${tellRounds(result)}\n`);
  if (result.wrong.length > 0 || result.executions !== ROUNDS) broken++;
}
for (const scenario of LONG.filter(({ name }) => asked(name))) {
  const result = await play(scenario, Number(seed));
  process.stdout.write(`${tell(result)}\n`);
  if (result.breaches.length > 0) broken++;
}
process.exit(broken === 0 ? 0 : 1);
