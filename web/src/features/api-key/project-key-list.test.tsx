import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { aKey, openProjectList } from "./project-list.testing.js";

const SECRET = `pst_p_abcd${"x".repeat(34)}`;
const three = [
  aKey({ id: "key-1", name: "CI" }),
  aKey({ id: "key-2", name: "Deploy" }),
  aKey({ id: "key-3", name: "Inherited", level: "ORGANIZATION", access: "ALL_PROJECTS" }),
];

test("the filters of the address are asked for, and stand there as chips that can be taken away", async () => {
  const { asked, address } = openProjectList(() => three, "/?kind=SERVICE&status=DISABLED,REVOKED&sort=name");
  const user = userEvent.setup();
  await screen.findByText("CI");
  screen.getByRole("button", { name: "Remove the filter Status: Disabled or Revoked" });
  expect(asked[0]?.variables).toMatchObject({
    filter: { kind: "SERVICE", status: null, state: ["DISABLED", "REVOKED"] },
    orderBy: { field: "NAME", direction: "ASC" },
    countHidden: false,
  });
  await user.click(screen.getByRole("button", { name: "Remove the filter Kind: Service" }));
  await waitFor(() => expect(address()).toBe("/?status=DISABLED%2CREVOKED&sort=name"));
  expect(document.activeElement?.textContent).toMatch(/^Filters/);
  await user.click(screen.getByRole("button", { name: "Clear all" }));
  await waitFor(() => expect(address()).toBe("/?sort=name"));
  expect(asked.at(-1)?.variables).toMatchObject({
    filter: { kind: null, state: null, status: ["ACTIVE", "DISABLED", "OWNER_INACTIVE"] },
    countHidden: true,
  });
});

test("a column's head sorts, and says so", async () => {
  const { address } = openProjectList(() => three);
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "Name" }));
  await waitFor(() => expect(address()).toBe("/?sort=name"));
  expect(screen.getByRole("columnheader", { name: "Name" }).getAttribute("aria-sort")).toBe("ascending");
});

test("a pasted key is looked up, and stays nowhere", async () => {
  const { asked, client, address } = openProjectList(({ operation }) =>
    operation === "FindProjectKey"
      ? [
          aKey({
            id: "key-9",
            name: "Billing sync",
            status: "REVOKED",
            revokedAt: new Date(Date.now() - 3 * 86_400_000 - 3_600_000).toISOString(),
          }),
        ]
      : three,
  );
  const field = await screen.findByRole<HTMLInputElement>("searchbox");
  fireEvent.paste(field, { clipboardData: { getData: () => `Bearer ${SECRET}` } });
  await screen.findByText("Billing sync");
  expect(document.body.textContent).toContain("This is Billing sync, revoked 3 days ago.");
  expect(asked.find(({ operation }) => operation === "FindProjectKey")?.variables["secret"]).toBe(SECRET);
  for (const place of [
    field.value,
    address(),
    document.body.innerHTML,
    JSON.stringify(client.cache.extract()),
  ])
    expect(place).not.toContain("xxxxx");
});

test("a key that was typed or dropped in is taken out, too; one that is unknown is said to be", async () => {
  openProjectList(({ operation }) => (operation === "FindProjectKey" ? [] : three));
  const field = await screen.findByRole<HTMLInputElement>("searchbox");
  fireEvent.change(field, { target: { value: SECRET } });
  await screen.findByText("No key here has this secret");
  expect(field.value).toBe("");
  fireEvent.paste(field, { clipboardData: { getData: () => SECRET.slice(0, 20) } });
  await screen.findByText("This is not a whole key");
});

test("selected keys are changed one by one; the refused stay selected, and inherited ones cannot be", async () => {
  const { asked } = openProjectList(({ operation, variables }) => {
    if (operation !== "SetApiKeyEnabled") return three;
    return variables["id"] === "key-1"
      ? { data: { updateApiKey: { __typename: "ApiKey", id: "key-1", status: "DISABLED" } } }
      : { data: null, errors: [{ message: "Not this one.", extensions: { code: "FORBIDDEN" } }] };
  });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("checkbox", { name: "Select all shown" }));
  expect(screen.queryByRole("checkbox", { name: "Select Inherited" })).toBeNull();
  await screen.findByText("2 selected");
  await user.click(screen.getByRole("button", { name: "Disable" }));
  const dialog = await screen.findByRole("alertdialog");
  expect(document.activeElement?.textContent).toBe("Cancel");
  await user.click(
    screen
      .getAllByRole("button", { name: "Disable" })
      .find((button) => dialog.contains(button)) as HTMLElement,
  );
  await screen.findByText("1 of 2 were refused");
  await screen.findByText("Not this one.");
  await user.click(screen.getByRole("button", { name: "Close" }));
  await screen.findByText("1 selected");
  expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "Select Deploy" }).checked).toBe(true);
  expect(asked.filter(({ operation }) => operation === "SetApiKeyEnabled")).toHaveLength(2);
});

const disabled = ({ variables }: { variables: Record<string, unknown> }) => ({
  data: { updateApiKey: { __typename: "ApiKey", id: variables["id"], status: "DISABLED" } },
});

/** Opens the question whether all keys shown shall be disabled. */
async function askToDisable(user: ReturnType<typeof userEvent.setup>) {
  await user.click(await screen.findByRole("checkbox", { name: "Select all shown" }));
  await user.click(screen.getByRole("button", { name: "Disable" }));
  return within(await screen.findByRole("alertdialog"));
}

test("keys in use are shown first, and disabling them takes the number of keys", async () => {
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
  openProjectList((asked) =>
    asked.operation === "SetApiKeyEnabled"
      ? disabled(asked)
      : [
          aKey({ id: "key-1", name: "CI", lastUsedAt: ago(25 * 60) }),
          // The list does not know yet of its last call.
          aKey({
            id: "key-2",
            name: "Deploy",
            lastUsedAt: asked.operation === "ProjectKeysUse" ? ago(60) : ago(48 * 60),
          }),
          aKey({ id: "key-3", name: "Fresh", createdAt: ago(1) }),
        ],
  );
  const user = userEvent.setup();
  const dialog = await askToDisable(user);
  await dialog.findByText(/^One was used in the last 24 hours\. One has a secret made minutes ago/);
  const rows = dialog.getAllByRole("listitem").map(({ textContent }) => textContent);
  expect(rows[0]).toMatch(/^Deploy pst_p_abcd… used (1 hour|60 minutes) ago/);
  expect(rows[1]).toMatch(/^Fresh .* made minutes ago$/);
  expect(rows[2]).toBe("CI pst_p_abcd…");
  const submit = dialog.getByRole<HTMLButtonElement>("button", { name: "Disable" });
  expect(submit.disabled).toBe(true);
  await user.type(dialog.getByLabelText("Type 3 to confirm"), "3");
  await user.click(submit);
  await screen.findByText("3 keys disabled");
});

/** Twelve keys that are being disabled; each is as soon as its function in `held` is called. */
async function disableTwelve() {
  const many = Array.from({ length: 12 }, (_, n) => aKey({ id: `key-${n}`, name: `Key ${n}` }));
  const held: (() => void)[] = [];
  const list = openProjectList((asked) => {
    if (asked.operation !== "SetApiKeyEnabled") return many;
    return { held: new Promise<object>((done) => held.push(() => done(disabled(asked)))) };
  });
  const user = userEvent.setup();
  const dialog = await askToDisable(user);
  await user.click(dialog.getByRole("button", { name: "Disable" }));
  await screen.findByRole("progressbar", { name: "How far it is" });
  await waitFor(() => expect(held).toHaveLength(4));
  return { ...list, user, held };
}

test("a change of many keys shows how far it is; what is left when it is stopped stays selected", async () => {
  const { user, held } = await disableTwelve();
  for (const answer of held.slice(0, 2)) answer();
  await waitFor(() => expect(held).toHaveLength(6));
  await screen.findByText("2 of 12 done");
  await user.click(screen.getByRole("button", { name: "Stop here" }));
  for (const answer of held) answer();
  await screen.findByText("Stopped: 6 keys stay as they are");
  screen.getByText("6 of 12 done");
  expect(screen.getAllByText("Left as it is")).toHaveLength(6);
  expect(held).toHaveLength(6);
  await user.click(screen.getByRole("button", { name: "Close" }));
  await screen.findByText("6 selected");
});

test("who leaves while keys are being changed is asked first; who stays loses nothing", async () => {
  const { user, held, history, address } = await disableTwelve();
  act(() => history.push("/?q=elsewhere"));
  await screen.findByText(/^Keys are still being changed\. If you leave/);
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Stay"));
  await user.click(screen.getByRole("button", { name: "Stay" }));
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Stop here" }));
  expect(address()).toBe("/");

  act(() => history.push("/?q=elsewhere"));
  await user.click(await screen.findByRole("button", { name: "Stop and leave" }));
  await waitFor(() => expect(address()).toBe("/?q=elsewhere"));
  for (const answer of held) answer();
  // The page is the same one, so it says what came of it.
  await screen.findByText("Stopped: 8 keys stay as they are");
  expect(held).toHaveLength(4);
});

test("the question whether to leave goes when there is nothing left to wait for", async () => {
  const { held, history, address } = await disableTwelve();
  act(() => history.push("/?q=elsewhere"));
  await screen.findByRole("button", { name: "Stay" });
  for (let done = 0; done < 12; done++) {
    await waitFor(() => expect(held.length).toBeGreaterThan(done));
    held[done]?.();
  }
  await screen.findByText("12 keys disabled");
  expect(screen.queryByRole("button", { name: "Stay" })).toBeNull();
  expect(address()).toBe("/");
});
