import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { copyName } from "./copy-name.js";
import { CreateKeyDialog } from "./create-key-dialog.js";
import { openDialog } from "./dialog.testing.js";
import { emptyDraft } from "./key-draft.js";
import type { KeyOwner } from "./key-form.js";

const SECRET = "pst_p_0123456789";
const project: KeyOwner = { level: "PROJECT", project: { id: "project-1", name: "CRM" } };
const made = {
  data: {
    createProjectApiKey: {
      __typename: "ApiKeyPayload",
      secret: SECRET,
      apiKey: { __typename: "ApiKey", id: "key-9", name: "CI", role: "TRIGGER" },
    },
  },
};

const open = (owner: KeyOwner, options?: Parameters<typeof openDialog>[1]) =>
  openDialog((onClose) => <CreateKeyDialog owner={owner} onClose={onClose} />, options);
const submit = async () => userEvent.click(await screen.findByRole("button", { name: "Create key" }));

test("the sentence follows every choice", async () => {
  open(project);
  await screen.findByText(/^Can trigger workflows in CRM until \d+ \w+ \d{4}\.$/);
  await userEvent.click(screen.getByRole("radio", { name: "Privileged" }));
  await userEvent.click(screen.getByRole("radio", { name: "Never" }));
  screen.getByText("Can trigger, read and change workflows in CRM until somebody deletes it.");
});

test("the organization's policy locks longer choices, and asks for addresses where they are demanded", async () => {
  const { asked } = open(project, { policy: { maxLifetimeDays: 30, requireAllowedIps: true } });
  await screen.findByText("The organization's policy allows at most 30 days.");
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "30 days" }).checked).toBe(true);
  for (const name of ["60 days", "90 days", "Never"])
    expect(screen.getByRole<HTMLInputElement>("radio", { name }).disabled).toBe(true);
  await submit();
  await screen.findByText("The organization's policy demands at least one allowed IP range.");
  expect(asked.some(({ operation }) => operation === "CreateProjectApiKey")).toBe(false);
});

test("everything that is wrong is said at once, each at its field, and nothing is sent", async () => {
  const { asked } = open(project);
  await userEvent.type(await screen.findByLabelText("Name (optional)"), "x".repeat(101));
  await userEvent.click(screen.getByRole("button", { name: "More: description, IP ranges, rate" }));
  const ips = screen.getByLabelText<HTMLTextAreaElement>("Allowed IP ranges (optional)");
  await userEvent.type(ips, "10.0.0.0/8, home{Enter}10.0.0.0/33");
  await userEvent.type(screen.getByLabelText("Calls per minute (optional)"), "0");
  await submit();
  await screen.findByText("Use at most 100 characters.");
  screen.getByText(/^Give an address or a CIDR range in place of “home” and “10.0.0.0\/33”/);
  screen.getByText("Give a whole number from 1 to 1,000,000.");
  expect(asked.some(({ operation }) => operation === "CreateProjectApiKey")).toBe(false);
});

test("the rate that holds without one of its own is said", async () => {
  open(project);
  await userEvent.click(await screen.findByRole("button", { name: "More: description, IP ranges, rate" }));
  screen.getByText("Empty: the server's default, 600 a minute.");
});

test("a copy proposes a free name, which typing replaces", async () => {
  const like = { draft: { ...emptyDraft, name: "CI copy" }, selected: [] };
  openDialog((onClose) => <CreateKeyDialog owner={project} like={like} onClose={onClose} />, {
    server: ({ operation, variables }) =>
      operation === "ProjectKeyNames" && variables["search"] === "CI"
        ? {
            data: {
              project: {
                __typename: "Project",
                id: "project-1",
                apiKeys: {
                  __typename: "C",
                  nodes: [{ __typename: "ApiKey", id: "key-2", name: "CI copy 2" }],
                },
              },
            },
          }
        : undefined,
  });
  const name = await screen.findByLabelText<HTMLInputElement>("Name (optional)");
  expect(name.value).toBe("CI copy 3");
  await waitFor(() => expect(document.activeElement).toBe(name));
  await userEvent.keyboard("Z");
  expect(name.value).toBe("Z");
});

test.each([
  ["CI", [], "CI copy"],
  ["CI", ["CI copy", "CI copy 3"], "CI copy 2"],
  ["CI copy", [], "CI copy 2"],
  ["CI copy 9", ["CI copy"], "CI copy 2"],
  ["🔑".repeat(100), [], `${"🔑".repeat(95)} copy`],
])("a copy of %s beside %j", (name, taken, proposed) => {
  expect(copyName(name, taken)).toBe(proposed);
});

test("who may make personal keys only is offered nothing else", async () => {
  const { asked } = open({ ...project, kinds: ["PERSONAL"] }, { server: creates });
  await screen.findByText(/This is a personal key/);
  expect(screen.queryByRole("radio", { name: "A system" })).toBeNull();
  await submit();
  await screen.findByRole("alertdialog");
  expect(inputOf(asked)).toMatchObject({ kind: "PERSONAL", projectId: "project-1" });
});

test("a refused or lost request keeps what was typed, and asks again under the same idempotency key", async () => {
  let answers = 0;
  const { asked } = open(project, {
    server: ({ operation }) => {
      if (operation !== "CreateProjectApiKey") return undefined;
      const extensions = { code: "CONFLICT", apiKeyId: "key-9" };
      return answers++ === 0
        ? { errors: [{ message: "Later.", extensions: { code: "RATE_LIMITED" } }] }
        : { errors: [{ message: "Carried out already.", extensions }] };
    },
  });
  await userEvent.type(await screen.findByLabelText("Name (optional)"), "CI");
  await submit();
  await screen.findByText("Later.");
  expect(screen.getByLabelText<HTMLInputElement>("Name (optional)").value).toBe("CI");
  await submit();
  await screen.findByText("Carried out already.");
  expect(screen.getByRole("link", { name: "Open the key" }).getAttribute("href")).toBe("/keys/key-9");
  const keys = asked
    .filter(({ operation }) => operation === "CreateProjectApiKey")
    .map(({ variables }) => (variables["input"] as { idempotencyKey: string }).idempotencyKey);
  expect(keys).toHaveLength(2);
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(keys[1]).toBe(keys[0]);
});

test("after closing, the secret is neither in the page nor in Apollo's cache", async () => {
  const user = userEvent.setup();
  const { client } = open(project, { server: creates });
  await submit();
  await screen.findByText(SECRET);
  await user.click(screen.getByRole("button", { name: "Copy key" }));
  await user.click(screen.getByRole("button", { name: "Close" }));
  await screen.findByText("closed");
  await waitFor(() => expect(document.documentElement.outerHTML).not.toContain(SECRET));
  expect(JSON.stringify(client.extract())).not.toContain(SECRET);
});

function creates({ operation }: { operation: string }) {
  return operation === "CreateProjectApiKey" ? made : undefined;
}

const inputOf = (asked: { operation: string; variables: Record<string, unknown> }[]) =>
  asked.find(({ operation }) => operation === "CreateProjectApiKey")?.variables["input"];

test("Esc closes a clean form at once, and asks before it drops what was filled in", async () => {
  open(project);
  await userEvent.click(await screen.findByRole("radio", { name: "Privileged" }));
  await userEvent.keyboard("{Escape}");
  await screen.findByRole("alertdialog", { name: "Close without saving?" });
  await userEvent.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "Privileged" }).checked).toBe(true);
  await userEvent.click(screen.getByRole("radio", { name: "Trigger" }));
  await userEvent.keyboard("{Escape}");
  await screen.findByText("closed");
});
