import type { Visitor } from "./browser.js";

/**
 * Tests that stand on the ones before them: after a failure the rest fails at once, without waiting. What the
 * visitor's browser complains of is a failure.
 */
export function stepsOf(visitor: () => Visitor) {
  let broken = false;
  return (name: string, run: () => Promise<void>) =>
    test(name, async () => {
      if (broken) throw new Error("An earlier step failed.");
      broken = true;
      await run();
      expect(visitor().complaints.splice(0)).toEqual([]);
      broken = false;
    });
}
