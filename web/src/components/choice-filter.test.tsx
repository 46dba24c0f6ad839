import { MantineProvider } from "@mantine/core";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { type Choice, ChoiceFilter } from "./choice-filter.js";

const EVERYBODY = [
  { id: "user_1", name: "Ada Lovelace" },
  { id: "user_2", name: "Grace Hopper" },
];

/** The filter, over a server that knows people by their e-mail addresses; what it was asked. */
function open(value: Choice | null = null) {
  const asked = new Set<string | null>();
  function useChoices(search: string | null) {
    asked.add(search);
    return EVERYBODY.filter(({ id }) => id === (search?.includes("@") ? "user_2" : "user_1"));
  }
  function Filter() {
    const [chosen, setChosen] = useState(value);
    return (
      <MantineProvider env="test">
        <ChoiceFilter
          label="Who"
          any="Anyone"
          value={chosen}
          onChange={(id) => setChosen(EVERYBODY.find((one) => one.id === id) ?? null)}
          useChoices={useChoices}
        />
      </MantineProvider>
    );
  }
  render(<Filter />);
  return { asked, field: () => screen.getByRole<HTMLInputElement>("combobox", { name: "Who" }) };
}

test("what the server finds is offered, whatever of it the search does not show", async () => {
  const user = userEvent.setup();
  const { asked, field } = open();
  await user.click(field());
  await user.paste("grace@");
  await user.click(await screen.findByRole("option", { name: "Grace Hopper" }));
  expect(field().value).toBe("Grace Hopper");
  expect([...asked]).toEqual([null, "grace@"]);
});

test("what is chosen keeps its name, and is not offered where it does not fit", async () => {
  const user = userEvent.setup();
  const { field } = open({ id: "user_9", name: "Somebody who left" });
  expect(field().value).toBe("Somebody who left");
  await user.clear(field());
  await user.paste("grace@");
  await waitFor(() =>
    expect(screen.getAllByRole("option").map(({ textContent }) => textContent)).toEqual(["Grace Hopper"]),
  );
});

test("a pasted key is neither kept nor asked for", async () => {
  const user = userEvent.setup();
  const { asked, field } = open();
  await user.click(field());
  await user.paste(`pst_p_${"a".repeat(38)}`);
  expect(field().value).toBe("");
  await user.paste("grace@");
  await screen.findByRole("option", { name: "Grace Hopper" });
  expect([...asked]).toEqual([null, "grace@"]);
});

test("a key that is typed by hand leaves no more than its preview with the server", async () => {
  const user = userEvent.setup();
  const { asked, field } = open();
  await user.click(field());
  await user.keyboard(`pst_p_${"a".repeat(38)}`);
  expect(field().value).toBe("");
  await user.paste("grace@");
  await screen.findByRole("option", { name: "Grace Hopper" });
  for (const search of asked) expect(search ?? "").not.toMatch(/a{5}|pst_p_a{5}/);
});
