import { ipRangeRule } from "@postern/shared";
import { isAllowedIp, normalizeRange } from "./ip-ranges.js";

test.each([
  ["10.1.2.3", "10.1.2.3/32"],
  ["10.1.2.3/8", "10.0.0.0/8"],
  [" 203.0.113.7/24 ", "203.0.113.0/24"],
  ["0.0.0.0/0", "0.0.0.0/0"],
  ["::1", "::1/128"],
  ["2001:DB8::ffff/32", "2001:db8::/32"],
  ["::ffff:10.1.2.3", "10.1.2.3/32"],
  ["::ffff:10.1.2.3/104", "10.0.0.0/8"],
])("%s becomes %s", (text, range) => {
  expect(normalizeRange(text)).toBe(range);
  // The normal form is its own normal form.
  expect(normalizeRange(range)).toBe(range);
  expect(ipRangeRule.problem(ipRangeRule.normalize(text))).toBeNull();
});

test.each([
  "",
  "home",
  "10.0.0.0/33",
  "::1/129",
  "10.1",
  "010.0.0.1",
  "0x7f000001",
  "2130706433",
  "10.1/16",
  "1.2.3.4/",
  "a::b::c",
  "010.0.0.0/8",
  "1.2.3.4/5/6",
  "1.2.3.256",
  "fe80::1%eth0",
  "::1]/8",
])("%j is neither an address nor a range", (text) => {
  expect(normalizeRange(text)).toBeNull();
  expect(ipRangeRule.problem(ipRangeRule.normalize(text))).not.toBeNull();
});

test.each(["::", "1::", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7::", "::2:3", "::1.2.3.4", "1::2:1.2.3.4"])(
  "what the rule allows, such as %s, has a normal form",
  (text) => {
    expect(ipRangeRule.problem(text)).toBeNull();
    expect(normalizeRange(text)).not.toBeNull();
  },
);

test.each([
  ["10.9.9.9", ["10.0.0.0/8"], true],
  ["::ffff:10.9.9.9", ["10.0.0.0/8"], true],
  ["11.0.0.1", ["10.0.0.0/8"], false],
  ["2001:db8:1::1", ["2001:db8::/32"], true],
  ["2001:db9::1", ["2001:db8::/32"], false],
  ["10.9.9.9", ["2001:db8::/32", "10.9.9.9/32"], true],
  ["::1", ["0.0.0.0/0"], false],
  ["10.9.9.9", [], true],
  ["10.9.9.9", null, true],
  [null, ["0.0.0.0/0"], false],
  ["nonsense", ["0.0.0.0/0"], false],
])("whether %s lies in %j", (ip, ranges, allowed) => {
  expect(isAllowedIp(ip, ranges)).toBe(allowed);
});
