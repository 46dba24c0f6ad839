import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { ExpiryPicker } from "./expiry-picker.js";
import { emptyDraft } from "./key-draft.js";
import type { KeyPolicy } from "./policy-rules.js";

function Picker({ policy }: { policy?: KeyPolicy }) {
  const [value, setValue] = useState(emptyDraft.expiry);
  return (
    <MantineProvider env="test">
      <ExpiryPicker value={value} onChange={setValue} policy={policy} />
    </MantineProvider>
  );
}

test("90 days are chosen, and the exact moment stands below in local time and in UTC", () => {
  render(<Picker />);
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "90 days" }).checked).toBe(true);
  expect(screen.getByText(/^Stops working on .+ \(.+ UTC\)\.$/)).toBeTruthy();
});

test("a key without an end is allowed, with a calm word about it", async () => {
  render(<Picker />);
  await userEvent.click(screen.getByRole("radio", { name: "Never" }));
  expect(screen.getByText(/until somebody deletes it/)).toBeTruthy();
});

test("a date asks for a moment, and says when it is too early", async () => {
  render(<Picker />);
  await userEvent.click(screen.getByRole("radio", { name: "Date" }));
  const field = screen.getByLabelText(/Date and time/);
  await userEvent.type(field, "2020-01-01T10:00");
  expect(screen.getByText(/more than five minutes ahead/)).toBeTruthy();
  await userEvent.clear(field);
  await userEvent.type(field, "2099-01-01T10:00");
  expect(screen.getByText(/Stops working on .*1 Jan 2099/)).toBeTruthy();
});

test("what the policy forbids is locked with the reason, and a date beyond it is refused in the same words", async () => {
  render(<Picker policy={{ maxLifetimeDays: 30, requireAllowedIps: false }} />);
  const limit = "The organization's policy allows at most 30 days.";
  expect(screen.getAllByText(limit).length).toBeGreaterThan(0);
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "Never" }).disabled).toBe(true);
  await userEvent.click(screen.getByRole("radio", { name: "Date" }));
  await userEvent.type(screen.getByLabelText(/Date and time/), "2099-01-01T10:00");
  expect(screen.getAllByText(limit)).toHaveLength(2);
});
