import { MantineProvider } from "@mantine/core";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { ConfirmDialog } from "./confirm-dialog.js";

function open(given: { nameToType?: string; onConfirm?: () => Promise<void> } = {}) {
  const user = userEvent.setup();
  const asked = { confirmed: 0, closed: 0 };
  render(
    <MantineProvider env="test">
      <ConfirmDialog
        title="Delete CRM?"
        lead="All of it goes."
        confirmLabel="Delete project"
        failedTitle="Nothing was deleted"
        onConfirm={() => asked.confirmed++}
        onClose={() => asked.closed++}
        {...given}
      />
    </MantineProvider>,
  );
  return { user, asked, confirm: screen.getByRole("button", { name: "Delete project" }) };
}

test.each([undefined, "CRM"])(
  "Enter does no harm: the focus starts on Cancel (to type: %s)",
  async (nameToType) => {
    const { user, asked } = open({ nameToType });
    await waitFor(() => expect(document.activeElement?.textContent).toBe("Cancel"));
    await user.keyboard("{Enter}");
    expect(asked).toEqual({ confirmed: 0, closed: 1 });
  },
);

test("one click is enough where no name is asked for", async () => {
  const { user, asked, confirm } = open();
  await user.click(confirm);
  expect(asked.confirmed).toBe(1);
});

test("nothing happens before the name is typed as it is", async () => {
  const { user, asked, confirm } = open({ nameToType: "CRM" });
  const field = screen.getByLabelText("To go on, type CRM");
  await user.type(field, "crm");
  await user.click(confirm);
  expect(screen.getByText(/That is not the name/)).toBeTruthy();
  expect(document.activeElement).toBe(field);
  expect(asked.confirmed).toBe(0);
  await user.clear(field);
  await user.type(field, "CRM{Enter}");
  expect(asked.confirmed).toBe(1);
});

test("a refusal is said in the dialog, which stays; while it is waited for, nothing closes it", async () => {
  let refuse = (_: Error) => {};
  const onConfirm = () => new Promise<void>((_, reject) => (refuse = reject));
  const { user, asked, confirm } = open({ onConfirm });
  await user.click(confirm);
  await user.keyboard("{Escape}");
  expect(asked.closed).toBe(0);
  refuse(new Error("away"));
  expect((await screen.findByRole("alert")).textContent).toMatch(/Nothing was deleted.*No answer/);
  await user.click(screen.getByRole("button", { name: "Cancel" }));
  expect(asked.closed).toBe(1);
});
