import { notifications } from "@mantine/notifications";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { openDialog } from "./dialog.testing.js";
import { aKey } from "./project-list.testing.js";
import { StopKeyDialog } from "./stop-key-dialog.js";

const HOUR = 3_600_000;
const everywhere = { level: "ORGANIZATION", access: "ALL_PROJECTS" };
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();

function open(
  given: object,
  lastCallAt: string | null = null,
  answer: object = { data: { deleteApiKey: true } },
) {
  const apiKey = { ...aKey({ id: "key-1", name: "CI" }), ...given } as Parameters<
    typeof StopKeyDialog
  >[0]["apiKey"];
  const workflow = { __typename: "Workflow", id: "wf-1", name: "Sync contacts" };
  const project = { __typename: "Project", id: "project-1", name: "CRM" };
  const workflows = [{ __typename: "W", calls: 12, lastCallAt: ago(30), workflow, project }];
  const impact = { __typename: "ApiKeyImpact", lastCallAt, unfinishedExecutions: 1, workflows };
  return openDialog((onClose) => <StopKeyDialog action="DELETE" apiKey={apiKey} onClose={onClose} />, {
    server: ({ operation }) => (operation === "ApiKeyImpact" ? { data: { apiKeyImpact: impact } } : answer),
  });
}

afterEach(() => notifications.clean());

const remove = () => screen.getByRole<HTMLButtonElement>("button", { name: "Delete key" });

test("it says what will break, and starts on Cancel", async () => {
  open({ lastUsedAt: ago(30) }, ago(30));
  await screen.findByText("Sync contacts");
  screen.getByText(/CRM · 12 times/);
  screen.getByText("1 execution that it started goes on without it.");
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Cancel"));
});

test.each([
  ["was used in the last 24 hours", { lastUsedAt: ago(23) }, null, true],
  ["was used lately as the impact alone knows", { lastUsedAt: null }, ago(1), true],
  ["covers all projects", everywhere, null, true],
  ["was used yesterday and names its projects", { lastUsedAt: ago(25) }, ago(25), false],
  ["was never used", {}, null, false],
  ["was made a minute ago, so that calls may be uncounted", { createdAt: ago(1 / 60) }, null, true],
  ["was rotated a minute ago", { rotation: { startedAt: ago(1 / 60) } }, null, true],
  ["is disabled but covers all projects", { ...everywhere, status: "DISABLED" }, null, true],
])("a key that %s: its name must be typed or not", async (_words, given, lastCallAt, typed) => {
  open(given, lastCallAt);
  await screen.findByText("Sync contacts");
  expect(remove().disabled).toBe(typed);
  if (!typed) return;
  await userEvent.type(screen.getByLabelText("Type CI to confirm"), "ci");
  expect(remove().disabled).toBe(true);
  await userEvent.clear(screen.getByLabelText("Type CI to confirm"));
  await userEvent.type(screen.getByLabelText("Type CI to confirm"), "CI");
  await userEvent.click(remove());
  await screen.findByText("CI was deleted.");
  await screen.findByText("closed");
});

test("it does not call a new key unused, as calls are counted late", async () => {
  open({ createdAt: ago(1 / 60) });
  await screen.findByText("No call is counted yet: it is too early to tell.");
  screen.getByText(
    /^Counted are the executions that it started in projects you can read.* a minute's delay\.$/,
  );
});

test("a revoked key breaks nothing more, so it goes with one click", async () => {
  open({ ...everywhere, status: "REVOKED", lastUsedAt: ago(1) });
  await screen.findByText(/It is revoked, so nothing breaks/);
  expect(remove().disabled).toBe(false);
});

test("a refusal is said in the dialog, with what was typed", async () => {
  open({ lastUsedAt: ago(1) }, null, {
    errors: [{ message: "Not this one.", extensions: { code: "FORBIDDEN" } }],
  });
  await userEvent.type(await screen.findByLabelText("Type CI to confirm"), "CI");
  await userEvent.click(remove());
  await screen.findByText("Not this one.");
  expect(screen.getByLabelText<HTMLInputElement>("Type CI to confirm").value).toBe("CI");
});
