import {
  descriptionRule,
  emailRule,
  nameRule,
  passwordRule,
  slugFrom,
  slugRule,
  type TextRule,
  targetUrlRule,
} from "./text-rules.js";

/** What the rule says of a text as somebody types it. */
const problemOf = (rule: TextRule, typed: string) => rule.problem(rule.normalize(typed));

const RULES: Record<string, TextRule> = {
  nameRule,
  descriptionRule,
  slugRule,
  emailRule,
  passwordRule,
  targetUrlRule,
};

const ACCEPTED: [rule: string, what: string, typed: string, kept: string][] = [
  ["nameRule", "a plain name", "Nightly import", "Nightly import"],
  ["nameRule", "one character", "x", "x"],
  ["nameRule", "100 characters", "x".repeat(100), "x".repeat(100)],
  ["nameRule", "100 characters outside the basic plane", "🔑".repeat(100), "🔑".repeat(100)],
  ["nameRule", "100 characters between spaces", `  ${"x".repeat(100)}  `, "x".repeat(100)],
  ["nameRule", "spaces around it, which go", " \t Import \n", "Import"],
  ["nameRule", "a decomposed letter, which is composed", "Gro\u0308ße", "Größe"],
  ["nameRule", "every script", "Ключ 鍵 مفتاح कुंजी", "Ключ 鍵 مفتاح कुंजी"],
  ["nameRule", "markup, which is text", "<b>&amp;</b>", "<b>&amp;</b>"],
  ["descriptionRule", "nothing", "   ", ""],
  ["descriptionRule", "line breaks and tabs", "one\n\ttwo", "one\n\ttwo"],
  ["descriptionRule", "line breaks of Windows, which become plain", "one\r\ntwo\r\n", "one\ntwo"],
  ["descriptionRule", "500 characters", "ß".repeat(500), "ß".repeat(500)],
  ["slugRule", "one letter", "a", "a"],
  ["slugRule", "digits", "2024", "2024"],
  ["slugRule", "hyphens between", "a-b-2", "a-b-2"],
  ["slugRule", "50 characters", "a".repeat(50), "a".repeat(50)],
  ["slugRule", "spaces around it, which go", " a-b ", "a-b"],
  ["emailRule", "a plain address", "ada@example.com", "ada@example.com"],
  ["emailRule", "capitals, which become small", "Ada@Example.COM", "ada@example.com"],
  ["emailRule", "spaces around it, which go", " ada@example.com\n", "ada@example.com"],
  ["emailRule", "a tag and dots", "ada.l+postern@mail.example.co.uk", "ada.l+postern@mail.example.co.uk"],
  ["emailRule", "a host without a dot", "root@localhost", "root@localhost"],
  ["emailRule", "letters of other scripts", "用户@例子.公司", "用户@例子.公司"],
  ["emailRule", "254 characters", `${"a".repeat(242)}@example.com`, `${"a".repeat(242)}@example.com`],
  ["passwordRule", "12 bytes", "abcdefghijkl", "abcdefghijkl"],
  ["passwordRule", "72 bytes", "x".repeat(72), "x".repeat(72)],
  ["passwordRule", "72 bytes in 18 characters", "🔑".repeat(18), "🔑".repeat(18)],
  ["passwordRule", "12 bytes in 6 characters", "ößäüéñ", "ößäüéñ"],
  ["passwordRule", "spaces, which stay", "  correct horse  ", "  correct horse  "],
  ["passwordRule", "a decomposed letter, which stays", "passwo\u0308rd1234", "passwo\u0308rd1234"],
  ["targetUrlRule", "https", "https://example.com/hook?a=b#c", "https://example.com/hook?a=b#c"],
  ["targetUrlRule", "http with a port", "http://10.0.0.1:8080/", "http://10.0.0.1:8080/"],
  ["targetUrlRule", "a scheme in capitals", "HTTPS://example.com", "HTTPS://example.com"],
  ["targetUrlRule", "an IPv6 address", "http://[2606:4700::1]/x", "http://[2606:4700::1]/x"],
  [
    "targetUrlRule",
    "an @ behind the host",
    "https://example.com/@ada?to=a@b",
    "https://example.com/@ada?to=a@b",
  ],
  ["targetUrlRule", "spaces around it, which go", " https://example.com ", "https://example.com"],
  [
    "targetUrlRule",
    "2048 characters",
    `https://example.com/${"a".repeat(2028)}`,
    `https://example.com/${"a".repeat(2028)}`,
  ],
];

test.each(ACCEPTED)("%s accepts %s", (rule, _, typed, kept) => {
  expect(RULES[rule]?.normalize(typed)).toBe(kept);
  expect(RULES[rule]?.problem(kept)).toBeNull();
});

const INVISIBLE_ONE_LINE: [what: string, character: string][] = [
  ["U+0000", "\0"],
  ["a line break", "\n"],
  ["a carriage return", "\r"],
  ["a tab", "\t"],
  ["an escape", "\u001b"],
  ["a C1 control", "\u0085"],
  ["a soft hyphen", "\u00ad"],
  ["a zero-width space", "\u200b"],
  ["a zero-width joiner", "\u200d"],
  ["a left-to-right mark", "\u200e"],
  ["a bidirectional override", "\u202e"],
  ["a line separator", "\u2028"],
  ["a paragraph separator", "\u2029"],
  ["a bidirectional isolate", "\u2066"],
  ["a byte order mark", "\ufeff"],
  ["a lone high surrogate", "\ud83d"],
  ["a lone low surrogate", "\ude00"],
  ["a tag character", "\u{e0041}"],
];

test.each(INVISIBLE_ONE_LINE)("a name with %s in it is refused", (_, character) => {
  expect(problemOf(nameRule, `a${character}b`)).toMatch(/^Leave out line breaks, control and invisible/);
});

test.each(INVISIBLE_ONE_LINE.filter(([, character]) => !"\n\t".includes(character)))(
  "a description with %s in it is refused",
  (_, character) => {
    expect(problemOf(descriptionRule, `a${character}b`)).toMatch(/^Leave out control and invisible/);
  },
);

test.each(INVISIBLE_ONE_LINE)("an e-mail address with %s in it is refused", (_, character) => {
  expect(problemOf(emailRule, `a${character}da@example.com`)).toMatch(/^Give an e-mail address/);
});

test.each(INVISIBLE_ONE_LINE)("a target with %s in it is refused", (_, character) => {
  expect(problemOf(targetUrlRule, `https://example.com/a${character}b`)).toMatch(/^Give an absolute URL/);
});

const REFUSED: [rule: string, what: string, typed: string, problem: RegExp][] = [
  ["nameRule", "nothing", "", /1 to 100/],
  ["nameRule", "spaces only", " \u00a0\t ", /1 to 100/],
  ["nameRule", "101 characters", "x".repeat(101), /at most 100/],
  ["nameRule", "101 characters outside the basic plane", "🔑".repeat(101), /at most 100/],
  ["descriptionRule", "501 characters", "x".repeat(501), /at most 500/],
  ["slugRule", "nothing", "", /lower-case letters/],
  ["slugRule", "a capital", "Abc", /lower-case letters/],
  ["slugRule", "a hyphen in front", "-a", /lower-case letters/],
  ["slugRule", "a hyphen behind", "a-", /lower-case letters/],
  ["slugRule", "two hyphens", "a--b", /lower-case letters/],
  ["slugRule", "a space", "a b", /lower-case letters/],
  ["slugRule", "an underscore", "a_b", /lower-case letters/],
  ["slugRule", "a slash", "a/b", /lower-case letters/],
  ["slugRule", "a letter with a mark", "größe", /lower-case letters/],
  ["slugRule", "a digit of another script", "a٣", /lower-case letters/],
  ["slugRule", "a second line", "a\nb", /lower-case letters/],
  ["slugRule", "51 characters", "a".repeat(51), /at most 50/],
  ["emailRule", "nothing", "", /Give an e-mail/],
  ["emailRule", "no @", "example.com", /Give an e-mail/],
  ["emailRule", "two @", "a@b@c", /Give an e-mail/],
  ["emailRule", "nothing before the @", "@example.com", /Give an e-mail/],
  ["emailRule", "nothing behind the @", "ada@", /Give an e-mail/],
  ["emailRule", "a space", "ada l@example.com", /Give an e-mail/],
  ["emailRule", "a display name", "Ada <ada@example.com>", /Give an e-mail/],
  ["emailRule", "two addresses", "a@example.com,b@example.com", /Give an e-mail/],
  ["emailRule", "quotation marks", '"a"@example.com', /Give an e-mail/],
  ["emailRule", "255 characters", `${"a".repeat(243)}@example.com`, /at most 254/],
  ["passwordRule", "11 bytes", "abcdefghijk", /at least 12/],
  ["passwordRule", "nothing", "", /at least 12/],
  ["passwordRule", "73 bytes", "x".repeat(73), /at most 72 bytes/],
  ["passwordRule", "76 bytes in 19 characters", "🔑".repeat(19), /at most 72 bytes/],
  ["passwordRule", "74 bytes in 37 characters", "ö".repeat(37), /at most 72 bytes/],
  ["passwordRule", "75 bytes in 25 characters", "鍵".repeat(25), /at most 72 bytes/],
  ["passwordRule", "U+0000, where bcrypt would stop reading", "abcdefghijkl\0mnop", /U\+0000/],
  ["targetUrlRule", "nothing", "", /absolute URL/],
  ["targetUrlRule", "no scheme", "example.com/hook", /absolute URL/],
  ["targetUrlRule", "a scheme left open", "//example.com", /absolute URL/],
  ["targetUrlRule", "ftp", "ftp://example.com", /absolute URL/],
  ["targetUrlRule", "javascript", "javascript:alert(1)", /absolute URL/],
  ["targetUrlRule", "a file", "file:///etc/passwd", /absolute URL/],
  ["targetUrlRule", "one slash", "http:/example.com", /absolute URL/],
  ["targetUrlRule", "three slashes", "http:///example.com", /absolute URL/],
  ["targetUrlRule", "no host", "https://", /absolute URL/],
  ["targetUrlRule", "no host but a query", "https://?a", /absolute URL/],
  ["targetUrlRule", "a space", "https://example.com/a b", /absolute URL/],
  ["targetUrlRule", "a backslash", "https://example.com\\@evil.example", /absolute URL/],
  ["targetUrlRule", "a user and a password", "https://ada:secret@example.com/", /user name and password/],
  ["targetUrlRule", "a user", "https://ada@example.com/", /user name and password/],
  ["targetUrlRule", "2049 characters", `https://example.com/${"a".repeat(2029)}`, /at most 2048/],
];

test.each(REFUSED)("%s refuses %s", (rule, _, typed, problem) => {
  expect(problemOf(RULES[rule] as TextRule, typed)).toMatch(problem);
});

test.each(Object.entries(RULES))("%s keeps what it has tidied once as it is", (_, rule) => {
  const typed = [
    ...ACCEPTED.map(([, , text]) => text),
    ...REFUSED.map(([, , text]) => text),
    "İΣẞ\u0345 \ufeff",
  ];
  for (const text of typed) {
    const kept = rule.normalize(text);
    expect(rule.normalize(kept)).toBe(kept);
  }
});

test.each(Object.entries(RULES))("%s never repeats the value in what it says", (_, rule) => {
  for (const value of [
    "Hunter2",
    "Hunter2\0",
    "Hunter2 ".repeat(600),
    "https://Hunter2@Hunter2",
    "@Hunter2@",
  ]) {
    expect(rule.problem(value) ?? "").not.toContain("Hunter2");
  }
});

const SLUGS: [name: string, slug: string][] = [
  ["Größe & Maß", "grosse-mass"],
  ["STRAẞE", "strasse"],
  ["Nightly import", "nightly-import"],
  ["  -- Already-a-slug -- ", "already-a-slug"],
  ["Crème brûlée", "creme-brulee"],
  ["Gro\u0308ße", "grosse"],
  ["ﬁle № ½", "file-no-1-2"],
  ["İstanbul", "istanbul"],
  ["v2.0 (beta)", "v2-0-beta"],
  ["鍵", ""],
  ["!?", ""],
  ["", ""],
  [`${"a".repeat(49)} b`, "a".repeat(49)],
  ["a".repeat(60), "a".repeat(50)],
];

test.each(SLUGS)("the slug made from %j is %j", (name, slug) => {
  expect(slugFrom(name)).toBe(slug);
});

test("a slug made from a name is one that slugRule accepts, or empty", () => {
  const names = Array.from(
    { length: 0x3000 },
    (_, code) => `Ab${String.fromCodePoint(code)}${"c ".repeat(code % 60)}`,
  );
  for (const name of [...names, ...ACCEPTED.map(([, , text]) => text)]) {
    const slug = slugFrom(name);
    expect(slug === "" || slugRule.problem(slug) === null ? "" : name).toBe("");
  }
});
