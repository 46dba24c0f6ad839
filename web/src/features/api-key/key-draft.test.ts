import { changesOf } from "./key-changes.js";
import { draftOf, emptyDraft, type KeyDraft, keyChecks, keyInput, keySentence } from "./key-draft.js";

const now = new Date("2026-11-20T12:00:00Z");
const draft = (change: Partial<KeyDraft>): KeyDraft => ({ ...emptyDraft, ...change });

test("the sentence says what, where and until when", () => {
  expect(keySentence(emptyDraft, ["Billing", "CRM"], now)).toBe(
    "Can trigger workflows in Billing and CRM until 18 Feb 2027.",
  );
  expect(keySentence(draft({ role: "PRIVILEGED" }), "all", now)).toBe(
    "Can trigger, read and change workflows in all projects, also later ones, until 18 Feb 2027.",
  );
  const never = draft({ role: "VIEWER", expiry: { policy: "NEVER", expiresAt: "" } });
  expect(keySentence(never, ["CRM"], now)).toBe(
    "Can trigger and read workflows in CRM until somebody deletes it.",
  );
});

test("the sentence stays a sentence while the form is unfinished, and short with many projects", () => {
  const undated = draft({ expiry: { policy: "CUSTOM", expiresAt: "" } });
  expect(keySentence(undated, [], now)).toBe(
    "Can trigger workflows in no project yet until a date you choose.",
  );
  expect(keySentence(emptyDraft, ["A", "B", "C", "D"], now)).toBe(
    "Can trigger workflows in A, B and 2 more projects until 18 Feb 2027.",
  );
});

test("an instant is sent with a date only, and empty texts are not sent", () => {
  expect(keyInput(draft({ name: "  ", description: " for CI " }))).toEqual({
    name: null,
    description: "for CI",
    kind: "SERVICE",
    role: "TRIGGER",
    expiry: { policy: "DAYS_90", expiresAt: null },
    allowedIps: [],
    rateLimitPerMinute: null,
  });
  const dated = draft({ expiry: { policy: "CUSTOM", expiresAt: "2027-01-01T12:00" } });
  expect(keyInput(dated).expiry.expiresAt).toBe(new Date("2027-01-01T12:00").toISOString());
  // A date that was typed and then given up for a preset.
  const preset = draft({ expiry: { policy: "DAYS_7", expiresAt: "2027-01-01T12:00" } });
  expect(keyInput(preset).expiry).toEqual({ policy: "DAYS_7", expiresAt: null });
});

test("a key that takes the server's rate has none of its own, and can go back to it", () => {
  const key = {
    ...draft({}),
    description: null,
    expiryPolicy: "NEVER" as const,
    expiresAt: null,
    allowedIps: [],
    selectedProjects: [],
    rateLimitPerMinute: 600,
  };
  const standard = { ...key, rateLimitIsDefault: true };
  const own = { ...key, rateLimitIsDefault: false };
  expect(draftOf(standard).rateLimitPerMinute).toBe("");
  expect(draftOf(own).rateLimitPerMinute).toBe("600");
  expect(changesOf(standard, draftOf(standard), false)).toEqual({});
  expect(changesOf(standard, { ...draftOf(standard), rateLimitPerMinute: "600" }, false)).toEqual({
    rateLimitPerMinute: 600,
  });
  expect(changesOf(own, { ...draftOf(own), rateLimitPerMinute: " " }, false)).toEqual({
    rateLimitPerMinute: null,
  });
});

test("selected projects need one, and a date must lie ahead", () => {
  expect(keyChecks.projectIds([], draft({ access: "SELECTED_PROJECTS" }))).toMatch("Select at least one");
  expect(keyChecks.projectIds([], emptyDraft)).toBeNull();
  const past = draft({ expiry: { policy: "CUSTOM", expiresAt: "2020-01-01T00:00" } });
  expect(keyChecks.expiry.expiresAt("", past)).toMatch("five minutes ahead");
});
