import { MASKED_VALUE } from "@postern/shared";
import { cronOf, readPreset } from "./schedule-draft.js";
import { createInputOf, draftOf, updateInputOf } from "./workflow-draft.js";

const WORKFLOW = {
  name: "Import",
  slug: "import",
  description: null,
  enabled: true,
  targetUrl: "https://example.com/hook",
  targetHeaders: [{ name: "Authorization", value: MASKED_VALUE }],
  maxAttempts: 3,
  timeoutSeconds: 15,
  completionTimeoutSeconds: 5400,
  schedule: { cron: "0 9 * * 1-5", timeZone: "Europe/Berlin", nextRunAt: null },
  inputSchema: { type: "object" },
};
const draft = () => draftOf(WORKFLOW, "UTC");

test("a draft that nobody touched changes nothing", () => {
  expect(updateInputOf(draft(), draft(), "wf_1")).toBeNull();
});

test("only what was changed is sent, so that what somebody else saved meanwhile stays", () => {
  const changed = { ...draft(), name: "Export", maxAttempts: "5", inputSchema: " " };
  expect(updateInputOf(changed, draft(), "wf_1")).toEqual({
    id: "wf_1",
    name: "Export",
    maxAttempts: 5,
    inputSchema: null,
  });
  const unscheduled = { ...draft(), schedule: { ...draft().schedule, on: false } };
  expect(updateInputOf(unscheduled, draft(), "wf_1")).toEqual({ id: "wf_1", schedule: null });
});

test("one new header is sent with the masks of the others, and an empty row with none", () => {
  const [kept] = draft().targetHeaders;
  const headers = [...(kept ? [kept] : []), { name: "X-Tenant", value: "acme" }, { name: " ", value: "" }];
  expect(updateInputOf({ ...draft(), targetHeaders: headers }, draft(), "wf_1")).toEqual({
    id: "wf_1",
    targetHeaders: [
      { name: "Authorization", value: MASKED_VALUE },
      { name: "X-Tenant", value: "acme" },
    ],
  });
});

test("the time to report is said in the largest whole unit, and sent in seconds", () => {
  expect(draft().completion).toEqual({ amount: "90", unit: "minutes" });
  expect(draftOf({ ...WORKFLOW, completionTimeoutSeconds: 86_400 }, "UTC").completion).toEqual({
    amount: "1",
    unit: "days",
  });
  expect(createInputOf(draft(), "prj_1")).toMatchObject({
    projectId: "prj_1",
    completionTimeoutSeconds: 5400,
  });
});

test.each([
  ["0 * * * *", "hourly"],
  ["30 7 * * *", "daily"],
  ["0 9 * * 1-5", "weekdays"],
  ["5 0 * * 1", "weekly"],
  ["0 6 1 * *", "monthly"],
  ["*/5 * * * *", "custom"],
  ["0,30 9 * * *", "custom"],
])("%s is shown as %s and stays what it is", (cron, preset) => {
  const read = readPreset({ cron, timeZone: "UTC" }, "Europe/Berlin");
  expect(read).toMatchObject({ on: true, preset, timeZone: "UTC" });
  expect(cronOf(read)).toBe(cron);
});

test("without a schedule the form offers a usual one, switched off, in the reader's own time zone", () => {
  expect(readPreset(null, "Europe/Berlin")).toMatchObject({
    on: false,
    preset: "daily",
    timeZone: "Europe/Berlin",
  });
});
