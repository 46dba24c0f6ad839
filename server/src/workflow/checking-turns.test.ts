import { type Place, Turns } from "./checking-turns.js";

const at = (tenant: string, lane: string): Place => ({ tenant, lane });

/** Begins and ends so many quick checks of a lane, alone. */
function beQuick(turns: Turns<Place>, place: Place, times: number): void {
  for (let i = 0; i < times; i++) {
    turns.add(place);
    expect(turns.begin()).toBe(place);
    turns.end(place, true);
  }
}

test("tenants take turns, and within a tenant its lanes", () => {
  const turns = new Turns<Place>();
  const sent = [at("a", "a1"), at("a", "a1"), at("a", "a2"), at("b", "b1"), at("b", "b1")];
  for (const place of sent) turns.add(place);
  const order = sent.map(() => {
    const place = turns.begin();
    if (place !== undefined) turns.end(place, true);
    return place?.lane;
  });
  expect(order).toEqual(["a1", "b1", "a2", "b1", "a1"]);
  expect([turns.begin(), turns.waiting(), turns.running]).toEqual([undefined, [], 0]);
});

test("slow lanes share a thread, and the other is for quick ones; of another tenant at once, of the same when trusted", () => {
  const turns = new Turns<Place>();
  const [slow, alsoSlow] = [at("a", "slow"), at("c", "slow too")];
  const [neighbour, stranger] = [at("a", "neighbour"), at("b", "stranger")];
  beQuick(turns, neighbour, 3);
  beQuick(turns, stranger, 1);
  for (const place of [slow, alsoSlow, neighbour, stranger]) turns.add(place);
  expect(turns.begin()).toBe(slow);
  expect(turns.begin()).toBe(stranger);
  turns.end(stranger, true);
  expect(turns.begin()).toBeUndefined();
  turns.end(slow, false);
  expect(turns.begin()).toBe(alsoSlow);
  expect(turns.begin()).toBe(neighbour);
  turns.end(neighbour, true);
  turns.end(alsoSlow, false);

  // Four quick ones in a row: now it may run beside a slow one of its tenant.
  turns.add(slow);
  turns.add(neighbour);
  expect(turns.begin()).toBe(slow);
  expect(turns.begin()).toBe(neighbour);
  // One that was slow is trusted no longer.
  turns.end(neighbour, false);
  turns.add(neighbour);
  expect(turns.begin()).toBeUndefined();
});

test("two quick lanes of one tenant have one thread between them", () => {
  const turns = new Turns<Place>();
  const [first, second] = [at("a", "first"), at("a", "second")];
  beQuick(turns, first, 5);
  beQuick(turns, second, 5);
  turns.add(first);
  turns.add(second);
  expect(turns.begin()).toBe(first);
  expect(turns.begin()).toBeUndefined();
});

test("a lane may hold half of what the others of its tenant leave, so that a few full ones shut nobody out", () => {
  const turns = new Turns<Place>();
  const filled = ["1", "2", "3"].map((lane) => {
    let held = 0;
    for (; turns.refusal(at("a", lane)) === null; held++) turns.add(at("a", lane));
    return held;
  });
  expect(filled).toEqual([32, 16, 8]);
  expect(turns.refusal(at("a", "4"))).toBeNull();
  expect(turns.refusal(at("a", "1"))).toBe("LANE_FULL");
  for (let tenant = 0; turns.waiting().length < 512; tenant++) turns.add(at(`tenant ${tenant}`, `${tenant}`));
  expect(turns.refusal(at("b", "b1"))).toBe("ALL_FULL");
});
