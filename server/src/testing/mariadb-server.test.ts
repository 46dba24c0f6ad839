import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rmdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createConnection } from "mysql2/promise";
import { findMariaDb } from "./find-binary.js";
import { startMariaDbServer } from "./mariadb-server.js";

const testWithMariaDb = findMariaDb() ? test : test.skip;

testWithMariaDb("what was committed is there again after the server was killed and restarted", async () => {
  const server = await startMariaDbServer();
  try {
    await query(server.url(), "CREATE DATABASE kept");
    await query(server.url("kept"), "CREATE TABLE rows_ (id INT)");
    await query(server.url("kept"), "INSERT INTO rows_ VALUES (1)");
    await server.kill();
    expect(server.pid).toBeUndefined();
    await server.restart();
    expect(await query(server.url("kept"), "SELECT id FROM rows_")).toEqual([{ id: 1 }]);
  } finally {
    await server.stop();
  }
});

testWithMariaDb("a frozen server answers nothing until it is resumed, and can be stopped", async () => {
  const server = await startMariaDbServer();
  try {
    await server.freeze();
    let answered = false;
    const answer = query(server.url(), "SELECT 1 AS one").then((rows) => {
      answered = true;
      return rows;
    });
    await sleep(500);
    expect(answered).toBe(false);
    server.resume();
    expect(await answer).toEqual([{ one: 1 }]);
    await server.freeze();
  } finally {
    await server.stop();
  }
});

testWithMariaDb("a parent that is killed leaves neither server nor data behind", async () => {
  const folder = await mkdtemp(join(tmpdir(), "postern-parent-"));
  const module = new URL("../../dist/testing/mariadb-server.js", import.meta.url).href;
  const script = `
    const { startMariaDbServer } = await import(${JSON.stringify(module)});
    console.log((await startMariaDbServer()).url());
    setInterval(() => undefined, 1000);`;
  const parent = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    env: { ...process.env, TMPDIR: folder, NODE_OPTIONS: "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [url] = await once(parent.stdout.setEncoding("utf8"), "data");
  expect(await query(url.trim(), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  expect(await readdir(folder)).toHaveLength(1);

  parent.kill("SIGKILL");
  while ((await readdir(folder)).length > 0) await sleep(20);
  await expect(query(url.trim(), "SELECT 1")).rejects.toThrow("ECONNREFUSED");
  await rmdir(folder);
});

async function query(url: string, sql: string): Promise<unknown> {
  const connection = await createConnection(url);
  try {
    const [rows] = await connection.query(sql);
    return rows;
  } finally {
    await connection.end();
  }
}
