import { setTimeout as sleep } from "node:timers/promises";
import { ID_LENGTH, type IdKind, isId, newId } from "./ids.js";

const PREFIXES: [kind: IdKind, prefix: string][] = [
  ["user", "user"],
  ["session", "ses"],
  ["organization", "org"],
  ["membership", "mem"],
  ["project", "proj"],
  ["apiKey", "key"],
  ["workflow", "wf"],
  ["execution", "exec"],
  ["auditEntry", "audit"],
];

test.each(PREFIXES)(
  "an id of the kind %s begins with %s_ and is known as one of that kind only",
  (kind, prefix) => {
    const id = newId(kind);
    expect(id).toMatch(new RegExp(`^${prefix}_[0-7][0-9a-hjkmnp-tv-z]{25}$`));
    expect(id.length).toBeLessThanOrEqual(ID_LENGTH);
    expect(PREFIXES.filter(([other]) => isId(other, id))).toEqual([[kind, prefix]]);
  },
);

test("an id sorts behind those made a millisecond before", async () => {
  const ids: string[] = [];
  for (let i = 0; i < 20; i++) {
    ids.push(newId("execution"));
    await sleep(2);
  }
  expect([...ids].sort()).toEqual(ids);
});

test("10,000 ids are 10,000 different ones", () => {
  expect(new Set(Array.from({ length: 10_000 }, () => newId("apiKey"))).size).toBe(10_000);
});

// The example of TypeID's own specification, and the smallest and the largest there can be.
test.each([
  "key_01h455vb4pex5vsknk084sn02q",
  "key_00000000000000000000000000",
  "key_7zzzzzzzzzzzzzzzzzzzzzzzzz",
])("%s has the form of a key's id", (text) => {
  expect(isId("apiKey", text)).toBe(true);
});

const NO_IDS: [what: string, text: string][] = [
  ["nothing", ""],
  ["the prefix alone", "key"],
  ["the prefix and its line", "key_"],
  ["the suffix alone", "01h455vb4pex5vsknk084sn02q"],
  ["another kind's id", "wf_01h455vb4pex5vsknk084sn02q"],
  ["a prefix in capitals", "KEY_01h455vb4pex5vsknk084sn02q"],
  ["a suffix in capitals", "key_01H455VB4PEX5VSKNK084SN02Q"],
  ["a character too few", "key_01h455vb4pex5vsknk084sn02"],
  ["a character too many", "key_01h455vb4pex5vsknk084sn02q0"],
  ["a space behind", "key_01h455vb4pex5vsknk084sn02q "],
  ["a line break behind", "key_01h455vb4pex5vsknk084sn02q\n"],
  ["a space in front", " key_01h455vb4pex5vsknk084sn02q"],
  ["a number beyond 128 bits", "key_81h455vb4pex5vsknk084sn02q"],
  ["the letter i, which base32 leaves out", "key_01h455vb4pex5vsknk084sn02i"],
  ["the letter l", "key_01h455vb4pex5vsknk084sn02l"],
  ["the letter o", "key_01h455vb4pex5vsknk084sn02o"],
  ["the letter u", "key_01h455vb4pex5vsknk084sn02u"],
  ["a digit of another width", "key_01h455vb4pex5vsknk084sn02２"],
  ["a letter with a mark, which a database might not tell apart", "key_01h455vb4péx5vsknk084sn02q"],
  ["a UUID", "0188a5eb-8a4e-7d3a-b8d6-6a4021aab517"],
  ["SQL", "key_' OR '1'='1"],
];

test.each(NO_IDS)("%s has not the form of a key's id", (_, text) => {
  expect(isId("apiKey", text)).toBe(false);
});
