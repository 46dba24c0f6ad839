import { MantineProvider } from "@mantine/core";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { ConfirmByNameDialog } from "./confirm-by-name-dialog.js";

function open() {
  const user = userEvent.setup();
  const asked = { confirmed: 0, closed: 0 };
  render(
    <MantineProvider env="test">
      <ConfirmByNameDialog
        title="Delete CRM?"
        lead="All of it goes."
        name="CRM"
        confirmLabel="Delete project"
        failedTitle="Nothing was deleted"
        busy={false}
        refusal={null}
        onConfirm={() => asked.confirmed++}
        onClose={() => asked.closed++}
      />
    </MantineProvider>,
  );
  return { user, asked, field: screen.getByLabelText("To go on, type CRM") };
}

test("Enter does no harm: the focus starts on Cancel", async () => {
  const { user, asked } = open();
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Cancel"));
  await user.keyboard("{Enter}");
  expect(asked).toEqual({ confirmed: 0, closed: 1 });
});

test("nothing happens before the name is typed as it is", async () => {
  const { user, asked, field } = open();
  await user.type(field, "crm");
  await user.click(screen.getByRole("button", { name: "Delete project" }));
  expect(screen.getByText(/That is not the name/)).toBeTruthy();
  expect(document.activeElement).toBe(field);
  expect(asked.confirmed).toBe(0);
  await user.clear(field);
  await user.type(field, "CRM{Enter}");
  expect(asked.confirmed).toBe(1);
});
