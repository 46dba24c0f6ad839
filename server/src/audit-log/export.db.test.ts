import { once } from "node:events";
import { request as httpRequest, type IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { AuditEntry } from "../audit/audit-entry.entity.js";
import { newId } from "../ids.js";
import { auditEntry, writeEntries } from "../testing/audit-entries.js";
import { anonymous, type Caller } from "../testing/client.js";
import { until } from "../testing/receiver.js";
import { startStopwatch } from "../testing/stopwatch.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { contextOf, type World, world } from "../testing/world.js";
import { exported } from "./export.js";

let server: TestServer;
let acme: World;
beforeAll(async () => {
  server = await startTestServer();
  acme = await world(server);
});
afterAll(() => server?.stop());

const address = (id: string, format = "ndjson", query = "") =>
  `${server.url}/api/v1/organizations/${id}/audit-log.${format}${query}`;
const get = (caller: Caller, url: string, headers: Record<string, string> = {}) =>
  fetch(url, {
    headers: {
      ...headers,
      ...(caller.cookie !== undefined && { cookie: caller.cookie }),
      ...(caller.key !== undefined && { authorization: `Bearer ${caller.key}` }),
    },
  });
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;
const records = (text: string): { id: string; at: string }[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

test.each(["ndjson", "csv"])(
  "who may not read the log gets no %s, and is told why in a problem document",
  async (format) => {
    const { id } = acme.organization;
    const outcome = async (caller: Caller, url = address(id, format)) => {
      const response = await get(caller, url);
      expect(response.headers.get("content-disposition")).toBeNull();
      expect(response.headers.get("content-type")).toContain("application/problem+json");
      expect(response.headers.get("cache-control")).toBe("no-store");
      return [response.status, await codeOf(response)];
    };
    expect(await outcome(anonymous)).toEqual([401, "UNAUTHENTICATED"]);
    expect(await outcome({ cookie: "postern=nonsense" })).toEqual([401, "UNAUTHENTICATED"]);
    expect(await outcome({ key: "pst_p_wrong" })).toEqual([401, "UNAUTHENTICATED"]);
    expect(await outcome(await acme.organizationKey("PRIVILEGED"))).toEqual([403, "FORBIDDEN"]);
    // A key counts instead of a cookie that comes with it.
    expect(await outcome({ ...acme.owner, ...(await acme.projectKey()) })).toEqual([403, "FORBIDDEN"]);
    for (const caller of [acme.projectAdmin, acme.viewer, acme.member]) {
      expect(await outcome(caller)).toEqual([403, "FORBIDDEN"]);
    }
    expect(await outcome(acme.stranger)).toEqual([404, "NOT_FOUND"]);
    expect(await outcome(acme.owner, address("org_00000000000000000000000000", format))).toEqual([
      404,
      "NOT_FOUND",
    ]);
  },
);

test("a page of another site cannot make a browser fetch the log", async () => {
  const status = (headers: Record<string, string>) =>
    new Promise<number>((resolve, reject) => {
      const options = { headers: { cookie: acme.owner.cookie ?? "", ...headers } };
      const request = httpRequest(address(acme.organization.id), options, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      request.on("error", reject);
      request.end();
    });
  expect(await status({ "sec-fetch-site": "same-origin" })).toBe(200);
  expect(await status({ "sec-fetch-site": "none" })).toBe(200);
  expect(await status({ "sec-fetch-site": "cross-site" })).toBe(403);
  expect(await status({ origin: "https://evil.example" })).toBe(403);
});

test("the file comes as a download that no cache keeps", async () => {
  for (const [format, type] of [
    ["ndjson", "application/x-ndjson; charset=utf-8"],
    ["csv", "text/csv; charset=utf-8; header=present"],
  ]) {
    const response = await get(acme.admin, address(acme.organization.id, format));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(type);
    expect(response.headers.get("content-disposition")).toBe(`attachment; filename="audit-log.${format}"`);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    await response.text();
  }
  expect((await fetch(address(acme.organization.id), { method: "HEAD" })).status).toBe(405);
});

test.each([
  ["an unknown field", "?actor=x", "query"],
  ["a time that is none", "?since=yesterday", "query/since"],
  ["a day that is none", "?until=2025-13-01", "query/until"],
  ["a value given twice", "?action=a&action=b", "query/action"],
])("%s in the query is refused and not repeated", async (_, query, path) => {
  const response = await get(acme.owner, address(acme.organization.id, "csv", query));
  const body = await response.json();
  expect(response.status).toBe(400);
  expect(body).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path }] });
  expect(JSON.stringify(body)).not.toMatch(/yesterday|2025-13/);
});

describe("a log of 2,500 entries", () => {
  const ada = newId("user");
  let shop: World;
  let ids: string[];
  let newest: AuditEntry | undefined;
  const start = Date.UTC(2025, 0, 1);
  beforeAll(async () => {
    shop = await world(server);
    const organizationId = shop.organization.id;
    await server.runtime.database.transaction((db) =>
      db.query("DELETE FROM audit_entries WHERE organization_id = ?", [organizationId]),
    );
    const entries = Array.from({ length: 2500 }, (_, n) =>
      auditEntry({
        organizationId,
        // Many share an instant, also across the borders of what is read at once.
        at: new Date(start + Math.floor(n / 300) * 1000),
        action: n % 2 === 0 ? "apiKey.create" : "apiKey.rotate",
        targetName: n === 0 ? '=HYPERLINK("http://evil.example","Größe"),\nnext' : `Key ${n}`,
        changes: JSON.stringify({ name: { old: null, new: `Key ${n}` } }),
        actor: n % 2 === 0 ? { userId: ada } : { kind: "SYSTEM" },
      }),
    );
    await writeEntries(server, entries);
    entries.sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1));
    ids = entries.map(({ id }) => id);
    newest = entries[0];
  });

  test("NDJSON: every entry once, newest first, one a line", async () => {
    const text = await (await get(shop.owner, address(shop.organization.id))).text();
    const rows = records(text);
    expect(rows.map(({ id }) => id)).toEqual(ids);
    expect(rows[0]).toEqual({
      id: ids[0],
      at: expect.stringMatching(/^2025-01-01T00:00:08\.000Z$/),
      actor: { kind: expect.any(String), name: "Ada", userId: newest?.actor.userId, apiKeyId: null },
      action: expect.any(String),
      targetType: "project",
      targetId: expect.any(String),
      targetName: expect.any(String),
      projectId: null,
      ip: "192.0.2.1",
      changes: { name: { old: null, new: expect.any(String) } },
    });
  });

  test("CSV: a line of names, then the same entries; a formula is text and letters are UTF-8", async () => {
    const text = await (await get(shop.owner, address(shop.organization.id, "csv"))).text();
    const [head, ...lines] = text.split("\r\n");
    expect(head).toBe(
      "id,at,actorKind,actorName,actorUserId,actorApiKeyId,action,targetType,targetId,targetName,projectId,ip,changes",
    );
    expect(lines.pop()).toBe("");
    expect(lines.map((line) => line.split(",", 1)[0])).toEqual(ids);
    expect(text).toContain(`,"'=HYPERLINK(""http://evil.example"",""Größe""),\nnext",`);
    expect(text).toContain(`,"{""name"":{""old"":null,""new"":""Key 1""}}"\r\n`);
  });

  test("the filter is that of the list, alone and together", async () => {
    const count = async (query: string) => {
      const response = await get(shop.owner, address(shop.organization.id, "ndjson", query));
      expect(response.status).toBe(200);
      return records(await response.text()).length;
    };
    expect(await count("?action=apiKey.create")).toBe(1250);
    expect(await count(`?actorId=${ada}`)).toBe(1250);
    expect(await count("?since=2025-01-01T00:00:08Z")).toBe(100);
    expect(await count("?since=2025-01-01")).toBe(2500);
    expect(await count("?until=2025-01-01T00:00:01Z&action=apiKey.rotate")).toBe(150);
    expect(await count(`?targetId=${newId("apiKey")}`)).toBe(0);
    expect(await count(`?projectId=${newId("project")}`)).toBe(0);
  });

  test("an empty result is a file all the same", async () => {
    const csv = await get(shop.owner, address(shop.organization.id, "csv", "?action=nothing"));
    expect((await csv.text()).split("\r\n")).toHaveLength(2);
    expect(await (await get(shop.owner, address(shop.organization.id, "ndjson", "?action=x"))).text()).toBe(
      "",
    );
  });

  test("a client that goes away ends the reading", async () => {
    const { read } = server.runtime.database;
    const original = read.createQueryBuilder.bind(read);
    let queries = 0;
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    // The second piece is held back until the client has gone.
    Object.assign(read, {
      createQueryBuilder: (...args: Parameters<typeof original>) => {
        const query = original(...args);
        if (query.alias !== "entry") return query;
        queries++;
        const getMany = query.getMany.bind(query);
        if (queries === 2) query.getMany = () => held.then(getMany);
        return query;
      },
    });
    try {
      const headers = { cookie: shop.owner.cookie ?? "" };
      const connected = once(server.app.server, "connection");
      const request = httpRequest(address(shop.organization.id), { headers, agent: false });
      request.end();
      const [connection] = (await connected) as [Socket];
      const [response] = (await once(request, "response")) as [IncomingMessage];
      await once(response, "data");
      await until(() => queries === 2);
      // Whether by a reset or in peace.
      const gone = new Promise((resolve) => connection.once("close", resolve));
      request.destroy();
      await gone;
      release();
      await sleep(200);
      expect(queries).toBe(2);
    } finally {
      Object.assign(read, { createQueryBuilder: original });
    }
  });

  test("whoever loses the right while reading gets no further piece", async () => {
    const pieces = exported(contextOf(server, shop.admin), shop.organization.id, {}, "ndjson");
    expect(records((await pieces.next()).value ?? "")).toHaveLength(1000);
    await server.runtime.database.transaction((db) =>
      db.query("UPDATE memberships SET role = 'MEMBER' WHERE user_id = ?", [shop.admin.userId]),
    );
    await expect(pieces.next()).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("a stop does not wait for a client that takes nothing", async () => {
    await server.runtime.database.transaction((db) =>
      db.query("UPDATE audit_entries SET changes = ? WHERE organization_id = ?", [
        JSON.stringify({ description: { old: null, new: "x".repeat(16_000) } }),
        shop.organization.id,
      ]),
    );
    const headers = { cookie: shop.owner.cookie ?? "" };
    const request = httpRequest(address(shop.organization.id), { headers, agent: false });
    request.end();
    const [response] = (await once(request, "response")) as [IncomingMessage];
    const cutOff = once(response, "error");
    await sleep(200);
    const stopwatch = startStopwatch();
    await server.restart();
    expect(stopwatch()).toBeLessThan(5_000);
    response.resume();
    await expect(cutOff).resolves.toMatchObject([{ code: "ECONNRESET" }]);
  });
});
