import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { Like } from "typeorm";
import { authenticateSecret } from "./api-key/authenticate.js";
import { ANONYMOUS } from "./auth/principal.js";
import { createContext } from "./context.js";
import { Execution } from "./execution/execution.entity.js";
import { type Caller, graphql } from "./testing/client.js";
import { startTestServer, type TestServer } from "./testing/test-server.js";
import { type World, world } from "./testing/world.js";

// Each race is run this often, on two server processes over one MariaDB, or on the one that SQLite serves.
const ROUNDS = 200;
// A key may call 600 times a minute.
const IDENTICAL_ROUNDS = 30;
const MAIN = fileURLToPath(new URL("../dist/main.js", import.meta.url));

let server: TestServer;
let acme: World;
let other: ChildProcess | undefined;
let otherUrl: string;
beforeAll(async () => {
  server = await startTestServer();
  // No name to look up: Node looks up two at a time, and the tests' own calls would wait for those.
  acme = await world(server, "http://127.0.0.1:9/");
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
});

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
});

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
});

test("of 18 identical triggers at once, on both servers, one starts an execution and all answer with it", async () => {
  const key = await acme.organizationKey();
  const send = (url: string, round: number) =>
    graphql<{ triggerWorkflow: { replayed: boolean; execution: { id: string } } }>(
      url,
      key,
      `mutation ($input: TriggerWorkflowInput!) {
        triggerWorkflow(input: $input) { replayed execution { id } } }`,
      { input: { workflowId: acme.workflow.id, idempotencyKey: `raced-${round}`, input: { round } } },
    );
  for (let round = 0; round < IDENTICAL_ROUNDS; round++) {
    const urls = Array.from({ length: 18 }, (_, index) => (index % 2 ? otherUrl : server.url));
    const answers = await Promise.all(urls.map((url) => send(url, round)));
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    const started = answers.map(({ data }) => data.triggerWorkflow);
    expect(new Set(started.map(({ execution }) => execution.id)).size).toBe(1);
    expect(started.filter(({ replayed }) => !replayed)).toHaveLength(1);
  }
  const rows = await server.runtime.database.read.countBy(Execution, { idempotencyKey: Like("raced-%") });
  expect(rows).toBe(IDENTICAL_ROUNDS);
});
