import { foldName } from "./search.js";

const ALIKE: [what: string, one: string, other: string][] = [
  ["capitals", "NIGHTLY Import", "nightly import"],
  ["capitals with marks", "GRÖßE ÉÑ", "größe éñ"],
  ["capitals of other scripts", "КЛЮЧ", "ключ"],
  ["composed and decomposed letters", "Gr\u00f6ße", "Gro\u0308ße"],
  ["wide and narrow letters", "ＡＰＩ　１", "api 1"],
  ["ligatures and their letters", "ﬁle", "FILE"],
  ["circled and plain digits", "②", "2"],
  ["the Kelvin sign and k", "\u212a", "K"],
];

test.each(ALIKE)("a search does not tell %s apart", (_, one, other) => {
  expect(foldName(one)).toBe(foldName(other));
});

const APART: [what: string, one: string, other: string][] = [
  ["a letter and the same with a mark", "resume", "résumé"],
  ["o and 0", "o", "0"],
  ["one space and two", "a b", "a  b"],
];

test.each(APART)("a search tells %s apart", (_, one, other) => {
  expect(foldName(one)).not.toBe(foldName(other));
});

test("the beginning of a word in Greek capitals is found in the word", () => {
  expect(foldName("ΟΔΥΣΣΕΥΣ")).toContain(foldName("ΟΔΥΣ"));
});

test.each(["x", "🔑", "ﷺ", "½", "İ"])(
  "a name of a hundred %s fits its column of 200 characters",
  (character) => {
    const folded = foldName(character.repeat(100));
    expect(folded.length).toBeLessThanOrEqual(200);
    expect(folded.startsWith(foldName(character))).toBe(true);
  },
);

test("a folded name is never cut in the middle of a character", () => {
  // 66 times "1⁄2" and one letter make 199 characters of UTF-16; a key takes two.
  expect(foldName(`${"½".repeat(66)}x${"🔑".repeat(33)}`)).not.toMatch(/\p{Cs}/u);
});
