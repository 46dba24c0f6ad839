import { play, tell } from "./run.js";
import { SHORT } from "./scenarios.js";

test("two servers with Redis lose nothing and invent nothing, whichever of them dies or forgets", async () => {
  const result = await play(SHORT.redis, 3);
  process.stdout.write(tell(result));
  expect(result.breaches).toEqual([]);
}, 600_000);
