import { copyFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readConfig } from "../config.js";
import { entities } from "../entities.js";
import { emptyDatabase } from "../testing/test-server.js";
import { migrations } from "./migrations/index.js";
import { openDatabase } from "./open.js";
import { ServerFact } from "./server-fact.entity.js";
import { SqliteDriver } from "./sqlite-driver.js";

declare const TEST_DATABASE: "sqlite" | "mariadb";

const locationOf = (url: string) => readConfig({ DATABASE_URL: url }).database;

test("migrations bring an empty database up, are done once, and may be cut short at any point", async () => {
  const { url, remove } = await emptyDatabase();
  const first = await openDatabase(locationOf(url), entities);
  const done = await first.read.query("SELECT name FROM migrations");
  expect(done).toHaveLength(migrations.length);
  // As if the process had died after the table was made and before that was noted, for each of them.
  await first.transaction((db) => db.query("DELETE FROM migrations WHERE id > 3"));
  await first.close();
  const second = await openDatabase(locationOf(url), entities);
  expect(await second.read.query("SELECT name FROM migrations")).toHaveLength(migrations.length);
  for (const entity of entities) await second.read.find(entity, { take: 1 });
  await second.close();
  await remove();
});

test("a version that is older than the schema refuses to start and says why", async () => {
  const { url, remove } = await emptyDatabase();
  const newer = await openDatabase(locationOf(url), entities);
  await newer.transaction((db) =>
    db.query("INSERT INTO migrations (timestamp, name) VALUES (1999999999999, 'Extend_keys_1999999999999')"),
  );
  await newer.close();
  await expect(openDatabase(locationOf(url), entities)).rejects.toThrow(
    /^The database belongs to a newer version of Postern.*\(Extend_keys_1999999999999\).*backup/,
  );
  await remove();
});

test("of several servers that start at once on an empty database, each finds it migrated", async () => {
  const { url, remove } = await emptyDatabase();
  const opened = await Promise.all(Array.from({ length: 4 }, () => openDatabase(locationOf(url), entities)));
  for (const database of opened) {
    expect(await database.read.query("SELECT name FROM migrations")).toHaveLength(migrations.length);
  }
  await Promise.all(opened.map((database) => database.close()));
  await remove();
});

if (TEST_DATABASE === "sqlite") {
  test("once it is closed, the file alone is all of the database", async () => {
    const { url, remove } = await emptyDatabase();
    const path = url.replace("sqlite:", "");
    const database = await openDatabase(locationOf(url), entities);
    await database.transaction((db) => db.insert(ServerFact, { name: "setup_completed_at", value: "now" }));
    expect(statSync(path).mode & 0o077).toBe(0);
    await database.close();
    copyFileSync(path, `${path}.copy`);
    const copy = await openDatabase({ dialect: "sqlite", path: `${path}.copy` }, entities);
    expect(await copy.read.existsBy(ServerFact, { name: "setup_completed_at" })).toBe(true);
    await copy.close();
    await remove();
  });

  test("while another process writes to the file, a change waits for its turn and does not fail", async () => {
    const { url, remove } = await emptyDatabase();
    const database = await openDatabase(locationOf(url), entities);
    const other = new SqliteDriver(url.replace("sqlite:", ""), {});
    other.exec("BEGIN IMMEDIATE");
    let done = false;
    const change = database
      .transaction((db) => db.insert(ServerFact, { name: "setup_completed_at", value: "now" }))
      .then(() => {
        done = true;
      });
    // Longer than SQLite itself waits.
    await sleep(500);
    expect(done).toBe(false);
    other.exec("COMMIT");
    await change;
    other.close();
    await database.close();
    await remove();
  });
}

test("texts are equal only when they are the same, letter for letter, on every database", async () => {
  const { url, remove } = await emptyDatabase();
  const database = await openDatabase(locationOf(url), entities);
  const insert = (id: string, email: string) =>
    database.transaction((db) =>
      db.query("INSERT INTO users (id, email, name, password_hash, created_at) VALUES (?, ?, 'n', 'h', ?)", [
        id,
        email,
        "2026-01-01 00:00:00.000",
      ]),
    );
  await insert("1", "jose@example.com");
  await insert("2", "josé@example.com");
  await insert("3", "JOSE@example.com");
  await expect(insert("4", "jose@example.com")).rejects.toThrow();
  await database.close();
  await remove();
});

test("a file that is no database, and a folder that cannot be, are told in one clear line", async () => {
  const folder = mkdtempSync(join(tmpdir(), "postern-open-"));
  const file = join(folder, "file.txt");
  writeFileSync(file, "This is a text and certainly not an SQLite database file.".repeat(20));
  await expect(openDatabase({ dialect: "sqlite", path: file }, entities)).rejects.toThrow(
    /not an SQLite database/,
  );
  await expect(openDatabase({ dialect: "sqlite", path: join(file, "x.db") }, entities)).rejects.toThrow(
    /data folder .* cannot be written/,
  );
  rmSync(folder, { recursive: true });
});
