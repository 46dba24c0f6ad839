import { Slots } from "./slots.js";

const never = () => new Promise<void>(() => {});
let count = 0;
const due = (workflowId: string) => ({ id: `exec-${++count}`, workflowId, fence: 0 });

/** Begins as many of the workflow as there is room for; their number. */
function fill(slots: Slots, workflowId: string): number {
  let begun = 0;
  while (slots.roomFor(workflowId) > 0) {
    void slots.run(due(workflowId), never);
    begun++;
  }
  return begun;
}

test("one workflow alone gets half of the places, the next one half of the rest, down to the last", () => {
  const slots = new Slots(128);
  expect(["a", "b", "c", "d", "e", "f", "g"].map((workflow) => fill(slots, workflow))).toEqual([
    64, 32, 16, 8, 4, 2, 1,
  ]);
});

test("what is said to have room has it, and no more", () => {
  for (const atOnce of [1, 2, 3, 7, 128]) {
    const slots = new Slots(atOnce);
    for (const workflow of ["a", "b", "a", "c"]) {
      const room = slots.roomFor(workflow);
      expect(fill(slots, workflow)).toBeGreaterThanOrEqual(room);
      expect(slots.roomFor(workflow)).toBe(0);
    }
  }
});

test("a workflow that holds all that it may is full; a place that becomes free is room again", async () => {
  const slots = new Slots(4);
  let end = () => {};
  const done = slots.run(
    due("a"),
    () =>
      new Promise<void>((resolve) => {
        end = resolve;
      }),
  );
  fill(slots, "a");
  expect(slots.full()).toEqual(["a"]);
  expect(slots.roomFor("b")).toBe(1);
  end();
  await done;
  expect(slots.full()).toEqual([]);
  expect(slots.roomFor("a")).toBe(1);
});
