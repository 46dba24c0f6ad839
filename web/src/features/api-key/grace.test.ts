import { graceProblem, graceSeconds, rotationConsequences } from "./grace.js";

const now = new Date("2026-11-21T12:00:00Z");
const key = {
  preview: "pst_o_abcd",
  expiryPolicy: "CUSTOM" as const,
  expiresAt: null as string | null,
  rotation: null,
};
const day = { choice: "DAY" as const, until: "" };
const until = (at: string) => ({ choice: "CUSTOM" as const, until: at });

test("presets are exact, and a date becomes the seconds until then", () => {
  expect(graceSeconds(day, now)).toBe(86_400);
  expect(graceSeconds({ choice: "NOW", until: "2026-11-22T12:00" }, now)).toBe(0);
  expect(graceSeconds(until(""), now)).toBeNull();
  expect(graceProblem(until("2026-11-20T12:00"), now)).toMatch("lies ahead");
  expect(graceProblem(until("2026-12-25T12:00"), now)).toMatch("within 30 days");
  expect(graceProblem(until("2026-12-01T12:00"), now)).toBeNull();
});

test("a grace never prolongs the old secret's own end", () => {
  const said = rotationConsequences({ ...key, expiresAt: "2026-11-21T18:00:00Z" }, day, now).join(" ");
  expect(said).toMatch("(21 Nov 2026, 18:00:00 UTC)");
  expect(said).toMatch("a grace never prolongs it");
  expect(said).toMatch("The key's end stays");
});

test("a preset begins again, and an even older secret ends at once", () => {
  const said = rotationConsequences(
    {
      ...key,
      expiryPolicy: "DAYS_30",
      expiresAt: "2026-12-10T12:00:00Z",
      rotation: { previousPreview: "pst_o_wxyz" },
    },
    day,
    now,
  ).join(" ");
  expect(said).toMatch("30 days begin again: it then works until Mon, 21 Dec 2026");
  expect(said).toMatch("pst_o_wxyz…, still works from the last rotation. It stops at once.");
});
