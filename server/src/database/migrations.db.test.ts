import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../config.js";
import { entities } from "../entities.js";
import { emptyDatabase } from "../testing/test-server.js";
import { migrations } from "./migrations/index.js";
import { openDatabase } from "./open.js";

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
  (await import("node:fs")).writeFileSync(
    file,
    "This is a text and certainly not an SQLite database file.".repeat(20),
  );
  await expect(openDatabase({ dialect: "sqlite", path: file }, entities)).rejects.toThrow(
    /not an SQLite database/,
  );
  await expect(openDatabase({ dialect: "sqlite", path: join(file, "x.db") }, entities)).rejects.toThrow(
    /data folder .* cannot be written/,
  );
  rmSync(folder, { recursive: true });
});
