import { MantineProvider, MultiSelect, Textarea, TextInput } from "@mantine/core";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { FormDialog } from "./form-dialog.js";

function Fields() {
  const [note, setNote] = useState("");
  const [folded, setFolded] = useState(true);
  const [rows, setRows] = useState([1]);
  return (
    <>
      <TextInput label="Name" defaultValue="CI" data-autofocus />
      <input type="radio" name="end" aria-label="Never" defaultChecked />
      <input type="radio" name="end" aria-label="A week" />
      <MultiSelect label="Projects" data={["CRM", "Billing"]} />
      <button type="button" onClick={() => setFolded(!folded)}>
        More
      </button>
      {!folded && (
        <Textarea label="Note" value={note} onChange={({ currentTarget }) => setNote(currentTarget.value)} />
      )}
      {!folded && <TextInput label="Rate" defaultValue="600" />}
      <ul data-rows={rows.length}>
        {rows.map((row) => (
          <li key={row}>{row}</li>
        ))}
      </ul>
      <button type="button" onClick={() => setRows([])}>
        Remove
      </button>
    </>
  );
}

function open() {
  const seen = { closed: 0 };
  render(
    <MantineProvider>
      <FormDialog
        title="New key"
        submitLabel="Create"
        busy={false}
        refusal={null}
        onSubmit={(event) => event.preventDefault()}
        onClose={() => seen.closed++}
      >
        <Fields />
      </FormDialog>
    </MantineProvider>,
  );
  return { seen, user: userEvent.setup() };
}

type User = ReturnType<typeof open>["user"];
const press = (user: User, name: string) => user.click(screen.getByRole("button", { name }));
const field = (label: string) => screen.getByLabelText(label);

test.each<[string, (user: User) => Promise<void>]>([
  ["nothing was touched", async () => {}],
  ["what was typed was taken back", async (user) => user.type(field("Name"), "x{Backspace}")],
  [
    "another choice was taken back",
    async (user) => {
      await user.click(field("A week"));
      await user.click(field("Never"));
    },
  ],
  [
    "a fold was opened and closed",
    async (user) => {
      await press(user, "More");
      await press(user, "More");
    },
  ],
  ["a fold was opened", (user) => press(user, "More")],
])("when %s, Esc closes at once", async (_, act) => {
  const { seen, user } = open();
  await act(user);
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("alertdialog")).toBeNull();
  expect(seen.closed).toBe(1);
});

test.each<[string, (user: User) => Promise<void>]>([
  ["something was typed", (user) => user.type(field("Name"), "x")],
  ["another choice was made", (user) => user.click(field("A week"))],
  [
    "a project was selected",
    async (user) => {
      await user.click(screen.getByRole("combobox", { name: "Projects" }));
      await user.click(await screen.findByRole("option", { name: "CRM", hidden: true }));
    },
  ],
  [
    "something was typed where it is folded again",
    async (user) => {
      await press(user, "More");
      await user.type(field("Note"), "x");
      await press(user, "More");
    },
  ],
  ["a row was removed", (user) => press(user, "Remove")],
])("when %s, Esc and the cross ask before it is lost, and Cancel does not", async (_, act) => {
  const { seen, user } = open();
  await act(user);
  await user.click(screen.getByRole("heading", { name: "New key" }));
  await user.keyboard("{Escape}");
  await screen.findByRole("alertdialog", { name: "Close without saving?" });
  await press(user, "Go on filling in");
  await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
  expect(seen.closed).toBe(0);
  await press(user, "Close");
  await press(user, "Close and lose it");
  expect(seen.closed).toBe(1);
  await press(user, "Cancel");
  expect(seen.closed).toBe(2);
});
