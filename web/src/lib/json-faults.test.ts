import { jsonFaultsOf, placed } from "./json-faults.js";

const refusal = {
  code: "BAD_USER_INPUT",
  message: "",
  fields: [
    { path: "input.inputSchema/properties/age/type", message: "Must be one of the types." },
    { path: "input.inputSchema", message: "Use at most 16 KiB." },
    { path: "input.inputSchemas/a", message: "Of another field." },
    { path: "input.name", message: "Of another field." },
  ],
};

test("the server's faults of a field that holds JSON are told by their pointers", () => {
  expect(jsonFaultsOf(refusal, "inputSchema")).toEqual([
    { pointer: "/properties/age/type", message: "Must be one of the types." },
    { pointer: "", message: "Use at most 16 KiB." },
  ]);
});

test("each fault has its line, also after the text around it has changed", () => {
  const faults = jsonFaultsOf(refusal, "inputSchema");
  const text = '{\n  "properties": {\n    "age": { "type": "int" }\n  }\n}';
  expect(placed(text, faults).map(({ place }) => place?.line)).toEqual([3, 1]);
  expect(placed(`\n\n${text}`, faults).map(({ place }) => place?.line)).toEqual([5, 3]);
});

test("what is no JSON has the place where it stops being some", () => {
  expect(placed('{\n  "a": nope\n}', [{ message: "This is not JSON." }])).toEqual([
    { message: "This is not JSON.", place: expect.objectContaining({ line: 2, column: 8 }) },
  ]);
});
