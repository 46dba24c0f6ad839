import bcrypt from "bcrypt";
import { AuditEntry } from "../audit/audit-entry.entity.js";
import { anonymous, type Caller, cookieOf, graphql } from "../testing/client.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { type Person, person, type World, world } from "../testing/world.js";
import { User } from "../user/user.entity.js";

const HOUR_MS = 60 * 60 * 1000;
const PASSWORD = "correct horse battery";
const NEW_PASSWORD = "a staple that is longer";

let server: TestServer;
let ada: Person;
let eve: Person;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  const hash = await bcrypt.hash(PASSWORD, 4);
  ada = await person(server, "Ada", hash);
  eve = await person(server, "Eve", hash);
});
afterAll(() => server?.stop());

const call = <T = Record<string, unknown>>(caller: Caller, query: string, variables: object = {}) =>
  graphql<T>(server.url, caller, query, variables);
const signIn = async ({ email }: Person, password = PASSWORD, userAgent?: string) => {
  const query = "mutation ($input: SignInInput!) { signIn(input: $input) { user { name } } }";
  const answer = await call({ ...anonymous, userAgent }, query, { input: { email, password } });
  return { ...answer, cookie: cookieOf(answer.headers) ?? "" };
};
const changePassword = async (
  caller: Caller,
  currentPassword = PASSWORD,
  newPassword = NEW_PASSWORD,
  userAgent?: string,
) => {
  const query = "mutation ($input: ChangePasswordInput!) { changePassword(input: $input) }";
  const answer = await call({ ...caller, userAgent }, query, { input: { currentPassword, newPassword } });
  return { ...answer, cookie: cookieOf(answer.headers) ?? "" };
};
const isSignedIn = async (caller: Caller) =>
  (await call(caller, "{ viewer { __typename } }")).data["viewer"] !== null;
interface Listed {
  id: string;
  current: boolean;
  ip: string | null;
  userAgent: string | null;
}
const sessionsOf = async (caller: Caller): Promise<Listed[]> =>
  (
    await call<{ viewer: { sessions: Listed[] } }>(
      caller,
      "{ viewer { ... on User { sessions { id createdAt lastSeenAt ip userAgent current } } } }",
    )
  ).data.viewer.sessions;
const endSession = (caller: Caller, id: string) =>
  call(caller, "mutation ($id: ID!) { endSession(id: $id) }", { id });
const actionsOf = async ({ userId }: Person) =>
  (await server.runtime.database.read.findBy(AuditEntry, { actor: { userId } })).map(({ action }) => action);

test("a new password ends every other session, gives this browser a new one, and is needed from then on", async () => {
  const other = await signIn(ada);
  const changed = await changePassword(ada);
  expect([changed.errors, changed.data]).toEqual([[], { changePassword: true }]);
  expect(changed.cookie).not.toBe("");
  expect(changed.cookie).not.toBe(ada.cookie);
  expect(await isSignedIn(ada)).toBe(false);
  expect(await isSignedIn(other)).toBe(false);
  expect(await isSignedIn(changed)).toBe(true);
  expect(await isSignedIn(eve)).toBe(true);
  expect((await signIn(ada)).code).toBe("UNAUTHENTICATED");
  expect((await signIn(ada, NEW_PASSWORD)).errors).toEqual([]);
  expect((await actionsOf(ada)).sort()).toEqual([
    "session.create",
    "session.create",
    "session.create",
    "session.end",
    "session.end",
    "user.changePassword",
  ]);
});

test("a wrong current password changes nothing and is named where it is; a bad new one, too", async () => {
  const { passwordHash } = await server.runtime.database.read.findOneOrFail(User, {
    where: { id: ada.userId },
    select: { passwordHash: true },
  });
  const wrong = await changePassword(ada, "not the right one");
  expect(wrong.errors[0]?.extensions.fields?.map(({ path }) => path)).toEqual(["input.currentPassword"]);
  const short = await changePassword(ada, PASSWORD, "too short");
  expect(short.errors[0]?.extensions.fields?.map(({ path }) => path)).toEqual(["input.newPassword"]);
  expect(JSON.stringify([wrong.errors, short.errors])).not.toMatch(/not the right one|too short/);
  expect([wrong.cookie, short.cookie]).toEqual(["", ""]);
  expect(
    await server.runtime.database.read.findOneOrFail(User, {
      where: { id: ada.userId },
      select: { passwordHash: true },
    }),
  ).toMatchObject({ passwordHash });
  expect(await isSignedIn(ada)).toBe(true);
});

test("guessing the current password is slowed down, together with signing in", async () => {
  for (let i = 0; i < 5; i++) await changePassword(ada, "wrong password");
  for (let i = 0; i < 5; i++) await signIn(ada, "wrong password");
  expect((await changePassword(ada)).code).toBe("RATE_LIMITED");
  expect((await signIn(ada)).code).toBe("RATE_LIMITED");
  expect((await changePassword(eve)).errors).toEqual([]);
});

test("of two changes at once, one wins and the other learns that its current password is wrong", async () => {
  const second = await signIn(ada);
  const answers = await Promise.all([
    changePassword(ada, PASSWORD, "the first new password"),
    changePassword(second, PASSWORD, "the second new password"),
  ]);
  expect(answers.map(({ code }) => code).sort()).toEqual(["", "BAD_USER_INPUT"]);
  const live = [];
  for (const { cookie } of answers) if (cookie !== "" && (await isSignedIn({ cookie }))) live.push(cookie);
  expect(live).toHaveLength(1);
});

test("a sign-in under way while the password changes does not outlive it", async () => {
  for (let round = 0; round < 10; round++) {
    const someone = await person(server, "Someone", await bcrypt.hash(PASSWORD, 8));
    const [changed, other] = await Promise.all([changePassword(someone), signIn(someone)]);
    expect(changed.errors).toEqual([]);
    if (other.cookie !== "") expect(await isSignedIn({ cookie: other.cookie })).toBe(false);
    expect(await sessionsOf(changed)).toHaveLength(1);
  }
});

test("a user sees their own sessions, the last used first, and nobody else's", async () => {
  const acme: World = await world(server);
  server.advance(2 * 60 * 1000);
  const other = await signIn(ada);
  const listed = await sessionsOf(other);
  expect(listed).toHaveLength(2);
  expect(listed.filter(({ current }) => current)).toHaveLength(1);
  expect(listed[0]).toMatchObject({ current: true, ip: "127.0.0.1" });
  expect((await sessionsOf(ada)).find(({ current }) => current)?.id).toBe(listed[1]?.id);
  const { data } = await call<{
    organization: { members: { nodes: { user: { name: string; sessions: unknown } }[] } };
  }>(
    acme.owner,
    "query ($id: ID!) { organization(id: $id) { members { nodes { user { name sessions { id } } } } } }",
    { id: acme.organization.id },
  );
  const seen = data.organization.members.nodes.filter(({ user }) => user.sessions !== null);
  expect(seen.map(({ user }) => user.name)).toEqual([acme.owner.name]);
});

test("a session says with what it signed in, and with what its password was changed", async () => {
  const changed = await changePassword(
    ada,
    PASSWORD,
    NEW_PASSWORD,
    "Firefox/140.0 (tab:\tno\x85w) ".repeat(20),
  );
  const [own] = await sessionsOf(changed);
  expect(own?.userAgent).toHaveLength(255);
  expect(own?.userAgent).toMatch(/^Firefox\/140\.0 \(tab:now\) Firefox/);
  // Only the sign-in is kept: what comes later in the session changes nothing.
  await graphql(server.url, { ...changed, userAgent: "curl/8.0" }, "{ viewer { __typename } }");
  expect((await sessionsOf(changed))[0]?.userAgent).toBe(own?.userAgent);
  const signedIn = await signIn(eve, PASSWORD, "Postern's own test/1.0");
  const listed = await sessionsOf(signedIn);
  expect(listed.find(({ current }) => current)?.userAgent).toBe("Postern's own test/1.0");
});

test("a session that is over is not listed", async () => {
  const idle = await person(server, "Ida", await bcrypt.hash(PASSWORD, 4));
  server.advance(12 * HOUR_MS);
  const fresh = await signIn(idle);
  expect(await sessionsOf(fresh)).toHaveLength(1);
  server.advance(-12 * HOUR_MS);
});

test("ending one session holds at once and leaves the others", async () => {
  const other = await signIn(ada);
  const [current] = (await sessionsOf(other)).filter((session) => session.current);
  expect((await endSession(ada, current?.id ?? "")).data).toEqual({ endSession: true });
  expect(await isSignedIn(other)).toBe(false);
  expect(await isSignedIn(ada)).toBe(true);
  expect((await endSession(ada, current?.id ?? "")).code).toBe("NOT_FOUND");
  const [own] = await sessionsOf(ada);
  const ended = await endSession(ada, own?.id ?? "");
  expect(ended.headers.getSetCookie()[0]).toMatch(/^postern=;/);
  expect(await isSignedIn(ada)).toBe(false);
});

test("somebody else's session is as unknown as an absent one", async () => {
  const [own] = await sessionsOf(ada);
  const ids = [own?.id ?? "", "ses_00000000000000000000000000", "1' OR 1=1"];
  const answers = await Promise.all(ids.map((id) => endSession(eve, id)));
  expect(new Set(answers.map(({ errors }) => JSON.stringify(errors))).size).toBe(1);
  expect(answers[0]?.code).toBe("NOT_FOUND");
  expect(await isSignedIn(ada)).toBe(true);
});

test("ending the other sessions leaves this one, and those of others", async () => {
  const others = [await signIn(ada), await signIn(ada)];
  expect((await call(ada, "mutation { endOtherSessions }")).data).toEqual({ endOtherSessions: 2 });
  expect((await call(ada, "mutation { endOtherSessions }")).data).toEqual({ endOtherSessions: 0 });
  for (const other of others) expect(await isSignedIn(other)).toBe(false);
  expect(await isSignedIn(ada)).toBe(true);
  expect(await isSignedIn(eve)).toBe(true);
});

test("nobody and no API key has a password or sessions", async () => {
  const acme: World = await world(server);
  const key = await acme.organizationKey("PRIVILEGED");
  const [own] = await sessionsOf(acme.owner);
  const outcomes = async (caller: Caller) => [
    (await changePassword(caller)).code,
    (await endSession(caller, own?.id ?? "")).code,
    (await call(caller, "mutation { endOtherSessions }")).code,
  ];
  expect(new Set(await outcomes(anonymous))).toEqual(new Set(["UNAUTHENTICATED"]));
  expect(new Set(await outcomes(key))).toEqual(new Set(["FORBIDDEN"]));
  expect(await isSignedIn(acme.owner)).toBe(true);
});
