import { keyStatus } from "./key-status.js";

const now = new Date("2026-11-21T09:00:00Z");
const HOUR = 3_600_000;
const inHours = (hours: number) => new Date(now.getTime() + hours * HOUR).toISOString();

test.each([
  ["ACTIVE", null, "Active", "green"],
  ["ACTIVE", inHours(7 * 24 + 1), "Active", "green"],
  ["ACTIVE", inHours(7 * 24), "Expires soon", "amber"],
  ["ACTIVE", inHours(25), "Expires soon", "amber"],
  ["ACTIVE", inHours(24), "Expires soon", "red"],
  ["ACTIVE", inHours(0), "Expired", "gray"],
  ["ACTIVE", inHours(-1), "Expired", "gray"],
  ["EXPIRED", inHours(-1), "Expired", "gray"],
  ["REVOKED", inHours(-1), "Revoked", "gray"],
  ["DISABLED", inHours(-1), "Disabled", "gray"],
  ["OWNER_INACTIVE", inHours(1), "Owner inactive", "amber"],
  // The server's word counts where the browser's clock is late.
  ["EXPIRED", inHours(1), "Expired", "gray"],
] as const)("%s with the end %s is %s in %s", (status, expiresAt, word, color) => {
  expect(keyStatus({ status, kind: "SERVICE", expiresAt }, now)).toMatchObject({ word, color });
});

test("a project's own SYSTEM key is shown as protected", () => {
  expect(keyStatus({ status: "ACTIVE", kind: "SYSTEM", expiresAt: null }, now).word).toBe("Protected");
});
