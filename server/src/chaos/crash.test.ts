import { play, tell } from "./run.js";
import { SHORT } from "./scenarios.js";

test("servers on SQLite that are killed in the middle of a load lose nothing and invent nothing", async () => {
  const result = await play(SHORT.sqlite, 1);
  process.stdout.write(tell(result));
  expect(result.breaches).toEqual([]);
}, 600_000);
