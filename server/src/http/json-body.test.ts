import { PosternError } from "../errors.js";
import { parseJsonBody } from "./json-body.js";

const nested = (levels: number, open = "[", close = "]") => open.repeat(levels) + close.repeat(levels);

const TAKEN: [what: string, text: string, value: unknown][] = [
  [
    "an operation",
    '{"query":"{ a }","variables":{"b":[1,null]}}',
    { query: "{ a }", variables: { b: [1, null] } },
  ],
  ["every script", '{"a":"Größe 🔑 鍵"}', { a: "Größe 🔑 鍵" }],
  ["white space around it", ' \r\n\t{"a":1}\n', { a: 1 }],
  ["a byte order mark in front", '\ufeff{"a":1}', { a: 1 }],
  ["a bare value", "null", null],
  ["64 levels side by side", `[${"[],".repeat(1000)}[]]`, Array.from({ length: 1001 }, () => [])],
  ["brackets in a text", `"${"[{".repeat(1000)}"`, "[{".repeat(1000)],
  ["brackets behind an escaped quotation mark", `["\\"${"[".repeat(100)}"]`, [`"${"[".repeat(100)}`]],
  ["brackets behind an escaped backslash", `["\\\\","${"[".repeat(100)}"]`, ["\\", "[".repeat(100)]],
];

test.each(TAKEN)("%s is read", (_, text, value) => {
  expect(parseJsonBody(Buffer.from(text))).toEqual(value);
});

test("64 levels are read, of arrays and of objects", () => {
  expect(JSON.stringify(parseJsonBody(Buffer.from(nested(64))))).toBe(nested(64));
  const objects = `${'{"a":'.repeat(64)}0${"}".repeat(64)}`;
  expect(JSON.stringify(parseJsonBody(Buffer.from(objects)))).toBe(objects);
});

const bytes = (...parts: (string | number)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from([part]))));

const REFUSED: [what: string, body: Buffer, says: string][] = [
  ["nothing", bytes(""), "The body is not JSON."],
  ["a text", bytes("query=a"), "The body is not JSON."],
  ["JSON with more behind it", bytes("{}{}"), "The body is not JSON."],
  ["a comma too many", bytes('{"a":1,}'), "The body is not JSON."],
  ["a comment", bytes("{} // nothing"), "The body is not JSON."],
  ["JSON that ends early", bytes('{"a":"b'), "The body is not JSON."],
  ["JSON that ends in an escape", bytes('"\\'), "The body is not JSON."],
  ["brackets that only close", bytes("]".repeat(1000)), "The body is not JSON."],
  ["Latin-1", bytes('{"a":"', 0xe9, '"}'), "The body is not UTF-8."],
  ["an overlong slash", bytes('{"a":"', 0xc0, 0xaf, '"}'), "The body is not UTF-8."],
  ["half of a surrogate pair", bytes('{"a":"', 0xed, 0xa0, 0x80, '"}'), "The body is not UTF-8."],
  ["a character that ends early", bytes('{"a":"', 0xf0, 0x9f), "The body is not UTF-8."],
  ["UTF-16", Buffer.from('\ufeff{"a":1}', "utf16le"), "The body is not UTF-8."],
  ["65 levels of arrays", bytes(nested(65)), "The body nests more than 64 levels deep."],
  [
    "65 levels of objects",
    bytes(`${'{"a":'.repeat(65)}0${"}".repeat(65)}`),
    "The body nests more than 64 levels deep.",
  ],
  [
    "65 levels of both",
    bytes(`${'[{"a":'.repeat(33)}0${"}]".repeat(33)}`),
    "The body nests more than 64 levels deep.",
  ],
  ["65 levels behind a text", bytes(`["\\\\",${nested(64)}]`), "The body nests more than 64 levels deep."],
  ["levels without end", bytes("[".repeat(500_000)), "The body nests more than 64 levels deep."],
  [
    "levels that close behind 64 others",
    bytes(`[[]${",".concat(nested(64))}]`),
    "The body nests more than 64 levels deep.",
  ],
];

test.each(REFUSED)("%s is refused as what it is", (_, body, says) => {
  let refusal: unknown;
  try {
    parseJsonBody(body);
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toBeInstanceOf(PosternError);
  expect(refusal).toMatchObject({ code: "BAD_USER_INPUT", message: says });
});

test("a body that names __proto__ changes no object's prototype", () => {
  const value = parseJsonBody(
    Buffer.from('{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}'),
  );
  expect(Object.getPrototypeOf(value)).toBe(Object.getPrototypeOf(JSON.parse("{}")));
  expect("admin" in {}).toBe(false);
});
