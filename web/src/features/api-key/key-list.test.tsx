import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { aKey, openProjectList } from "./project-list.testing.js";

const impact = {
  data: {
    apiKeyImpact: { __typename: "ApiKeyImpact", lastCallAt: null, unfinishedExecutions: 0, workflows: [] },
  },
};

/** A list with one key, and a server that answers its deletion with an error of this code. */
function open(code: string) {
  let keys = [aKey({ id: "key-1", name: "CI" })];
  return openProjectList(({ operation }) => {
    if (operation === "ApiKeyImpact") return impact;
    if (operation !== "DeleteApiKey") return keys;
    if (code === "NOT_FOUND") keys = [];
    return { data: null, errors: [{ message: "No.", extensions: { code } }] };
  });
}

async function deleteKey() {
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "Delete CI" }));
  await user.click(await screen.findByRole("button", { name: "Delete key" }));
}

test("a key that somebody else deleted meanwhile is gone, which is no error", async () => {
  const { asked } = open("NOT_FOUND");
  await deleteKey();
  await screen.findByText("CI was already deleted.");
  await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
  await screen.findByText("No keys yet");
  expect(asked.map(({ operation }) => operation)).toEqual([
    "ProjectApiKeys",
    "ApiKeyImpact",
    "DeleteApiKey",
    "ProjectApiKeys",
  ]);
});

test("a refusal is said in the dialog, and the key stays", async () => {
  open("FORBIDDEN");
  await deleteKey();
  await screen.findByText("The key was not deleted");
  expect(screen.getByRole("alertdialog")).toBeTruthy();
  expect(screen.getAllByText("CI").length).toBeGreaterThan(0);
});
