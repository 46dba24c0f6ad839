import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { JsonView } from "./json-view.js";

const show = (value: unknown) =>
  render(
    <MantineProvider env="test">
      <JsonView value={value} label="Output" />
    </MantineProvider>,
  );

const shown = () => screen.getByRole("region", { name: "Output" });
const summary = (text: string) =>
  screen.getByText(
    (_, element) => element?.tagName === "SUMMARY" && element.textContent?.startsWith(text) === true,
  );

test("what somebody sent is text and nothing else", () => {
  show({ html: "<img src=x onerror=alert(1)>", link: "javascript:alert(1)" });
  expect(shown().textContent).toContain('"html": "<img src=x onerror=alert(1)>",');
  expect(shown().querySelector("img, a, script")).toBeNull();
});

test("a text is shown as it is, without quotes", () => {
  show("two\nlines");
  expect(shown().textContent).toBe("two\nlines");
});

test("levels fold one by one and all at once, and say how much is in them", async () => {
  const user = userEvent.setup();
  show({ a: { b: { c: { d: [1, 2, 3] } } }, none: [], nothing: null });
  const inner = summary('"d"').parentElement as HTMLDetailsElement;
  expect(inner.open).toBe(false);
  expect(summary('"d"').textContent).toContain("3 entries");
  await user.click(screen.getByRole("button", { name: "Expand all" }));
  expect(inner.open).toBe(true);
  await user.click(screen.getByRole("button", { name: "Collapse all" }));
  expect([...shown().querySelectorAll("details")].some(({ open }) => open)).toBe(false);
  expect(shown().textContent).toContain('"none": [],');
  expect(shown().textContent).toContain('"nothing": null');
});

test("of a long list a hundred entries are shown, and the next hundred on demand", async () => {
  const user = userEvent.setup();
  show(Array.from({ length: 150 }, (_, n) => `entry ${n}`));
  expect(screen.queryByText(/entry 120/)).toBeNull();
  await user.click(screen.getByRole("button", { name: "Show 50 more" }));
  screen.getByText(/entry 149/);
});
