import { playRounds, tellRounds } from "./rounds.js";

test("18 identical triggers at once on two servers make one execution, round after round", async () => {
  const result = await playRounds(60);
  process.stdout.write(tellRounds(result));
  expect(result.wrong).toEqual([]);
  expect(result.executions).toBe(60);
});
