import { cookieOf, graphql } from "../testing/client.js";
import { SETUP_TOKEN, startTestServer, type TestServer } from "../testing/test-server.js";

const ADA = { email: "ada@example.com", password: "a password of twelve and more" };

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ TRUST_PROXY: "127.0.0.1" });
  const input = { token: SETUP_TOKEN, name: "Ada", organizationName: "Acme", ...ADA };
  const setUp = "mutation ($input: SetupInput!) { setup(input: $input) { user { id } } }";
  expect((await graphql(server.url, {}, setUp, { input })).errors).toEqual([]);
});
afterAll(() => server?.stop());

/** Signs in by way of the proxy, which passes on where somebody calls from. */
async function signIn(from: string, input = ADA) {
  const query = "mutation ($input: SignInInput!) { signIn(input: $input) { user { id } } }";
  const response = await fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": from },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return { code: errors?.[0]?.extensions.code ?? "", cookie: cookieOf(response.headers) };
}

test.each([
  ["an address", "198.51.100.7", "198.51.100.7"],
  ["an address with a zone", "fe80::1%eth0", "fe80::1"],
  ["an address with a port", "198.51.100.7:4711", null],
  ["a name", "unknown", null],
  ["a text that fits no column", "x".repeat(300), null],
])("where a proxy passes on %s, that or nothing is kept", async (_, from, kept) => {
  const { code, cookie = "" } = await signIn(from);
  expect(code).toBe("");
  type Seen = { viewer: { sessions: { ip: string | null; current: boolean }[] } };
  const { data } = await graphql<Seen>(
    server.url,
    { cookie },
    "{ viewer { ... on User { sessions { ip current } } } }",
  );
  expect(data.viewer.sessions.find(({ current }) => current)?.ip).toBe(kept);
});

test("whoever guesses from every address of an IPv6 network is slowed down as from one", async () => {
  const guess = async (from: string) => (await signIn(from, { ...ADA, password: "a wrong password" })).code;
  for (let n = 1; n <= 10; n++) expect(await guess(`2001:db8::${n}:1`)).toBe("UNAUTHENTICATED");
  expect(await guess("2001:db8::ffff:1")).toBe("RATE_LIMITED");
  expect((await signIn("2001:db8:0:1::1")).code).toBe("");
});
