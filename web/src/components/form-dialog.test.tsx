import { MantineProvider, MultiSelect, Textarea, TextInput } from "@mantine/core";
import {
  createBrowserHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
  useNavigate,
} from "@tanstack/react-router";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
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

async function open({ saved = false } = {}) {
  const seen = { closed: 0 };
  function Dialog() {
    const navigate = useNavigate();
    const [busy, setBusy] = useState(false);
    return (
      <FormDialog
        title="New key"
        submitLabel="Create"
        busy={busy}
        refusal={null}
        onSubmit={(event) => {
          event.preventDefault();
          setBusy(true);
          if (saved) setTimeout(() => void navigate({ to: "/made" } as never));
        }}
        onClose={() => seen.closed++}
      >
        <Fields />
      </FormDialog>
    );
  }
  window.history.replaceState(null, "", "/before");
  const history = createBrowserHistory();
  const root = createRootRoute();
  const getParentRoute = () => root;
  const routeTree = root.addChildren([
    createRoute({ getParentRoute, path: "/before", component: () => "the page before" }),
    createRoute({ getParentRoute, path: "/made", component: () => "what was made" }),
    createRoute({ getParentRoute, path: "/", component: Dialog }),
  ]);
  const router = createRouter({ routeTree, history });
  render(
    <MantineProvider env="test">
      <RouterProvider router={router as never} />
    </MantineProvider>,
  );
  await screen.findByText("the page before");
  await act(() => router.navigate({ to: "/" } as never));
  await screen.findByRole("dialog", { name: "New key" });
  return { seen, history, user: userEvent.setup() };
}

type User = Awaited<ReturnType<typeof open>>["user"];
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
  const { seen, user } = await open();
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
  const { seen, user } = await open();
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

test("Back asks before what was typed is lost, and goes where it led once it is given up", async () => {
  const { seen, user, history } = await open();
  await user.type(field("Name"), "x");
  act(() => history.back());
  const keep = await screen.findByRole("button", { name: "Go on filling in" });
  const returned = new Promise((done) => window.addEventListener("popstate", done, { once: true }));
  await user.click(keep);
  await returned;
  expect(window.location.pathname).toBe("/");
  expect((field("Name") as HTMLInputElement).value).toBe("CIx");
  act(() => history.back());
  await user.click(await screen.findByRole("button", { name: "Close and lose it" }));
  await screen.findByText("the page before");
  expect(seen.closed).toBe(1);
});

test("Back goes at once where nothing was typed", async () => {
  const { history } = await open();
  act(() => history.back());
  await screen.findByText("the page before");
});

test("what was saved leads on, and nothing is asked", async () => {
  const { user } = await open({ saved: true });
  await user.type(field("Name"), "x");
  await press(user, "Create");
  await screen.findByText("what was made");
});

test("the browser asks before a reload, once something was typed", async () => {
  const { user } = await open();
  const reload = () => {
    const event = new Event("beforeunload", { cancelable: true });
    fireEvent(window, event);
    return event.defaultPrevented;
  };
  expect(reload()).toBe(false);
  await user.type(field("Name"), "x");
  expect(reload()).toBe(true);
});
