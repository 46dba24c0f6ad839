import { csvLine } from "./csv.js";

test.each([
  ["plain cells", ["a", "1"], "a,1\r\n"],
  ["nothing", [null, "", undefined], ",,\r\n"],
  ["a comma", ["a,b"], '"a,b"\r\n'],
  ["a quote", ['say "hi"'], '"say ""hi"""\r\n'],
  ["line breaks", ["a\nb", "c\r\nd"], '"a\nb","c\r\nd"\r\n'],
  ["letters of every script", ["Größe 鍵 🔑"], "Größe 鍵 🔑\r\n"],
  ["spaces, which are kept", [" a "], " a \r\n"],
])("a line of CSV with %s", (_, cells, line) => {
  expect(csvLine(cells)).toBe(line);
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0", "＝1+1", "＠SUM(A1)"])(
  "what a spreadsheet would compute is text: %j",
  (formula) => {
    expect(csvLine([formula])).toBe(`'${formula}\r\n`);
  },
);

test("a formula behind a semicolon, which begins a cell in half of the world, is text", () => {
  expect(csvLine(["Ada;=1+1;-2", "a;b"])).toBe("Ada;'=1+1;'-2,a;b\r\n");
});

test("a formula that also needs quotes has its apostrophe inside them", () => {
  expect(csvLine(['=HYPERLINK("http://evil",1)'])).toBe('"\'=HYPERLINK(""http://evil"",1)"\r\n');
  expect(csvLine(["\r=1"])).toBe('"\'\r=1"\r\n');
});
