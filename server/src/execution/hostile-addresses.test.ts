import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";
import { graphql } from "../testing/client.js";
import { failedAttempts, rowOf, show, trigger } from "../testing/executions.js";
import { until } from "../testing/receiver.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { type World, world } from "../testing/world.js";

// The whole way of a delivery, from createWorkflow on, with something on this machine that must not be reached.

const hasIPv6 = Object.values(networkInterfaces()).some((all) =>
  all?.some(({ address }) => address === "::1"),
);
/** One address of this machine that the operator allows; the canary listens on the others alone. */
const ALLOWED = "127.0.0.2";

let canary: Server;
let canary6: Server | undefined;
let connections = 0;
let allowed: Server;
let redirectStatus = 302;
let reached = 0;
let server: TestServer;
let acme: World;
beforeAll(async () => {
  const listener = async (host: string, port: number) => {
    const made = createServer((_, response) => response.end("reached")).listen(port, host);
    made.on("connection", () => connections++);
    await once(made, "listening");
    return made;
  };
  canary = await listener("127.0.0.1", 0);
  canary6 = hasIPv6 ? await listener("::1", port(canary)) : undefined;
  allowed = createServer((request, response) => {
    reached++;
    const to = new URL(request.url ?? "/", "http://here").searchParams.get("to");
    response
      .writeHead(to === null ? 200 : redirectStatus, { ...(to !== null && { location: to }) })
      .end("fine");
  }).listen(0, ALLOWED);
  // Only Postern ends an idle connection, so that none ends just when it is used again.
  allowed.keepAliveTimeout = 0;
  await once(allowed, "listening");
  for (const name of ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"]) {
    process.env[name] = `http://127.0.0.1:${port(canary)}`;
  }
  server = await startTestServer({ TARGET_ALLOW: `${ALLOWED}/32` });
  server.stopClock();
  acme = await world(server);
});
afterAll(async () => {
  await server?.stop();
  for (const one of [canary, canary6, allowed]) {
    one?.closeAllConnections();
    one?.close();
  }
});

const port = (of: Server): number => (of.address() as AddressInfo).port;
let count = 0;

/** Delivers to an address once; how that ended, or why no workflow may have the address. */
async function deliverTo(targetUrl: string): Promise<string> {
  const made = await graphql<{ createWorkflow: { workflow: { id: string } } }>(
    server.url,
    acme.owner,
    "mutation ($input: CreateWorkflowInput!) { createWorkflow(input: $input) { workflow { id } } }",
    {
      input: {
        projectId: acme.project.id,
        name: `To ${++count}`,
        targetUrl,
        timeoutSeconds: 30,
        maxAttempts: 1,
      },
    },
  );
  if (made.errors.length > 0) return made.code;
  const { data } = await trigger(server, acme.owner, { workflowId: made.data.createWorkflow.workflow.id });
  const id = data.triggerWorkflow.execution?.id ?? "";
  await until(async () => (await rowOf(server, id)).finishedAt !== null);
  const { errorCode, status } = await rowOf(server, id);
  return errorCode ?? status;
}

const REFUSED = "TARGET_NOT_ALLOWED";
const INSIDE: [host: string, outcome: string][] = [
  ["127.0.0.1", REFUSED],
  ["127.0.0.3", REFUSED],
  ["127.1", REFUSED],
  ["127.0.1", REFUSED],
  ["2130706433", REFUSED],
  ["017700000001", REFUSED],
  ["0177.0.0.01", REFUSED],
  ["0x7f000001", REFUSED],
  ["0x7f.0.0.1", REFUSED],
  ["0x7F.0x0.0x00.0x1", REFUSED],
  ["127.0.0.1.", REFUSED],
  ["%31%32%37%2e0%2e0%2e1", REFUSED],
  ["127。0。0。1", REFUSED],
  ["①②⑦.⓪.⓪.①", REFUSED],
  ["１２７.０.０.１", REFUSED],
  ["0", REFUSED],
  ["0.0.0.0", REFUSED],
  ["localhost", REFUSED],
  ["LOCALHOST", REFUSED],
  ["ｌｏｃａｌｈｏｓｔ", REFUSED],
  ["local\u00adhost", "BAD_USER_INPUT"],
  ["[::1]", REFUSED],
  ["[0:0:0:0:0:0:0:1]", REFUSED],
  ["[::]", REFUSED],
  ["[::ffff:127.0.0.1]", REFUSED],
  ["[::ffff:7f00:1]", REFUSED],
  ["[::ffff:0:127.0.0.1]", REFUSED],
  ["[::127.0.0.1]", REFUSED],
  ["[::7f00:1]", REFUSED],
  ["[64:ff9b::127.0.0.1]", REFUSED],
  ["[64:ff9b:1::7f00:1]", REFUSED],
  ["[2002:7f00:1::1]", REFUSED],
  ["[2001:0:7f00:1::1]", REFUSED],
  ["[fe80::1]", REFUSED],
  ["[fe80::1%25lo]", "BAD_USER_INPUT"],
  ["[fc00::1]", REFUSED],
  ["[fd00:ec2::254]", REFUSED],
  ["10.0.0.1", REFUSED],
  ["172.16.0.1", REFUSED],
  ["192.168.1.1", REFUSED],
  ["100.64.0.1", REFUSED],
  ["169.254.169.254", REFUSED],
  ["0xa9fea9fe", REFUSED],
  ["[::ffff:169.254.169.254]", REFUSED],
  ["100.100.100.200", REFUSED],
  ["224.0.0.1", REFUSED],
  ["255.255.255.255", REFUSED],
  ["user:password@127.0.0.1", "BAD_USER_INPUT"],
  ["127.0.0.2@127.0.0.1", "BAD_USER_INPUT"],
  ["127.0.0.2\\@127.0.0.1", "BAD_USER_INPUT"],
  ["127.0.0.2%00.127.0.0.1", "BAD_USER_INPUT"],
  ["256.0.0.1", "BAD_USER_INPUT"],
];

test.each(INSIDE)("%s is not reached", async (host, outcome) => {
  expect(await deliverTo(`http://${host}:${port(canary)}/`)).toBe(outcome);
  expect(connections).toBe(0);
});

test.each(["localhost.", "any.localhost", "ip6-localhost", "localhost.localdomain"])(
  "the name %s leads nowhere, whether it is known here or not",
  async (host) => {
    expect([REFUSED, "UNREACHABLE"]).toContain(await deliverTo(`http://${host}:${port(canary)}/`));
    expect(connections).toBe(0);
  },
);

test.each(["ftp", "file", "gopher", "javascript", "data", "ws"])("%s: is no target", async (scheme) => {
  expect(await deliverTo(`${scheme}://127.0.0.1:${port(canary)}/`)).toBe("BAD_USER_INPUT");
});

test.each([300, 301, 302, 303, 305, 307, 308])(
  "a redirect (%s) from an allowed target is not followed",
  async (status) => {
    redirectStatus = status;
    const before = reached;
    const to = encodeURIComponent(`http://127.0.0.1:${port(canary)}/`);
    expect(await deliverTo(`http://${ALLOWED}:${port(allowed)}/?to=${to}`)).toBe("REDIRECT");
    expect(reached).toBe(before + 1);
    expect(connections).toBe(0);
  },
);

test("what the operator allows is reached, in every spelling, and past every proxy of the environment", async () => {
  for (const host of [ALLOWED, "127.2", "0x7f.0.0.2", "2130706434", "[::ffff:127.0.0.2]"]) {
    const before = reached;
    const outcome = await deliverTo(`http://${host}:${port(allowed)}/`);
    // A socket of IPv6 may have no way to an address of IPv4; it is let through all the same.
    expect([host, outcome]).toEqual([host, host.startsWith("[") && !hasIPv6 ? "UNREACHABLE" : "SUCCEEDED"]);
    if (outcome === "SUCCEEDED") expect(reached).toBe(before + 1);
  }
  expect(connections).toBe(0);
});

test("an address that is changed to one inside is refused too, at the attempt that would use it", async () => {
  const made = await graphql<{ createWorkflow: { workflow: { id: string } } }>(
    server.url,
    acme.owner,
    "mutation ($input: CreateWorkflowInput!) { createWorkflow(input: $input) { workflow { id } } }",
    { input: { projectId: acme.project.id, name: "Changing", targetUrl: `http://${ALLOWED}:9/` } },
  );
  const { id: workflowId } = made.data.createWorkflow.workflow;
  const { data } = await trigger(server, acme.owner, { workflowId });
  const id = data.triggerWorkflow.execution?.id ?? "";
  await failedAttempts(server, id, 1);
  const input = { id: workflowId, targetUrl: `http://127.0.0.1:${port(canary)}/` };
  const mutation = "mutation ($input: UpdateWorkflowInput!) { updateWorkflow(input: $input) { id } }";
  expect((await graphql(server.url, acme.owner, mutation, { input })).errors).toEqual([]);
  server.advance(6000);
  await failedAttempts(server, id, 2);
  expect((await show(server, acme, id)).error?.code).toBe(REFUSED);
  expect(connections).toBe(0);
});

test("the canary can be reached: where all of 127.0.0.0/8 is allowed, the same delivery arrives", async () => {
  const open = await startTestServer({ TARGET_ALLOW: "127.0.0.0/8" });
  const there = await world(open, `http://127.0.0.1:${port(canary)}/`);
  const { data } = await trigger(open, there.owner, { workflowId: there.workflow.id });
  const id = data.triggerWorkflow.execution?.id ?? "";
  await until(async () => (await rowOf(open, id)).finishedAt !== null);
  expect((await rowOf(open, id)).status).toBe("SUCCEEDED");
  expect(connections).toBe(1);
  await open.stop();
});
