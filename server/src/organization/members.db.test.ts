import bcrypt from "bcrypt";
import { AuditEntry } from "../audit/audit-entry.entity.js";
import { inTransaction } from "../database/unit-of-work.js";
import { type Server, startServer } from "../server.js";
import { anonymous, type Caller, cookieOf, graphql } from "../testing/client.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { contextOf, join, type Member, type Person, person, type World, world } from "../testing/world.js";
import { User } from "../user/user.entity.js";
import { Invitation } from "./invitation.entity.js";
import { Membership } from "./membership.entity.js";
import { Organization } from "./organization.entity.js";

declare const TEST_DATABASE: "sqlite" | "mariadb";

const DAY_MS = 24 * 60 * 60 * 1000;
const PASSWORD = "correct horse battery";

let server: TestServer;
let acme: World;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  acme = await world(server);
});
afterAll(() => server?.stop());

const call = <T = Record<string, unknown>>(caller: Caller, query: string, variables: object = {}) =>
  graphql<T>(server.url, caller, query, variables);

let count = 0;
const newAddress = () => `invited-${++count}@example.com`;

interface Invited {
  inviteMember: { invitation: { id: string; email: string; role: string; expiresAt: string }; url: string };
}
const invite = (caller: Caller, input: object = {}) =>
  call<Invited>(
    caller,
    "mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { url invitation { id email role expiresAt } } }",
    { input: { organizationId: acme.organization.id, email: newAddress(), role: "MEMBER", ...input } },
  );
const tokenOf = (url: string) => url.slice(url.lastIndexOf("/") + 1);
/** An open invitation: its id, its token and whom it is for. */
async function invited(input: object = {}, by: Caller = acme.owner) {
  const { data, errors } = await invite(by, input);
  expect(errors).toEqual([]);
  const { invitation, url } = data.inviteMember;
  return { ...invitation, token: tokenOf(url) };
}
const accept = (token: string, input: object = {}, caller: Caller = anonymous) =>
  call<{ acceptInvitation: { user: { email: string; memberships: { role: string }[] } } }>(
    caller,
    "mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { user { email memberships { role } } } }",
    { input: { token, name: "Nora New", password: PASSWORD, ...input } },
  );
const revoke = (caller: Caller, id: string) =>
  call(caller, "mutation ($id: ID!) { revokeInvitation(id: $id) }", { id });
const remove = (caller: Caller, id: string, url = server.url) =>
  graphql(url, caller, "mutation ($id: ID!) { removeMember(id: $id) }", { id });
const update = (caller: Caller, id: string, role: string, url = server.url) =>
  graphql<{ updateMember: { role: string } }>(
    url,
    caller,
    "mutation ($input: UpdateMemberInput!) { updateMember(input: $input) { role } }",
    { input: { id, role } },
  );
const members = (caller: Caller, args = "") =>
  call<{
    organization: {
      members: { totalCount: number; nodes: { role: string; user: { name: string } }[] } | null;
    } | null;
  }>(
    caller,
    `query ($id: ID!) { organization(id: $id) { members${args} { totalCount nodes { role user { name } } } } }`,
    { id: acme.organization.id },
  );
const db = () => server.runtime.database.read;
const ownership = async (organizationId = acme.organization.id) => {
  const { ownerCount } = await db().findOneByOrFail(Organization, { id: organizationId });
  const owners = await db().countBy(Membership, { organizationId, role: "OWNER" });
  return { ownerCount, owners };
};
const audited = async (organizationId = acme.organization.id) =>
  (await db().find(AuditEntry, { where: { organizationId }, order: { at: "ASC", id: "ASC" } })).map(
    ({ action, targetName, actor }) => `${actor.name}: ${action} ${targetName}`,
  );
const newOwner = async (): Promise<Member> =>
  join(server, await person(server, "Otto Owner"), acme.organization, "OWNER");
const ownMembership = ({ userId }: Person) =>
  db().findOneByOrFail(Membership, { userId, organizationId: acme.organization.id });

test("every member sees all members, by order of coming, and no key sees one", async () => {
  const { data } = await members(acme.member);
  expect(data.organization?.members?.totalCount).toBe(6);
  expect(data.organization?.members?.nodes[0]).toEqual({ role: "OWNER", user: { name: acme.owner.name } });
  expect((await members(acme.stranger)).data).toEqual({ organization: null });
  const key = await members(await acme.organizationKey("PRIVILEGED"));
  expect([key.code, key.data]).toEqual(["FORBIDDEN", { organization: { members: null } }]);
});

test("members are searched by name and e-mail address, in any letter case, and paged", async () => {
  const elodie = await join(server, await person(server, "Élodie 100%"), acme.organization, "MEMBER");
  const found = async (search: string) =>
    (await members(acme.member, `(search: ${JSON.stringify(search)})`)).data.organization?.members?.nodes.map(
      ({ user }) => user.name,
    );
  expect(await found("éLODIE")).toEqual([elodie.name]);
  expect(await found("0%")).toEqual([elodie.name]);
  expect(await found("%")).toEqual([elodie.name]);
  expect(await found(acme.editor.email.toUpperCase())).toEqual([acme.editor.name]);
  expect(await found(acme.editor.userId)).toEqual([acme.editor.name]);
  expect(await found(acme.editor.userId.slice(0, -1))).toEqual([]);
  expect(await found(acme.stranger.userId)).toEqual([]);
  expect(await found("nobody at all")).toEqual([]);
  expect(await found(acme.stranger.email)).toEqual([]);
  expect((await members(acme.member, "(first: 2)")).data.organization?.members).toMatchObject({
    totalCount: 7,
    nodes: [{}, {}],
  });
});

test("an invited person without an account joins with a name and a password, once, and is signed in", async () => {
  const { data, errors } = await invite(acme.owner, { email: " New.Person@Example.com ", role: "ADMIN" });
  expect(errors).toEqual([]);
  const { invitation, url } = data.inviteMember;
  expect(invitation).toMatchObject({ email: "new.person@example.com", role: "ADMIN" });
  expect(url).toMatch(/^http:\/\/localhost:\d+\/invitations\/pst_i_[0-9a-f]{64}$/);
  const sevenDays = Date.parse(invitation.expiresAt) - server.now().getTime();
  expect(Math.abs(sevenDays - 7 * DAY_MS)).toBeLessThan(60_000);

  const token = tokenOf(url);
  const joined = await accept(token);
  expect(joined.errors).toEqual([]);
  expect(joined.data.acceptInvitation.user).toEqual({
    email: "new.person@example.com",
    memberships: [{ role: "ADMIN" }],
  });
  const viewer = await call({ cookie: cookieOf(joined.headers) }, "{ viewer { ... on User { name } } }");
  expect(viewer.data).toEqual({ viewer: { name: "Nora New" } });
  expect((await accept(token)).code).toBe("NOT_FOUND");
  const signIn = await call(
    anonymous,
    `mutation { signIn(input: { email: "new.person@example.com", password: "${PASSWORD}" }) { user { name } } }`,
  );
  expect(signIn.errors).toEqual([]);
  expect((await audited()).slice(-3)).toEqual([
    "Olivia Owner: invitation.create new.person@example.com",
    "Nora New: invitation.accept new.person@example.com",
    "Nora New: member.add Nora New",
  ]);
});

test("a new account needs a name and a password that keeps the rule, and the invitation stays open until then", async () => {
  const { token } = await invited();
  const refused = await accept(token, { name: null, password: "too short" });
  expect(refused.code).toBe("BAD_USER_INPUT");
  expect(refused.errors[0]?.extensions.fields?.map(({ path }) => path)).toEqual([
    "input.name",
    "input.password",
  ]);
  expect((await accept(token)).errors).toEqual([]);
});

test("whoever has an account proves it with its password, keeps it, and joins", async () => {
  const known = await person(server, "Kim Known", await bcrypt.hash(PASSWORD, 4));
  const { token } = await invited({ email: known.email });
  const wrong = await accept(token, { password: "not the right one" });
  const signIn = await call(
    anonymous,
    `mutation { signIn(input: { email: "${known.email}", password: "not the right one" }) { user { name } } }`,
  );
  expect(wrong.code).toBe("UNAUTHENTICATED");
  expect(wrong.errors[0]?.extensions).toEqual(signIn.errors[0]?.extensions);
  expect(wrong.headers.getSetCookie()).toEqual([]);
  const before = await db().count(User);
  const joined = await accept(token, { name: "Somebody Else" });
  expect(joined.errors).toEqual([]);
  expect(await db().count(User)).toBe(before);
  expect((await db().findOneByOrFail(User, { id: known.userId })).name).toBe("Kim Known");
  expect((await members(known)).data.organization?.members?.totalCount).toBe(7);
});

test("guessing an account's password through an invitation is slowed down like a sign-in", async () => {
  const known = await person(server, "Kim Known", await bcrypt.hash(PASSWORD, 4));
  const { token } = await invited({ email: known.email });
  for (let i = 0; i < 10; i++) await accept(token, { password: "wrong password" });
  expect((await accept(token)).code).toBe("RATE_LIMITED");
});

test("an expired, used, revoked or unknown token answers alike, and leaves nothing", async () => {
  const [expired, used, revoked] = [await invited(), await invited(), await invited()];
  expect((await accept(used.token)).errors).toEqual([]);
  expect((await revoke(acme.admin, revoked.id)).data).toEqual({ revokeInvitation: true });
  const before = await db().count(User);
  const answers = [
    await accept(used.token),
    await accept(revoked.token),
    await accept(`pst_i_${"0".repeat(64)}`),
    await accept(""),
  ];
  server.advance(7 * DAY_MS);
  answers.push(await accept(expired.token));
  server.advance(-7 * DAY_MS);
  expect(new Set(answers.map(({ errors }) => JSON.stringify(errors))).size).toBe(1);
  expect(answers[0]?.code).toBe("NOT_FOUND");
  expect(await db().count(User)).toBe(before);
  expect((await accept(expired.token)).errors).toEqual([]);
});

test("whoever holds the link learns what it invites into, until it ends; not whether the address has an account", async () => {
  const offered = async (token: string) =>
    (
      await graphql<{ invitation: object | null }>(
        server.url,
        anonymous,
        "query ($token: String!) { invitation(token: $token) { organizationName email role invitedBy expiresAt } }",
        { token },
      )
    ).data.invitation;
  const { token, id, email, expiresAt } = await invited({ role: "ADMIN" });
  expect(await offered(token)).toEqual({
    organizationName: expect.any(String),
    email,
    role: "ADMIN",
    invitedBy: acme.owner.name,
    expiresAt,
  });
  server.advance(7 * DAY_MS);
  expect(await offered(token)).toBeNull();
  server.advance(-7 * DAY_MS);
  expect((await revoke(acme.admin, id)).data).toEqual({ revokeInvitation: true });
  expect(await offered(token)).toBeNull();
  expect(await offered("")).toBeNull();
});

test("of two who accept at once, one wins", async () => {
  const { token, email } = await invited({ role: "OWNER" });
  const answers = await Promise.all([accept(token), accept(token)]);
  const codes = answers.map(({ code }) => code);
  expect(codes).toContain("");
  expect(codes.filter((code) => code === "")).toHaveLength(1);
  expect(await db().countBy(User, { email })).toBe(1);
  expect(await ownership()).toEqual({ ownerCount: 2, owners: 2 });
});

test("a person of one address has one account, however many invitations are accepted at once", async () => {
  const email = newAddress();
  const other = await world(server);
  const first = await invited({ email });
  const second = await invited({ email, organizationId: other.organization.id }, other.owner);
  const answers = await Promise.all([accept(first.token), accept(second.token)]);
  expect(answers.map(({ code }) => code)).toContain("");
  for (const { token } of [first, second]) await accept(token);
  expect(await db().countBy(User, { email })).toBe(1);
  const user = await db().findOneByOrFail(User, { email });
  expect(await db().countBy(Membership, { userId: user.id })).toBe(2);
});

test("an address has one open invitation to an organization; an expired or revoked one makes room", async () => {
  const first = await invited();
  expect((await invite(acme.admin, { email: first.email })).code).toBe("CONFLICT");
  const { data } = await invite(acme.stranger, {
    email: first.email,
    organizationId: acme.foreignOrganization.id,
  });
  expect(data.inviteMember.invitation.email).toBe(first.email);
  await revoke(acme.owner, first.id);
  const second = await invited({ email: first.email });
  server.advance(7 * DAY_MS);
  const later = await person(server, "Lara Later");
  const manager = await join(server, later, acme.organization, "ADMIN");
  const third = await invited({ email: first.email }, manager);
  server.advance(-7 * DAY_MS);
  expect((await accept(second.token)).code).toBe("NOT_FOUND");
  expect((await accept(third.token)).errors).toEqual([]);
  expect((await invite(acme.owner, { email: first.email })).code).toBe("CONFLICT");
  expect((await invite(acme.owner, { email: acme.editor.email })).errors[0]?.extensions.fields).toEqual([
    { path: "input.email", message: "This person is a member already." },
  ]);
});

test("only an owner invites an owner", async () => {
  expect((await invite(acme.admin, { role: "OWNER" })).code).toBe("FORBIDDEN");
  const { token } = await invited({ role: "OWNER" });
  expect((await accept(token)).errors).toEqual([]);
  expect(await ownership()).toEqual({ ownerCount: 2, owners: 2 });
});

test("open invitations are listed for those who manage members, and for nobody else", async () => {
  const first = await invited();
  server.advance(1000);
  const second = await invited({}, acme.admin);
  const list = (caller: Caller) =>
    call(
      caller,
      "query ($id: ID!) { organization(id: $id) { invitations { id email role invitedBy { name } } } }",
      { id: acme.organization.id },
    );
  expect((await list(acme.admin)).data).toEqual({
    organization: {
      invitations: [
        { id: second.id, email: second.email, role: "MEMBER", invitedBy: { name: acme.admin.name } },
        { id: first.id, email: first.email, role: "MEMBER", invitedBy: { name: acme.owner.name } },
      ],
    },
  });
  for (const caller of [acme.member, acme.projectAdmin, await acme.organizationKey("PRIVILEGED")]) {
    const { code, data } = await list(caller);
    expect([code, data]).toEqual(["FORBIDDEN", { organization: { invitations: null } }]);
  }
  expect((await list(acme.stranger)).data).toEqual({ organization: null });
});

test("no API key accepts an invitation", async () => {
  const { token } = await invited();
  expect((await accept(token, {}, await acme.organizationKey("PRIVILEGED"))).code).toBe("FORBIDDEN");
  expect((await accept(token)).errors).toEqual([]);
});

test("the token is in the answer alone: not in the database, the audit log or the log", async () => {
  const { token } = await invited();
  const rows = [await db().find(Invitation), await db().find(AuditEntry)];
  expect(JSON.stringify(rows)).not.toContain(token);
  await accept(token);
  expect(server.logged.join("\n")).not.toContain(token);
});

test("a role is changed by those who manage members, and holds for the next call", async () => {
  const { data, errors } = await update(acme.admin, acme.editor.membershipId, "ADMIN");
  expect([errors, data]).toEqual([[], { updateMember: { role: "ADMIN" } }]);
  expect((await invite(acme.editor)).errors).toEqual([]);
  await update(acme.editor, acme.admin.membershipId, "MEMBER");
  expect((await invite(acme.admin)).code).toBe("FORBIDDEN");
  const before = await audited();
  expect((await update(acme.owner, acme.editor.membershipId, "ADMIN")).errors).toEqual([]);
  expect(await audited()).toEqual(before);
  expect(before).toContain("Adam Admin: member.update Edgar Editor");
});

test("only an owner gives OWNER, takes it, or removes an owner; an admin does not raise themselves", async () => {
  const second = await newOwner();
  expect((await update(acme.admin, acme.admin.membershipId, "OWNER")).code).toBe("FORBIDDEN");
  expect((await update(acme.admin, second.membershipId, "MEMBER")).code).toBe("FORBIDDEN");
  expect((await remove(acme.admin, second.membershipId)).code).toBe("FORBIDDEN");
  expect(await ownership()).toEqual({ ownerCount: 2, owners: 2 });
  expect((await update(acme.owner, acme.admin.membershipId, "OWNER")).errors).toEqual([]);
  expect(await ownership()).toEqual({ ownerCount: 3, owners: 3 });
  expect((await update(acme.owner, second.membershipId, "ADMIN")).errors).toEqual([]);
  expect((await remove(acme.owner, acme.admin.membershipId)).errors).toEqual([]);
  expect(await ownership()).toEqual({ ownerCount: 1, owners: 1 });
});

test("everyone may leave; whoever left sees nothing any more, and another role does not come back with them", async () => {
  expect((await remove(acme.editor, acme.viewer.membershipId)).code).toBe("FORBIDDEN");
  expect((await remove(acme.editor, acme.editor.membershipId)).data).toEqual({ removeMember: true });
  expect((await members(acme.editor)).data).toEqual({ organization: null });
  const project = "query ($id: ID!) { project(id: $id) { id } }";
  expect((await call(acme.editor, project, { id: acme.project.id })).data).toEqual({ project: null });
  await join(server, acme.editor, acme.organization, "MEMBER");
  expect((await call(acme.editor, project, { id: acme.project.id })).data).toEqual({ project: null });
  expect(await audited()).toContain("Edgar Editor: member.remove Edgar Editor");
});

test("the last owner is neither removed nor demoted, nor leaves", async () => {
  const { id } = await ownMembership(acme.owner);
  for (const answer of [await remove(acme.owner, id), await update(acme.owner, id, "ADMIN")]) {
    expect(answer.code).toBe("CONFLICT");
    expect(answer.errors[0]?.message).toContain("last owner");
  }
  expect(await ownership()).toEqual({ ownerCount: 1, owners: 1 });
});

test("a foreign, an absent and a meaningless id answer alike, for members and invitations", async () => {
  const foreign = await join(server, await person(server, "Fred"), acme.foreignOrganization, "MEMBER");
  const { data } = await invite(acme.stranger, { organizationId: acme.foreignOrganization.id });
  const ids = [foreign.membershipId, "mem_00000000000000000000000000", "1' OR 1=1", acme.project.id];
  const invitations = [data.inviteMember.invitation.id, "inv_00000000000000000000000000", "", "%"];
  const answers = [
    ...(await Promise.all(ids.map((id) => remove(acme.owner, id)))),
    ...(await Promise.all(ids.map((id) => update(acme.owner, id, "ADMIN")))),
    ...(await Promise.all(invitations.map((id) => revoke(acme.owner, id)))),
  ];
  expect(new Set(answers.map(({ code }) => code))).toEqual(new Set(["NOT_FOUND"]));
  expect(new Set(answers.map(({ errors }) => errors[0]?.message)).size).toBe(2);
});

test("a person is seen with the memberships that the viewer shares, and with none by a key", async () => {
  const seen =
    "{ organization: organizations { nodes { members { nodes { user { memberships { id } } } } } } }";
  await join(server, acme.member, acme.foreignOrganization, "MEMBER");
  const { data } = await call<{
    organization: { nodes: { members: { nodes: { user: { memberships: unknown[] } }[] } }[] };
  }>(acme.viewer, seen);
  const counts = data.organization.nodes[0]?.members.nodes.map(({ user }) => user.memberships.length);
  expect(counts).toEqual([1, 1, 1, 1, 1, 1]);
});

describe("two owners against one another", () => {
  const ROUNDS = 200;
  let second: Server | null = null;
  let urls: [string, string];
  beforeAll(async () => {
    urls = [server.url, server.url];
    // SQLite has one process; MariaDB may have many, each with its own connections.
    if (TEST_DATABASE === "sqlite") return;
    const { config, log } = server.runtime;
    second = await startServer(config, log, { clock: server.now, stopWithinMs: 100 });
    urls[1] = `http://127.0.0.1:${second.port}`;
  });
  afterAll(() => second?.stop());

  type Act = (caller: Caller, id: string, url: string) => Promise<{ code: string }>;
  const acts: [string, Act, "the other" | "themselves"][] = [
    ["remove each other", remove, "the other"],
    ["demote each other", (caller, id, url) => update(caller, id, "MEMBER", url), "the other"],
    ["leave", remove, "themselves"],
    ["step down", (caller, id, url) => update(caller, id, "ADMIN", url), "themselves"],
  ];

  test.each(acts)("who %s at once leave one owner, every time", async (_, act, whom) => {
    const others = await newOwner();
    const pair = [acme.owner, others] as const;
    const ids = [(await ownMembership(acme.owner)).id, others.membershipId] as const;
    const targets = whom === "the other" ? [ids[1], ids[0]] : ids;
    const rows = await db().findBy(Membership, { organizationId: acme.organization.id, role: "OWNER" });
    for (let round = 0; round < ROUNDS; round++) {
      const order = round % 2 === 0 ? [0, 1] : [1, 0];
      const answers = await Promise.all(
        order.map((who) => act(pair[who] ?? {}, targets[who] ?? "", urls[who] ?? "")),
      );
      const codes = answers.map(({ code }) => code);
      expect(codes.filter((code) => code === "")).toHaveLength(1);
      expect(["CONFLICT", "FORBIDDEN", "NOT_FOUND"]).toEqual(
        expect.arrayContaining(codes.filter((code) => code !== "")),
      );
      expect(await ownership()).toEqual({ ownerCount: 1, owners: 1 });
      await inTransaction(contextOf(server, acme.owner), async (ctx) => {
        await ctx.db.save(Membership, rows);
        await ctx.db.update(Organization, { id: acme.organization.id }, { ownerCount: 2 });
      });
    }
  });
});
