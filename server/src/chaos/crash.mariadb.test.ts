import { play, tell } from "./run.js";
import { SHORT } from "./scenarios.js";

test("servers and databases that die or stand still in the middle of a load lose nothing and invent nothing", async () => {
  const result = await play(SHORT.mariadb, 2);
  process.stdout.write(tell(result));
  expect(result.breaches).toEqual([]);
}, 600_000);
