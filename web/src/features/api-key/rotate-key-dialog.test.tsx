import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { aDetailedKey, openDialog } from "./dialog.testing.js";
import type { KeyPolicy } from "./policy-rules.js";
import { RotateKeyDialog, type RotateKeyProps } from "./rotate-key-dialog.js";

const SECRET = "pst_p_9876543210";
const rotated = {
  data: {
    rotateApiKey: {
      __typename: "ApiKeyPayload",
      secret: SECRET,
      apiKey: { __typename: "ApiKey", id: "key-1", name: "CI", role: "TRIGGER" },
    },
  },
};

const edited = { times: 0 };
const open = (given: object = {}, policy?: KeyPolicy, answer: object = rotated) =>
  openDialog(
    (onClose) => (
      <RotateKeyDialog
        apiKey={aDetailedKey(given) as RotateKeyProps["apiKey"]}
        onEdit={() => edited.times++}
        onClose={onClose}
      />
    ),
    { policy, server: ({ operation }) => (operation === "RotateApiKey" ? answer : undefined) },
  );

const rotate = () => userEvent.click(screen.getByRole("button", { name: "Make a new secret" }));
const inputs = (asked: { operation: string; variables: Record<string, unknown> }[]) =>
  asked.filter(({ operation }) => operation === "RotateApiKey").map(({ variables }) => variables["input"]);

test("24 hours are chosen, and what becomes of the old secret stands below with its moment", async () => {
  const { asked, client } = open();
  await screen.findByText(/^The old secret pst_p_abcd… works until .+ UTC\)\./);
  await rotate();
  await screen.findByText(SECRET);
  expect(inputs(asked)).toEqual([
    { id: "key-1", graceSeconds: 86_400, idempotencyKey: expect.stringMatching(/^[0-9a-f]{32}$/) },
  ]);
  expect(JSON.stringify(client.extract())).not.toContain(SECRET);
});

test("now means at once", async () => {
  const { asked } = open();
  await userEvent.click(await screen.findByRole("radio", { name: "Stop it now" }));
  screen.getByText(/stops at once: every caller/);
  await rotate();
  expect(inputs(asked)).toMatchObject([{ graceSeconds: 0 }]);
});

test("a date is asked for, and nothing is sent while it is missing or too far", async () => {
  const { asked } = open();
  await userEvent.click(await screen.findByRole("radio", { name: "Date" }));
  await rotate();
  screen.getByText("Choose a date and a time.");
  await userEvent.type(screen.getByLabelText(/Date and time/), "2099-01-01T10:00");
  screen.getByText("Choose a moment within 30 days.");
  await rotate();
  expect(inputs(asked)).toEqual([]);
});

test("the Automator's first secret is explained", async () => {
  open({ kind: "SYSTEM", name: "Automator", preview: "pst_s_" });
  await screen.findByText(/Nobody has one until its first rotation/);
  expect(screen.queryByRole("radio")).toBeNull();
});

test.each([
  ["never ends", { expiryPolicy: "NEVER" }, /allows at most 30 days/],
  ["would begin a longer term", { expiryPolicy: "DAYS_90" }, /allows at most 30 days/],
  ["may be used from anywhere", { expiryPolicy: "DAYS_30" }, /demands at least one allowed IP range/],
])(
  "a key that %s against the rules says so beforehand, and leads to its settings",
  async (_words, given, rule) => {
    const { asked } = open(given, { maxLifetimeDays: 30, requireAllowedIps: true });
    await screen.findByText(rule);
    expect(screen.queryByText(/then works until/)).toBeNull();
    const before = edited.times;
    await userEvent.click(screen.getByRole("button", { name: "Edit the key" }));
    expect(edited.times).toBe(before + 1);
    expect(inputs(asked)).toEqual([]);
  },
);

test("a refusal is read without the paths and instants that are for programs", async () => {
  const message = "Choose an end by 2026-12-01T10:00:00.000Z.";
  const extensions = { code: "BAD_USER_INPUT", fields: [{ path: "input.expiry", message }] };
  open({}, undefined, { errors: [{ message: `input.expiry: ${message}`, extensions }] });
  await screen.findByText(/^The old secret/);
  await rotate();
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toMatch(/Choose an end by .*2026.*\./);
  expect(alert.textContent).not.toMatch(/input\.expiry|T10:00/);
});
