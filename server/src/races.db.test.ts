import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { authenticateSecret } from "./api-key/authenticate.js";
import { ANONYMOUS } from "./auth/principal.js";
import { createContext } from "./context.js";
import { type Caller, graphql } from "./testing/client.js";
import { startTestServer, type TestServer } from "./testing/test-server.js";
import { type World, world } from "./testing/world.js";

// Each race is run this often, on two server processes over one MariaDB, or on the one that SQLite serves.
const ROUNDS = 200;
const MAIN = fileURLToPath(new URL("../dist/main.js", import.meta.url));

let server: TestServer;
let acme: World;
let other: ChildProcess | undefined;
let otherUrl: string;
beforeAll(async () => {
  server = await startTestServer();
  acme = await world(server);
  otherUrl = server.url;
  const { config } = server.runtime;
  if (config.database.dialect !== "sqlite") {
    other = spawn(process.execPath, [MAIN], {
      env: {
        PORT: "0",
        DATA_DIR: config.dataDir,
        DATABASE_URL: config.database.url,
        TARGET_ALLOW: "127.0.0.0/8",
      },
    });
    let output = "";
    while (!output.includes("is ready"))
      output += (await once(other.stdout ?? process.stdin, "data")).toString();
    otherUrl = /Open +(http:\S+)/.exec(output)?.[1] ?? "";
  }
});
afterAll(async () => {
  if (other) {
    other.kill("SIGTERM");
    await once(other, "close");
  }
  await server?.stop();
});

const trigger = (url: string, caller: Caller) =>
  graphql(
    url,
    caller,
    "mutation ($id: ID!) { triggerWorkflow(input: { workflowId: $id }) { execution { id } } }",
    {
      id: acme.workflow.id,
    },
  );

test("no call is accepted once the revocation was answered, on no server", async () => {
  let acceptedBefore = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const key = await acme.projectKey();
    const underWay = Array.from({ length: 3 }, () => trigger(otherUrl, key));
    const revoked = await graphql(
      server.url,
      acme.owner,
      "mutation ($id: ID!) { revokeApiKey(input: { id: $id }) { status } }",
      { id: key.id },
    );
    expect(revoked.errors).toEqual([]);
    const after = await Promise.all([trigger(otherUrl, key), trigger(server.url, key)]);
    expect(after.map(({ status }) => status)).toEqual([401, 401]);
    acceptedBefore += (await Promise.all(underWay)).filter(({ errors }) => errors.length === 0).length;
  }
  // Else nothing was raced: the revocation always came first.
  expect(acceptedBefore).toBeGreaterThan(0);
}, 180_000);

test("a key works in the millisecond before its expiry and not in the one in which it expires", async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const expiresAt = new Date(server.now().getTime() + 400_000 + round * 7919);
    const { data } = await graphql<{ createProjectApiKey: { secret: string } }>(
      server.url,
      acme.owner,
      "mutation ($input: CreateProjectApiKeyInput!) { createProjectApiKey(input: $input) { secret } }",
      { input: { projectId: acme.project.id, expiry: { policy: "CUSTOM", expiresAt } } },
    );
    const at = (offset: number) => {
      const ctx = createContext(server.runtime, { principal: ANONYMOUS, requestId: "boundary" });
      const clock = () => new Date(expiresAt.getTime() + offset);
      return authenticateSecret({ ...ctx, clock }, data.createProjectApiKey.secret, () => {});
    };
    expect((await at(-1)).kind).toBe("API_KEY");
    await expect(at(0)).rejects.toMatchObject({ code: "UNAUTHENTICATED", details: { reason: "EXPIRED" } });
  }
}, 180_000);

test("of two things that take one slug at once, exactly one gets it", async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const create = (url: string) =>
      graphql(
        url,
        acme.owner,
        "mutation ($input: CreateProjectInput!) { createProject(input: $input) { id } }",
        {
          input: { organizationId: acme.organization.id, name: `Raced ${round}` },
        },
      );
    const codes = (await Promise.all([create(server.url), create(otherUrl)])).map(({ code }) => code);
    expect(codes.sort()).toEqual(["", "CONFLICT"]);
  }
}, 180_000);
