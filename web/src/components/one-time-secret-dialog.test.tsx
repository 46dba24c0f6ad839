import { MantineProvider } from "@mantine/core";
import {
  createBrowserHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { OneTimeSecretDialog } from "./one-time-secret-dialog.js";

const SECRET = "pst_o_secret";

async function open() {
  const user = userEvent.setup();
  const close = { times: 0 };
  const dialog = () => (
    <OneTimeSecretDialog
      title="Your new key"
      lead="CI was created."
      secret={SECRET}
      copyLabel="Copy key"
      variable="POSTERN_API_KEY"
      samples={[{ label: "curl", text: "curl …" }]}
      onClose={() => close.times++}
    />
  );
  window.history.replaceState(null, "", "/before");
  const history = createBrowserHistory();
  const root = createRootRoute();
  const getParentRoute = () => root;
  const routeTree = root.addChildren([
    createRoute({ getParentRoute, path: "/before", component: () => "the page before" }),
    createRoute({ getParentRoute, path: "/", component: dialog }),
  ]);
  const router = createRouter({ routeTree, history });
  render(
    <MantineProvider env="test">
      <RouterProvider router={router as never} />
    </MantineProvider>,
  );
  await screen.findByText("the page before");
  await act(() => router.navigate({ to: "/" } as never));
  await screen.findByRole("alertdialog");
  return { user, close, history };
}

const button = (name: string) => screen.getByRole("button", { name });

test("it interrupts, shows the secret, and starts on Copy", async () => {
  await open();
  expect(screen.getByRole("alertdialog", { name: "Your new key" })).toBeTruthy();
  expect(screen.getByText(SECRET)).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(button("Copy key")));
});

test("neither Esc nor a click outside closes it", async () => {
  const { user, close } = await open();
  await user.keyboard("{Escape}");
  const overlay = document.querySelector(".mantine-Modal-overlay");
  if (overlay) await user.click(overlay);
  expect(close.times).toBe(0);
  expect(screen.getByText(SECRET)).toBeTruthy();
});

test("Close asks first while the secret was not copied", async () => {
  const { user, close } = await open();
  await user.click(button("Close"));
  expect(close.times).toBe(0);
  expect(document.activeElement).toBe(button("Go back"));
  await user.click(button("Go back"));
  await user.click(button("Close"));
  await user.click(button("Close without it"));
  expect(close.times).toBe(1);
});

test.each([
  ["Copy key", SECRET],
  ["Copy as .env line", `POSTERN_API_KEY=${SECRET}`],
])("after %s, Close closes", async (name, text) => {
  const { user, close } = await open();
  await user.click(button(name));
  expect(await navigator.clipboard.readText()).toBe(text);
  await user.click(button("Close"));
  expect(close.times).toBe(1);
});

test("after the download of an .env file, which holds the line to use, Close closes", async () => {
  const { user, close } = await open();
  const files: Blob[] = [];
  URL.createObjectURL = (file) => {
    files.push(file as Blob);
    return "#";
  };
  URL.revokeObjectURL = () => {};
  await user.click(button("Download .env"));
  const reader = new FileReader();
  const read = new Promise((done) => reader.addEventListener("load", () => done(reader.result)));
  reader.readAsText(files[0] as Blob);
  expect(await read).toBe(`POSTERN_API_KEY=${SECRET}\n`);
  await user.click(button("Close"));
  expect(close.times).toBe(1);
});

test("a copy that the browser refused is not a copy", async () => {
  const { user, close } = await open();
  navigator.clipboard.writeText = () => Promise.reject(new Error("denied"));
  await user.click(button("Copy key"));
  expect(screen.getByText(/did not allow copying/)).toBeTruthy();
  await user.click(button("Close"));
  expect(close.times).toBe(0);
});

test("leaving the page closes it, so that the browser cannot bring it back", async () => {
  const { close } = await open();
  fireEvent(window, new Event("pagehide"));
  expect(close.times).toBe(1);
});

test("Back asks first, and goes where it led only when the secret is given up", async () => {
  const { user, close, history } = await open();
  act(() => history.back());
  const stay = await screen.findByRole("button", { name: "Go back" });
  const returned = new Promise((done) => window.addEventListener("popstate", done, { once: true }));
  await user.click(stay);
  await returned;
  expect(window.location.pathname).toBe("/");
  expect(close.times).toBe(0);
  act(() => history.back());
  await user.click(await screen.findByRole("button", { name: "Close without it" }));
  await screen.findByText("the page before");
  expect(screen.queryByText(SECRET)).toBeNull();
  expect(close.times).toBe(1);
});

test("the browser asks before a reload, until the secret is copied", async () => {
  const { user } = await open();
  const reload = () => {
    const event = new Event("beforeunload", { cancelable: true });
    fireEvent(window, event);
    return event.defaultPrevented;
  };
  expect(reload()).toBe(true);
  await user.click(button("Copy key"));
  expect(reload()).toBe(false);
});
