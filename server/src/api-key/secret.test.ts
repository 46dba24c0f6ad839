import { createHash } from "node:crypto";
import { hashSecret, isSecret, newSecret, previewOf } from "./secret.js";

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** CRC-32 bit by bit, as IEEE 802.3 defines it: reflected, polynomial EDB88320, all ones before and after. */
function crc32BitByBit(text: string): number {
  let register = 0xffffffff;
  for (const byte of Buffer.from(text, "utf8")) {
    register ^= byte;
    for (let bit = 0; bit < 8; bit++) register = (register >>> 1) ^ (register & 1 ? 0xedb88320 : 0);
  }
  return ~register >>> 0;
}

function base62OfSix(number: number): string {
  const digits: string[] = [];
  for (let power = 62 ** 5; power >= 1; power /= 62)
    digits.push(BASE62.charAt(Math.floor(number / power) % 62));
  return digits.join("");
}

const withChecksum = (body: string) => body + base62OfSix(crc32BitByBit(body));

test.each([
  ["", 0],
  ["a", 0xe8b7be43],
  ["123456789", 0xcbf43926], // the check value that catalogues of CRCs give
  ["The quick brown fox jumps over the lazy dog", 0x414fa339],
])("this test's own CRC-32 of %j is the published one", (text, crc) => {
  expect(crc32BitByBit(text)).toBe(crc);
});

test.each([
  ["ORGANIZATION", /^pst_o_[0-9A-Za-z]{38}$/],
  ["PROJECT", /^pst_p_[0-9A-Za-z]{38}$/],
] as const)("a secret of the level %s has the form %s", (level, form) => {
  for (let i = 0; i < 100; i++) expect(newSecret(level)).toMatch(form);
});

test("the last six characters are the CRC-32 of everything before, in base62", () => {
  for (let i = 0; i < 500; i++) {
    const secret = newSecret(i % 2 ? "PROJECT" : "ORGANIZATION");
    expect(secret).toBe(withChecksum(secret.slice(0, -6)));
  }
});

test.each(["pst_p_00000000000000000000000000000000", "pst_o_AbCdEfGhIjKlMnOpQrStUvWxYz012345"])(
  "%s and its checksum make a secret",
  (body) => {
    expect(isSecret(withChecksum(body))).toBe(true);
  },
);

test("a checksum that begins with zeros keeps them", () => {
  // Searched here: bodies whose CRC-32 is below 62^4.
  const bodies = Array.from({ length: 50_000 }, (_, i) => `pst_p_${String(i).padStart(32, "0")}`);
  const small = bodies.filter((body) => crc32BitByBit(body) < 62 ** 4);
  expect(small.length).toBeGreaterThan(10);
  for (const body of small) {
    expect(withChecksum(body)).toMatch(/00.{4}$/);
    expect(isSecret(withChecksum(body))).toBe(true);
  }
});

test("a secret with any one character changed is refused, whatever it became", () => {
  const secret = newSecret("PROJECT");
  expect(isSecret(secret)).toBe(true);
  for (let at = 0; at < secret.length; at++) {
    for (const character of `${BASE62}_-+/ é\0\n`) {
      const changed = secret.slice(0, at) + character + secret.slice(at + 1);
      if (changed !== secret && isSecret(changed)) throw new Error(`${changed} was taken; it was ${secret}`);
    }
  }
});

test("a secret with two neighbours swapped is refused", () => {
  for (let round = 0; round < 20; round++) {
    const secret = newSecret("ORGANIZATION");
    for (let at = 0; at + 1 < secret.length; at++) {
      const swapped = `${secret.slice(0, at)}${secret.charAt(at + 1)}${secret.charAt(at)}${secret.slice(at + 2)}`;
      expect(isSecret(swapped)).toBe(swapped === secret);
    }
  }
});

const good = withChecksum("pst_p_AbCdEfGhIjKlMnOpQrStUvWxYz012345");
const REFUSED: [what: string, text: string][] = [
  ["nothing", ""],
  ["a secret without its first character", good.slice(1)],
  ["a secret without its last character", good.slice(0, -1)],
  ["a secret and one character more", `${good}0`],
  ["a secret and a line break", `${good}\n`],
  ["a secret behind a space", ` ${good}`],
  ["two secrets", good + good],
  ["a secret in capitals", good.toUpperCase()],
  ["a secret in quotation marks", `"${good}"`],
  ["a level that there is not", withChecksum("pst_x_AbCdEfGhIjKlMnOpQrStUvWxYz012345")],
  ["another prefix", withChecksum("pat_p_AbCdEfGhIjKlMnOpQrStUvWxYz012345")],
  ["a body one too short", withChecksum("pst_p_AbCdEfGhIjKlMnOpQrStUvWxYz01234")],
  ["a body one too long", withChecksum("pst_p_AbCdEfGhIjKlMnOpQrStUvWxYz0123456")],
  ["a body with a hyphen", withChecksum("pst_p_AbCdEfGhIjKlMnOpQrStUvWxYz01234-")],
];

test.each(REFUSED)("%s is no secret", (_, text) => {
  expect(isSecret(good)).toBe(true);
  expect(isSecret(text)).toBe(false);
});

test("10,000 secrets are 10,000 different ones, and use every letter of base62 about as often", () => {
  const secrets = Array.from({ length: 10_000 }, () => newSecret("PROJECT"));
  expect(new Set(secrets).size).toBe(10_000);
  const counts = new Map([...BASE62].map((letter) => [letter, 0]));
  for (const secret of secrets) {
    for (const letter of secret.slice(6, -6)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  expect([...counts.keys()].join("")).toBe(BASE62);
  const expected = (10_000 * 32) / 62; // 5161; ten standard deviations are 712
  for (const count of counts.values()) expect(Math.abs(count - expected)).toBeLessThan(712);
});

test("every place of the random part varies", () => {
  const secrets = Array.from({ length: 500 }, () => newSecret("PROJECT"));
  for (let at = 6; at < 38; at++) {
    expect(new Set(secrets.map((secret) => secret.charAt(at))).size).toBeGreaterThan(30);
  }
});

test("what is kept of a secret is its SHA-256 in hex", () => {
  expect(hashSecret("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(hashSecret(good)).toBe(createHash("sha256").update(Buffer.from(good)).digest("hex"));
});

test("the preview shows where the key lives and four characters, and is no secret", () => {
  expect(previewOf(good)).toBe("pst_p_AbCd");
  expect(previewOf(withChecksum("pst_o_0123456789abcdefghijklmnopqrstuv"))).toBe("pst_o_0123");
  expect(isSecret(previewOf(good))).toBe(false);
});
