import { render } from "@testing-library/react";
import { act } from "react";
import { runWhenOffered, setSingleKeys, shortcutFor, useShortcut, useShortcuts } from "./shortcuts.js";

const ran: string[] = [];

function Offer({ shortcut, label }: { shortcut: string | null; label: string }) {
  useShortcut(shortcut, label, () => ran.push(label));
  return null;
}

let offered: readonly { key: string | null; label: string }[] = [];
function Offered() {
  offered = useShortcuts();
  return null;
}

/** Presses a key as the shell does: on the element, heard by the document. */
function press(key: string, target: Element = document.body, init: KeyboardEventInit = {}) {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init });
  const hear = (heard: KeyboardEvent) => shortcutFor(heard)?.run();
  window.addEventListener("keydown", hear);
  target.dispatchEvent(event);
  window.removeEventListener("keydown", hear);
}

beforeEach(() => {
  ran.length = 0;
  window.localStorage.clear();
  document.body.replaceChildren();
});

test("a key runs what the page offers under it, while it does", () => {
  const { unmount } = render(<Offer shortcut="c" label="New key" />);
  press("c");
  press("x");
  expect(ran).toEqual(["New key"]);
  unmount();
  press("c");
  expect(ran).toEqual(["New key"]);
});

test.each(["input", "textarea", "select"])("nobody who types into %s is interrupted", (name) => {
  render(<Offer shortcut="c" label="New key" />);
  const field = document.body.appendChild(document.createElement(name));
  press("c", field);
  expect(ran).toEqual([]);
});

test("an editor's lines and a dialog are not interrupted either", () => {
  render(<Offer shortcut="c" label="New key" />);
  const editor = document.body.appendChild(document.createElement("div"));
  editor.setAttribute("contenteditable", "true");
  press("c", editor.appendChild(document.createElement("span")));
  const dialog = document.body.appendChild(document.createElement("div"));
  dialog.setAttribute("aria-modal", "true");
  press("c");
  expect(ran).toEqual([]);
});

test("keys that belong to the browser, to an input method or to a held finger do nothing here", () => {
  render(<Offer shortcut="c" label="New key" />);
  for (const init of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }]) {
    press("c", document.body, init);
  }
  press("c", document.body, { isComposing: true });
  expect(ran).toEqual([]);
});

test("single keys can be turned off", () => {
  render(<Offer shortcut="c" label="New key" />);
  setSingleKeys(false);
  press("c");
  expect(ran).toEqual([]);
  setSingleKeys(true);
  press("c");
  expect(ran).toEqual(["New key"]);
});

test("what is offered twice is listed once", () => {
  render(
    <>
      <Offer shortcut="c" label="New key" />
      <Offer shortcut="c" label="New key" />
      <Offer shortcut={null} label="Export" />
      <Offered />
    </>,
  );
  expect(offered.map(({ label }) => label)).toEqual(["New key", "Export"]);
});

test("a wish for the next page waits until that page offers it", () => {
  runWhenOffered("c");
  expect(ran).toEqual([]);
  act(() => void render(<Offer shortcut="c" label="New key" />));
  expect(ran).toEqual(["New key"]);
});
