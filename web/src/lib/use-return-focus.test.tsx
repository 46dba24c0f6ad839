import { render, waitFor } from "@testing-library/react";
import { useReturnFocus } from "./use-return-focus.js";

function Dialog() {
  useReturnFocus();
  return null;
}

const page = (open: boolean, row = true) => (
  <>
    <h1 tabIndex={-1}>Keys</h1>
    {row && <button type="button">Delete CI</button>}
    {open && <Dialog />}
  </>
);
const focused = () => document.activeElement?.textContent;

test("the focus returns to what had it", () => {
  const { rerender, getByRole } = render(page(false));
  getByRole("button").focus();
  rerender(page(true));
  getByRole("button").blur();
  rerender(page(false));
  expect(focused()).toBe("Delete CI");
});

test("where nothing had it, it goes to the heading", () => {
  const { rerender } = render(page(true));
  rerender(page(false));
  expect(focused()).toBe("Keys");
});

test.each(["with", "after"])("a row that goes %s the dialog leaves it to the heading", async (when) => {
  const { rerender, getByRole } = render(page(false));
  getByRole("button").focus();
  rerender(page(true));
  getByRole("button").blur();
  if (when === "after") rerender(page(false));
  rerender(page(false, false));
  await waitFor(() => expect(focused()).toBe("Keys"));
});
