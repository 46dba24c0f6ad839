import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import type { JsonFault } from "../lib/json-faults.js";
import { JsonEditor } from "./json-editor.js";

function Editor({ text, faults }: { text: string; faults: JsonFault[] }) {
  const [value, setValue] = useState(text);
  return (
    <MantineProvider env="test">
      <JsonEditor label="Input" value={value} onChange={setValue} faults={faults} />
    </MantineProvider>
  );
}

const field = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Input" });

test("a fault of the server is said with its line, describes the field, and leads there", async () => {
  const text = '{\n  "age": 7\n}';
  render(<Editor text={text} faults={[{ pointer: "/age", message: "Must be at least 18." }]} />);
  expect(field().getAttribute("aria-invalid")).toBe("true");
  const described = document.getElementById(field().getAttribute("aria-describedby")?.split(" ").pop() ?? "");
  expect(described?.textContent).toBe("Line 2, column 10/age Must be at least 18.");
  await userEvent.click(screen.getByRole("button", { name: "Line 2, column 10" }));
  expect(document.activeElement).toBe(field());
  expect(field().selectionStart).toBe(text.indexOf("7"));
});

test("text that is no JSON is said where it stops being some, also while it is typed on", async () => {
  render(<Editor text={'{\n  "age": 7,\n}'} faults={[{ message: "This is not JSON." }]} />);
  screen.getByRole("button", { name: "Line 3, column 1" });
  await userEvent.type(field(), "\n", { initialSelectionStart: 0, initialSelectionEnd: 0 });
  screen.getByRole("button", { name: "Line 4, column 1" });
});

test("JSON on one line is tidied, and the focus stays with it", async () => {
  render(<Editor text='{"a":[1]}' faults={[]} />);
  await userEvent.click(screen.getByRole("button", { name: "Tidy up" }));
  expect(field().value).toBe('{\n  "a": [\n    1\n  ]\n}');
  expect(screen.queryByRole("button", { name: "Tidy up" })).toBeNull();
  expect(document.activeElement).toBe(field());
});
