// pnpm chaos [part of a name]: kills and freezes servers and databases in the middle of a load, and proves that
// what was acknowledged is delivered and nothing else is. Takes minutes; prints what was counted.
import { play, tell } from "./run.js";
import { LONG } from "./scenarios.js";

const [, , part = "", seed = "1"] = process.argv;

let broken = 0;
for (const scenario of LONG.filter(({ name }) => name.toLowerCase().includes(part.toLowerCase()))) {
  const result = await play(scenario, Number(seed));
  process.stdout.write(`${tell(result)}\n`);
  if (result.breaches.length > 0) broken++;
}
process.exit(broken === 0 ? 0 : 1);
