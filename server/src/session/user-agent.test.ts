import { keptUserAgent } from "./user-agent.js";

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

test.each([
  ["a browser's own", FIREFOX, FIREFOX],
  ["control characters", "curl\t/8\u0085.1\u009b31m\x7f", "curl/8.131m"],
  ["a direction that is turned around", "\u202eevil\u2066", "evil"],
  ["white space alone", "  \t ", null],
  ["nothing", "", null],
  ["no header", null, null],
  ["as much as is kept", "x".repeat(255), "x".repeat(255)],
  ["more than is kept", `${"x".repeat(254)} and more`, "x".repeat(254)],
])("of a User-Agent is kept: %s", (_what, header, kept) => {
  expect(keptUserAgent(header)).toBe(kept);
});
