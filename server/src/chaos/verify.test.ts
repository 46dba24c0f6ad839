import type { Delivered } from "../testing/receiver-process.js";
import { count, type Evidence, type Kept, type Sent, verify } from "./verify.js";

const delivered = (id: string, n: number, more: Partial<Delivered> = {}): Delivered => ({
  id,
  n,
  count: 1,
  at: 0,
  acceptedAt: 0,
  sentAt: null,
  fault: null,
  answer: "ok",
  ...more,
});
const kept = (id: string, n: number, status = "SUCCEEDED"): Kept => ({ id, n, status });
const sent = (n: number, executionId: string | null, more: Partial<Sent> = {}): Sent => ({
  n,
  keyed: false,
  executionId,
  replayed: false,
  ...more,
});

/** Two acknowledged, one whose answer was lost although it was committed, one that never was. */
const whole = (): Evidence => ({
  sent: [sent(1, "a"), sent(2, "b", { keyed: true, replayed: true }), sent(3, null), sent(4, null)],
  kept: [kept("a", 1), kept("b", 2), kept("c", 3)],
  received: [delivered("a", 1, { answer: "error" }), delivered("c", 3), delivered("b", 2), delivered("a", 1)],
});

test("a run that kept the promise has no breach, and its figures say what happened", () => {
  const evidence = whole();
  evidence.received.push(delivered("b", 2, { count: 2 }));
  expect(verify(evidence)).toEqual([]);
  expect(count(evidence)).toEqual({
    tried: 4,
    acknowledged: 2,
    replayed: 1,
    executions: 3,
    unacknowledged: 1,
    deliveries: 5,
    delivered: 3,
    refused: 1,
    duplicates: 1,
  });
});

const BREACHES: [what: string, spoil: (evidence: Evidence) => unknown][] = [
  [
    "sent again and again and never acknowledged",
    ({ sent }) => Object.assign(sent[1] ?? {}, { executionId: null }),
  ],
  ["acknowledged and not there", ({ kept }) => kept.shift()],
  ["acknowledged with another trigger's execution", ({ sent }) => Object.assign(sent[1] ?? {}, { n: 4 })],
  ["acknowledged and never delivered", ({ received }) => received.splice(2, 1)],
  ["there and never delivered", ({ received }) => received.splice(1, 1)],
  ["delivered and not there", ({ received }) => received.push(delivered("d", 4))],
  ["delivered with another execution's input", ({ received }) => received.push(delivered("a", 2))],
  [
    "delivered with a signature or body that is not right",
    ({ received }) => received.push(delivered("a", 1, { fault: "No matching signature found" })),
  ],
  ["made by no trigger of the load", ({ kept }) => kept.push(kept_(5))],
  ["made twice by one trigger", ({ kept }) => kept.push(kept_(1))],
  ["neither done nor given up", ({ kept }) => Object.assign(kept[0] ?? {}, { status: "RUNNING" })],
  ["neither done nor given up", ({ kept }) => Object.assign(kept[2] ?? {}, { status: "QUEUED" })],
  ["ended otherwise than SUCCEEDED", ({ kept }) => Object.assign(kept[2] ?? {}, { status: "FAILED" })],
];
const kept_ = (n: number) => kept("d", n);

test.each(BREACHES)("a breach is seen: %s", (what, spoil) => {
  const evidence = whole();
  spoil(evidence);
  expect(verify(evidence).join("\n")).toContain(`1 ${what}, such as {`);
});
