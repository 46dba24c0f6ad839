import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import { PasswordField } from "./password-field.js";

test("the field itself says that it is wrong, and what is", () => {
  render(
    <MantineProvider env="test">
      <PasswordField label="Old password" />
      <PasswordField label="New password" error="Give at least 12 characters." />
    </MantineProvider>,
  );
  expect(screen.getByLabelText("Old password").getAttribute("aria-invalid")).toBeNull();
  const wrong = screen.getByLabelText("New password");
  expect(wrong.getAttribute("aria-invalid")).toBe("true");
  const told = (wrong.getAttribute("aria-describedby") ?? "").split(" ");
  expect(told.map((id) => document.getElementById(id)?.textContent)).toContain(
    "Give at least 12 characters.",
  );
});
