import { isOwnOrigin, type RequestOrigin } from "./origin.js";

const PUBLIC_URL = "https://postern.example.com";
const request = (of: Partial<RequestOrigin>): RequestOrigin => ({
  origin: undefined,
  fetchSite: undefined,
  host: "10.0.0.7:4000",
  ...of,
});

const OWN: [what: string, of: Partial<RequestOrigin>][] = [
  ["whatever sends neither header, and so is no browser", {}],
  ["a page of the same origin", { fetchSite: "same-origin", origin: PUBLIC_URL }],
  ["a page of the same origin that names no origin", { fetchSite: "same-origin" }],
  ["a person who typed the address", { fetchSite: "none" }],
  ["the public origin, from a browser without Sec-Fetch-Site", { origin: PUBLIC_URL }],
  ["the very host that was asked, on plain http", { origin: "http://10.0.0.7:4000" }],
  [
    "the very host that was asked, on the scheme's own port",
    { origin: "http://postern.lan", host: "postern.lan" },
  ],
  ["the very host that was asked, by IPv6", { origin: "http://[fd00::7]:4000", host: "[fd00::7]:4000" }],
];

test.each(OWN)("%s is let in", (_, of) => {
  expect(isOwnOrigin(request(of), PUBLIC_URL)).toBe(true);
});

const FOREIGN: [what: string, of: Partial<RequestOrigin>][] = [
  ["a page of another site", { fetchSite: "cross-site", origin: "https://evil.example" }],
  ["a page of a neighbour on the same site", { fetchSite: "same-site", origin: "https://app.example.com" }],
  ["a page of another site that claims the public origin", { fetchSite: "cross-site", origin: PUBLIC_URL }],
  ["a page of another site that names no origin", { fetchSite: "cross-site" }],
  ["an unknown word for the site", { fetchSite: "SAME-ORIGIN" }],
  ["an empty word for the site", { fetchSite: "" }],
  ["another origin", { origin: "https://evil.example" }],
  ["the public host on plain http", { origin: "http://postern.example.com" }],
  ["the public host on another port", { origin: "https://postern.example.com:8443" }],
  ["an origin that begins like the public one", { origin: "https://postern.example.com.evil.example" }],
  ["an origin that ends like the public one", { origin: "https://evil-postern.example.com" }],
  ["an origin with the public one as its user name", { origin: "https://postern.example.com@evil.example" }],
  ["an origin with the public one as its path", { origin: "https://evil.example/postern.example.com" }],
  ["the host that was asked, on another port", { origin: "http://10.0.0.7:8080" }],
  ["the host that was asked, without its port", { origin: "http://10.0.0.7" }],
  ["an opaque origin, as of a sandboxed frame", { origin: "null" }],
  ["an opaque origin where no host is named", { origin: "null", host: undefined }],
  ["another origin where no host is named", { origin: "https://evil.example", host: undefined }],
  ["an empty origin", { origin: "" }],
  ["an origin that is no URL", { origin: "10.0.0.7:4000" }],
  ["two origins", { origin: `${PUBLIC_URL} https://evil.example` }],
];

test.each(FOREIGN)("%s is kept out", (_, of) => {
  expect(isOwnOrigin(request(of), PUBLIC_URL)).toBe(false);
});
