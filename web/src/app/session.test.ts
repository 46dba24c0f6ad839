import {
  ApolloClient,
  ApolloLink,
  CombinedGraphQLErrors,
  gql,
  InMemoryCache,
  type TypedDocumentNode,
} from "@apollo/client";
import { from, mergeMap, of, throwError } from "rxjs";
import { SessionDocument, SignInDocument, SignOutDocument } from "../features/session/session.graphql.js";
import { Session, type SessionNews } from "./session.js";

const ADA = { __typename: "User", id: "user_ada", name: "Ada", email: "ada@example.com" };
const EVE = { ...ADA, id: "user_eve", name: "Eve", email: "eve@example.com" };

const OWN: TypedDocumentNode<{ own: string | null }> = gql`query Own { own }`;
const LIST: TypedDocumentNode<{ list: { edges: string[] } }> = gql`query List { list { edges } }`;
const CHANGE: TypedDocumentNode<{ change: boolean }> = gql`mutation Change { change }`;
const FOLLOW: TypedDocumentNode<{ follow: string }> = gql`subscription Follow { follow }`;

const refused = { data: null, errors: [{ message: "Sign in.", extensions: { code: "UNAUTHENTICATED" } }] };

/** A tab, and a server that knows `person`; what each asked the server, told the other tabs, and started with. */
function tab() {
  const server = { person: ADA as typeof ADA | null, asked: [] as string[], ownIsGone: false };
  const told: SessionNews[] = [];
  const starts: (string | undefined)[] = [];
  const session = new Session({
    tell: (news) => told.push(news),
    startAgain: (address) => starts.push(address),
  });
  const answers: Record<string, () => ApolloLink.Result> = {
    Session: () => ({ data: { server: SERVER, viewer: server.person } }),
    SignOut: () => ({ data: { signOut: true } }),
    Own: () => ({ data: { own: server.person && !server.ownIsGone ? "a thing" : null } }),
    List: () => ({ data: { list: { edges: server.person ? ["a thing"] : [] } } }),
    Change: () => (server.person ? { data: { change: true } } : refused),
    Follow: () => (server.person ? { data: { follow: "a thing" } } : refused),
  };
  const serve = new ApolloLink(({ operationName = "", variables }) => {
    server.asked.push(operationName);
    // What is answered is decided when it is asked.
    const answer =
      operationName === "SignIn" ? signedIn(server, variables["input"]) : answers[operationName]?.();
    return from(Promise.resolve()).pipe(
      mergeMap(() => (answer ? of(answer) : throwError(() => new Error(`Nobody answers ${operationName}.`)))),
    );
  });
  const client = new ApolloClient({
    link: ApolloLink.from([session.link(() => ask()), serve]),
    cache: new InMemoryCache(),
  });
  const ask = () => client.query({ query: SessionDocument, fetchPolicy: "no-cache" });
  const query = <Data>(query: TypedDocumentNode<Data>) => client.query({ query, fetchPolicy: "no-cache" });
  const signIn = (email: string) =>
    client.mutate({
      mutation: SignInDocument,
      variables: { input: { email, password: "right" } },
      fetchPolicy: "no-cache",
    });
  return { server, told, starts, session, client, ask, query, signIn };
}

const SERVER = { __typename: "ServerInfo", version: "1", setupRequired: false };

function signedIn(server: { person: typeof ADA | null }, { email }: { email: string }): ApolloLink.Result {
  const found = [ADA, EVE].find((person) => person.email === email);
  if (found === undefined) return refused;
  server.person = found;
  return { data: { signIn: { __typename: "SessionPayload", user: found } } };
}

/** Lets all that is under way come to its end or its standstill. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

async function signedInTab() {
  const it = tab();
  await it.ask();
  return it;
}

test("a query of an ended session is held, and asked once more when its user is there again", async () => {
  const { server, session, query, signIn, told, starts } = await signedInTab();
  server.person = null;
  const answers = Promise.all([query(OWN), query(LIST)]);
  await settle();
  expect(session.over.value).toEqual(ADA);
  await signIn(ADA.email);
  expect((await answers).map(({ data }) => data)).toMatchObject([
    { own: "a thing" },
    { list: { edges: ["a thing"] } },
  ]);
  expect(session.over.value).toBe(null);
  expect(server.asked.filter((name) => name === "Own")).toHaveLength(2);
  expect([told, starts]).toEqual([[{ kind: "entered", userId: ADA.id }], []]);
});

test("a mutation is refused, once its user is there to read it, and not repeated", async () => {
  const { server, session, client, signIn } = await signedInTab();
  server.person = null;
  const outcome = client.mutate({ mutation: CHANGE }).catch((error) => error);
  await settle();
  expect(session.over.value).toEqual(ADA);
  await signIn(ADA.email);
  expect(CombinedGraphQLErrors.is(await outcome)).toBe(true);
  expect(server.asked.filter((name) => name === "Change")).toHaveLength(1);
  expect((await client.mutate({ mutation: CHANGE })).data).toEqual({ change: true });
});

test("a stream that the server ended with the session begins anew", async () => {
  const { server, session, client, signIn } = await signedInTab();
  server.person = null;
  const seen: unknown[] = [];
  client.subscribe({ query: FOLLOW }).subscribe(({ data, error }) => seen.push(data ?? error));
  await settle();
  expect(session.over.value).toEqual(ADA);
  expect(seen).toEqual([]);
  await signIn(ADA.email);
  await settle();
  expect(seen).toEqual([{ follow: "a thing" }]);
});

test("nothing found while the session lasts is just that", async () => {
  const { server, session, query } = await signedInTab();
  server.ownIsGone = true;
  expect((await query(OWN)).data).toEqual({ own: null });
  expect(session.over.value).toBe(null);
  expect(server.asked).toEqual(["Session", "Own", "Session"]);
});

test("a wrong password leaves the page waiting; another user's starts the application again", async () => {
  const { server, session, query, signIn, starts } = await signedInTab();
  server.person = null;
  let answered = false;
  void query(OWN).then(() => {
    answered = true;
  });
  await settle();
  await expect(signIn("nobody@example.com")).rejects.toThrow();
  expect(session.over.value).toEqual(ADA);
  expect(starts).toEqual([]);
  await signIn(EVE.email);
  await settle();
  expect(starts).toEqual(["/"]);
  expect(answered).toBe(false);
});

test("an answer as to another user is shown to nobody", async () => {
  const { server, query, starts } = await signedInTab();
  server.person = EVE;
  server.ownIsGone = true;
  let answered = false;
  void query(OWN).then(() => {
    answered = true;
  });
  await settle();
  expect([starts, answered]).toEqual([["/"], false]);
});

test("who never was signed in is told at once", async () => {
  const { server, session, query, ask, client } = tab();
  server.person = null;
  expect((await ask()).data?.viewer).toBe(null);
  expect((await query(OWN)).data).toEqual({ own: null });
  await expect(client.mutate({ mutation: CHANGE })).rejects.toThrow();
  expect(session.over.value).toBe(null);
});

test("what another tab says: the same person ends the wait, another or nobody starts the page again", async () => {
  const one = await signedInTab();
  one.session.hear({ kind: "entered", userId: ADA.id });
  expect(one.starts).toEqual([]);
  one.server.person = null;
  const held = one.query(OWN);
  await settle();
  one.server.person = ADA;
  one.session.hear({ kind: "entered", userId: ADA.id });
  expect((await held).data).toEqual({ own: "a thing" });
  one.session.hear({ kind: "entered", userId: EVE.id });
  one.session.hear({ kind: "left" });
  expect(one.starts).toEqual(["/", "/sign-in?why=signed-out"]);
});

test("signing out tells the other tabs, and what follows is never shown", async () => {
  const { client, told, starts } = await signedInTab();
  let answered = false;
  void client.mutate({ mutation: SignOutDocument }).then(() => {
    answered = true;
  });
  await settle();
  expect([told, starts, answered]).toEqual([[{ kind: "left" }], ["/sign-in"], false]);
});
