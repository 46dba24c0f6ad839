import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { aKey, openProjectList } from "./project-list.testing.js";

const SECRET = `pst_p_abcd${"x".repeat(34)}`;
const three = [
  aKey({ id: "key-1", name: "CI" }),
  aKey({ id: "key-2", name: "Deploy" }),
  aKey({ id: "key-3", name: "Inherited", level: "ORGANIZATION", access: "ALL_PROJECTS" }),
];

test("the filters of the address are asked for, and stand there as chips that can be taken away", async () => {
  const { asked, address } = openProjectList(() => three, "/?kind=SERVICE&status=REVOKED&sort=name");
  const user = userEvent.setup();
  await screen.findByText("CI");
  expect(asked[0]?.variables).toMatchObject({
    filter: { kind: "SERVICE", status: null, state: ["REVOKED"] },
    orderBy: { field: "NAME", direction: "ASC" },
    countHidden: false,
  });
  await user.click(screen.getByRole("button", { name: "Remove the filter Kind: Service" }));
  await waitFor(() => expect(address()).toBe("/?status=REVOKED&sort=name"));
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

test("selected keys are changed one by one, each with its outcome; inherited ones cannot be selected", async () => {
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
  expect(screen.queryByText("2 selected")).toBeNull();
  expect(asked.filter(({ operation }) => operation === "SetApiKeyEnabled")).toHaveLength(2);
});
