import { type Answer, anonymous, type Caller, cookieOf, graphql } from "../testing/client.js";
import { SETUP_TOKEN, startTestServer, type TestServer } from "../testing/test-server.js";

const HOUR_MS = 60 * 60 * 1000;

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server?.stop());

const ada = {
  name: "Ada Lovelace",
  email: "ada@example.com",
  password: "correct horse battery",
  organizationName: "Analytical Engines",
};
const call = <T = Record<string, unknown>>(
  query: string,
  variables: object = {},
  caller: Caller = anonymous,
) => graphql<T>(server.url, caller, query, variables);
const setup = (input: object = {}): Promise<Answer> =>
  call("mutation ($input: SetupInput!) { setup(input: $input) { user { email } } }", {
    input: { token: SETUP_TOKEN, ...ada, ...input },
  });
const signIn = (email = ada.email, password = ada.password): Promise<Answer> =>
  call("mutation ($input: SignInInput!) { signIn(input: $input) { user { name } } }", {
    input: { email, password },
  });
const viewer = async (caller: Caller) => (await call("{ viewer { __typename } }", {}, caller)).data["viewer"];

test("set-up makes the first owner, with a sample to try if asked, and is refused afterwards", async () => {
  expect((await call("{ server { setupRequired } }")).data).toEqual({ server: { setupRequired: true } });
  const first = await setup({ sampleProject: true });
  expect(first.errors).toEqual([]);
  const { data } = await call(
    `{ server { setupRequired } organizations { nodes { slug viewerRole projects { nodes { slug
      workflows { nodes { slug targetUrl } } } } } } }`,
    {},
    { cookie: cookieOf(first.headers) },
  );
  expect(data).toMatchObject({
    server: { setupRequired: false },
    organizations: {
      nodes: [
        {
          slug: "analytical-engines",
          viewerRole: "OWNER",
          projects: { nodes: [{ slug: "sample-project" }] },
        },
      ],
    },
  });
  expect((await setup()).code).toBe("CONFLICT");
});

test("of two set-ups at once, one wins and the other leaves nothing", async () => {
  const answers = await Promise.all([
    setup(),
    setup({ email: "eve@example.com", organizationName: "Eve's" }),
  ]);
  expect(answers.map(({ code }) => code).sort()).toEqual(["", "CONFLICT"]);
  const [{ users }] = await server.runtime.database.read.query("SELECT COUNT(*) AS users FROM users");
  const [{ organizations }] = await server.runtime.database.read.query(
    "SELECT COUNT(*) AS organizations FROM organizations",
  );
  expect([Number(users), Number(organizations)]).toEqual([1, 1]);
});

test("set-up without the token is refused and makes nothing", async () => {
  const guessed = await setup({ token: "guess" });
  expect(guessed.code).toBe("FORBIDDEN");
  expect(guessed.errors[0]?.message).toMatch(/every server has its own, unless SETUP_TOKEN is set/);
  expect((await call("{ server { setupRequired } }")).data).toEqual({ server: { setupRequired: true } });
});

test.each([
  ["a password of 11 bytes", { password: "12345678901" }, "input.password"],
  ["a password of 73 bytes", { password: `${"ä".repeat(36)}x` }, "input.password"],
  ["an address without @", { email: "lovelace-at-home" }, "input.email"],
  ["a name of spaces", { name: "  " }, "input.name"],
])("set-up with %s is refused without repeating it", async (_, input, path) => {
  const { code, errors } = await setup(input);
  expect(code).toBe("BAD_USER_INPUT");
  expect(errors[0]?.extensions.fields?.map((field) => field.path)).toEqual([path]);
  const [value] = Object.values(input);
  if (value?.trim()) expect(JSON.stringify(errors)).not.toContain(value);
  expect((await call("{ server { setupRequired } }")).data).toEqual({ server: { setupRequired: true } });
});

test("signing in sets a cookie that scripts cannot read, always a new one, and signing out ends it at once", async () => {
  await setup();
  const one = await signIn("  ADA@example.com ");
  const two = await signIn();
  expect(one.errors).toEqual([]);
  expect(one.headers.getSetCookie()[0]).toMatch(
    /^postern=[\w-]{43}; Path=\/; Expires=.+; HttpOnly; SameSite=Lax$/,
  );
  expect(cookieOf(one.headers)).not.toBe(cookieOf(two.headers));
  const session = { cookie: cookieOf(one.headers) };
  expect(await viewer(session)).toEqual({ __typename: "User" });
  const out = await call("mutation { signOut }", {}, session);
  expect(out.headers.getSetCookie()[0]).toMatch(/^postern=;/);
  expect(await viewer(session)).toBeNull();
  expect(await viewer({ cookie: cookieOf(two.headers) })).toEqual({ __typename: "User" });
});

test("a wrong password and an unknown address answer the same", async () => {
  await setup();
  const wrong = await signIn(ada.email, "correct horse batterx");
  const unknown = await signIn("eve@example.com");
  expect(wrong.code).toBe("UNAUTHENTICATED");
  expect(unknown.errors).toEqual(wrong.errors);
  expect(wrong.headers.getSetCookie()).toEqual([]);
});

test("after ten failures from one place, the next try has to wait, and another account does not", async () => {
  await setup();
  for (let i = 0; i < 10; i++) await signIn("guessed@example.com", "wrong password");
  const refused = await signIn("guessed@example.com", "wrong password");
  expect(refused.code).toBe("RATE_LIMITED");
  expect(refused.errors[0]?.extensions.retryAfterSeconds).toBeGreaterThan(0);
  expect((await signIn()).errors).toEqual([]);
});

test("sixty guesses at once are no more than ten", async () => {
  await setup();
  const answers = await Promise.all(
    Array.from({ length: 60 }, () => signIn("many@example.com", "wrong password")),
  );
  expect(answers.filter(({ code }) => code === "UNAUTHENTICATED")).toHaveLength(10);
  expect(answers.filter(({ code }) => code === "RATE_LIMITED")).toHaveLength(50);
});

test("a session ends after twelve hours without use, and after thirty days at the latest", async () => {
  await setup();
  const idle = { cookie: cookieOf((await signIn()).headers) };
  server.advance(11 * HOUR_MS);
  expect(await viewer(idle)).toEqual({ __typename: "User" });
  server.advance(11 * HOUR_MS);
  expect(await viewer(idle)).toEqual({ __typename: "User" });
  server.advance(12 * HOUR_MS);
  expect(await viewer(idle)).toBeNull();

  const used = { cookie: cookieOf((await signIn()).headers) };
  for (let hours = 0; hours < 30 * 24 - 10; hours += 10) {
    server.advance(10 * HOUR_MS);
    expect(await viewer(used)).toEqual({ __typename: "User" });
  }
  server.advance(10 * HOUR_MS);
  expect(await viewer(used)).toBeNull();
});

test("the database holds no token and no password, only their hashes", async () => {
  const { headers } = await setup();
  const token = cookieOf(headers)?.split("=")[1] ?? "missing";
  const sessions = JSON.stringify(await server.runtime.database.read.query("SELECT * FROM sessions"));
  const users = JSON.stringify(await server.runtime.database.read.query("SELECT * FROM users"));
  expect(sessions).not.toContain(token);
  expect(users).not.toContain(ada.password);
  expect(users).toContain("$2b$12$");
});
