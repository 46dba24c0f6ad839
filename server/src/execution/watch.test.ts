import { memoryEvents } from "../queue/events.js";
import { Watch } from "./watch.js";

const projectId = "proj_1";
const NEVER = 2 ** 31 - 1;

function watching(concerns?: (id: string) => boolean) {
  const events = memoryEvents();
  const gone = new AbortController();
  const watch = new Watch(events, projectId, gone.signal, concerns);
  const tell = (...ids: (string | null)[]) => {
    for (const executionId of ids) events.publish({ projectId, executionId });
  };
  return { events, gone, watch, tell };
}

test("what happened between two looks is told once each, in the order in which it first happened", async () => {
  const { watch, tell } = watching();
  tell("a", "b", "a");
  expect(await watch.next(NEVER)).toEqual(["a", "b"]);
  const next = watch.next(NEVER);
  tell("b");
  expect(await next).toEqual(["b"]);
});

test("what does not concern it wakes nobody; an unknown number of changes always does", async () => {
  const { watch, tell, events } = watching((id) => id === "mine");
  events.publish({ projectId: "proj_2", executionId: "mine" });
  tell("other");
  expect(await watch.next(0)).toEqual([]);
  tell("mine", null);
  expect(await watch.next(NEVER)).toBeNull();
  expect(await watch.next(0)).toEqual([]);
});

test("for a slow one it stays small: past a thousand, which they were is no longer known", async () => {
  const { watch, tell } = watching();
  for (let number = 0; number < 1000; number++) tell(`exec_${number}`);
  expect(await watch.next(NEVER)).toHaveLength(1000);
  for (let number = 0; number < 100_000; number++) tell(`exec_${number}`);
  expect(await watch.next(NEVER)).toBeNull();
});

test("it ends with its signal: nothing listens any more, and who waits waits no longer", async () => {
  const { events, gone, watch } = watching();
  expect(events.listeners()).toBe(1);
  const next = watch.next(NEVER);
  gone.abort();
  expect(await next).toEqual([]);
  expect(events.listeners()).toBe(0);
  new Watch(events, projectId, gone.signal);
  expect(events.listeners()).toBe(0);
});
