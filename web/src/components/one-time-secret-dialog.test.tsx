import { MantineProvider } from "@mantine/core";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { OneTimeSecretDialog } from "./one-time-secret-dialog.js";

const SECRET = "pst_o_secret";

function open() {
  const user = userEvent.setup();
  const close = { times: 0 };
  render(
    <MantineProvider env="test">
      <OneTimeSecretDialog
        title="Your new key"
        lead="CI was created."
        secret={SECRET}
        copyLabel="Copy key"
        variable="POSTERN_API_KEY"
        samples={[{ label: "curl", text: "curl …" }]}
        onClose={() => close.times++}
      />
    </MantineProvider>,
  );
  return { user, close };
}

const button = (name: string) => screen.getByRole("button", { name });

test("it interrupts, shows the secret, and starts on Copy", async () => {
  open();
  expect(screen.getByRole("alertdialog", { name: "Your new key" })).toBeTruthy();
  expect(screen.getByText(SECRET)).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(button("Copy key")));
});

test("neither Esc nor a click outside closes it", async () => {
  const { user, close } = open();
  await user.keyboard("{Escape}");
  const overlay = document.querySelector(".mantine-Modal-overlay");
  if (overlay) await user.click(overlay);
  expect(close.times).toBe(0);
  expect(screen.getByText(SECRET)).toBeTruthy();
});

test("Close asks first while the secret was not copied", async () => {
  const { user, close } = open();
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
  const { user, close } = open();
  await user.click(button(name));
  expect(await navigator.clipboard.readText()).toBe(text);
  await user.click(button("Close"));
  expect(close.times).toBe(1);
});

test("after the download of an .env file, which holds the line to use, Close closes", async () => {
  const { user, close } = open();
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
  const { user, close } = open();
  navigator.clipboard.writeText = () => Promise.reject(new Error("denied"));
  await user.click(button("Copy key"));
  expect(screen.getByText(/did not allow copying/)).toBeTruthy();
  await user.click(button("Close"));
  expect(close.times).toBe(0);
});

test("leaving the page closes it, so that the browser cannot bring it back", () => {
  const { close } = open();
  fireEvent(window, new Event("pagehide"));
  expect(close.times).toBe(1);
});
