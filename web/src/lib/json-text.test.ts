import { readJsonText } from "./json-text.js";

const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);

test("JSON is read, and nothing typed is no input", () => {
  expect(readJsonText('{"a":[1]}')).toEqual({ value: { a: [1] } });
  expect(readJsonText(" null ")).toEqual({ value: null });
  expect(readJsonText("  \n")).toEqual({ value: undefined });
});

test("what the server would refuse is refused at once", () => {
  expect(readJsonText("{ nope")).toMatchObject({ problem: { kind: "syntax" } });
  expect(readJsonText(JSON.stringify("ü".repeat(131_072)))).toEqual({ problem: { kind: "size" } });
  expect(readJsonText(nested(32))).toHaveProperty("value");
  expect(readJsonText(nested(33))).toEqual({ problem: { kind: "depth" } });
});
