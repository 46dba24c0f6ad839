import { jsonPlaces, placeOf } from "./json-places.js";

const faultOf = (text: string) => {
  const read = jsonPlaces(text);
  return "fault" in read ? [read.fault.line, read.fault.column] : null;
};

test.each([
  ["{ nope", [1, 3]],
  ['{\n  "a": 1,\n}', [3, 1]],
  ['{\n  "a": 01\n}', [2, 9]],
  ['["a" "b"]', [1, 6]],
  ["{'a': 1}", [1, 2]],
  ['{"a" 1}', [1, 6]],
  ["[1, 2", [1, 6]],
  ["1 2", [1, 3]],
  ['"a\nb"', [1, 1]],
  ["", [1, 1]],
  ["undefined", [1, 1]],
])("the fault of %j stands at %j", (text, place) => {
  expect(faultOf(text)).toEqual(place);
  expect(() => JSON.parse(text)).toThrow();
});

test.each(["{}", "[]", '{"a":[1,-2.5e3,"\\u00e9\\n",true,null]}', " [ { } ] ", "0", '"x"'])(
  "%s is JSON here as it is to the browser",
  (text) => {
    expect(faultOf(text)).toBeNull();
    expect(() => JSON.parse(text)).not.toThrow();
  },
);

test("values are found by their JSON pointer, and what is missing by what it is missing from", () => {
  const read = jsonPlaces('{\n  "people": [\n    { "name": "Ada" },\n    { "a/b": 1 }\n  ]\n}');
  const places = "places" in read ? read.places : new Map();
  expect(placeOf(places, "")).toMatchObject({ line: 1, column: 1 });
  expect(placeOf(places, "/people/0/name")).toMatchObject({ line: 3, column: 15 });
  expect(placeOf(places, "/people/1/a~1b")).toMatchObject({ line: 4 });
  expect(placeOf(places, "/people/1/missing")).toMatchObject({ line: 4, column: 5 });
  expect(placeOf(places, "/nothing")).toMatchObject({ line: 1 });
});
