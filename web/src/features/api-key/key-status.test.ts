import { keyStatus, type StatusFacts } from "./key-status.js";

const now = new Date("2026-11-21T09:00:00Z");
const HOUR = 3_600_000;
const DAYS = 24;
const inHours = (hours: number) => new Date(now.getTime() + hours * HOUR).toISOString();

const ACTIVE: StatusFacts = {
  status: "ACTIVE",
  kind: "SERVICE",
  expiresAt: null,
  lastUsedAt: inHours(-1),
  rotation: null,
};
const rotation = { previousExpiresAt: inHours(5) };

test.each<[string, Partial<StatusFacts>, string, string]>([
  ["no end", {}, "Active", "green"],
  ["an end far off", { expiresAt: inHours(7 * DAYS + 1) }, "Active", "green"],
  ["an end in a week", { expiresAt: inHours(7 * DAYS) }, "Expires soon", "amber"],
  ["an end in more than a day", { expiresAt: inHours(25) }, "Expires soon", "amber"],
  ["an end in a day", { expiresAt: inHours(24) }, "Expires soon", "red"],
  ["an end now", { expiresAt: inHours(0) }, "Expired", "gray"],
  ["an end in the past", { expiresAt: inHours(-1) }, "Expired", "gray"],
  // The server's word counts where the browser's clock is late.
  ["the server's word", { status: "EXPIRED", expiresAt: inHours(1) }, "Expired", "gray"],
  ["revoked and past its end", { status: "REVOKED", expiresAt: inHours(-1) }, "Revoked", "gray"],
  ["disabled and past its end", { status: "DISABLED", expiresAt: inHours(-1) }, "Disabled", "gray"],
  ["an owner who left", { status: "OWNER_INACTIVE", expiresAt: inHours(1) }, "Owner inactive", "amber"],
  ["an owner who left, rotating", { status: "OWNER_INACTIVE", rotation }, "Owner inactive", "amber"],
  ["rotating", { rotation }, "Rotating", "teal"],
  ["rotating, an end in a day", { rotation, expiresAt: inHours(24) }, "Expires soon", "red"],
  ["rotating, an end in a week", { rotation, expiresAt: inHours(7 * DAYS) }, "Rotating", "teal"],
  ["rotating, idle", { rotation, lastUsedAt: inHours(-100 * DAYS) }, "Rotating", "teal"],
  ["a grace that is over", { rotation: { previousExpiresAt: inHours(-1) } }, "Active", "green"],
  ["disabled while rotating", { status: "DISABLED", rotation }, "Disabled", "gray"],
  ["no call for almost 90 days", { lastUsedAt: inHours(-90 * DAYS + 1) }, "Active", "green"],
  ["no call for 90 days", { lastUsedAt: inHours(-90 * DAYS) }, "Idle", "amber"],
  ["no call ever", { lastUsedAt: null }, "Never used", "gray"],
  ["no call ever, an end soon", { lastUsedAt: null, expiresAt: inHours(50) }, "Expires soon", "amber"],
  ["the Automator", { kind: "SYSTEM", lastUsedAt: null }, "Protected", "teal"],
  ["the Automator, rotating", { kind: "SYSTEM", rotation }, "Rotating", "teal"],
  ["nothing known of its use", { lastUsedAt: undefined, rotation: undefined }, "Active", "green"],
])("%s", (_, facts, word, color) => {
  expect(keyStatus({ ...ACTIVE, ...facts }, now)).toMatchObject({ word, color });
});

test("a status says why", () => {
  const hint = (facts: Partial<StatusFacts>) => keyStatus({ ...ACTIVE, ...facts }, now).hint;
  const revoked = { status: "REVOKED", revokedAt: inHours(-72), revokedBy: { name: "Ada" } } as const;
  expect(hint({ ...revoked, revokeReason: "Leaked" })).toBe("Ada revoked it for good 3 days ago: “Leaked”.");
  expect(hint({ ...revoked, revokeReason: null })).toBe("Ada revoked it for good 3 days ago.");
  expect(hint({ status: "REVOKED" })).toBe("It was revoked for good.");
  expect(hint({ rotation })).toBe("Both secrets work; the older one stops in 5 hours.");
  expect(hint({ expiresAt: inHours(50) })).toBe("It stops working in 2 days.");
});
