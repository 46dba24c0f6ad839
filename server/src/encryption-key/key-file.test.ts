import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StartError } from "../errors.js";
import { until } from "../testing/receiver.js";
import { keyFileOf, makeKeyFile, newKey, readKeyFile, replaceKeyFile } from "./key-file.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "postern-keys-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("the file is made once, for its own user's eyes only, and keeps the order of its keys", () => {
  const file = keyFileOf(join(folder, "data"));
  makeKeyFile(file);
  const [first] = readKeyFile(file);
  makeKeyFile(file);
  expect(readKeyFile(file)).toEqual([first]);
  const keys = [newKey(), first ?? newKey(), newKey()];
  replaceKeyFile(file, keys);
  expect(readKeyFile(file)).toEqual(keys);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, "data"))).toEqual(["encryption.key"]);
});

test("the file of an earlier version, with one key, is read as it is", () => {
  writeFileSync(keyFileOf(folder), `${Buffer.alloc(32, 7).toString("base64")}\n`);
  expect(readKeyFile(keyFileOf(folder))).toEqual([Buffer.alloc(32, 7)]);
});

const key = Buffer.alloc(32, 7).toString("base64");
test.each([
  ["nothing", ""],
  ["a short key", Buffer.alloc(31).toString("base64")],
  ["a long key", Buffer.alloc(33).toString("base64")],
  ["a good key and a short one", `${key}\n${Buffer.alloc(16).toString("base64")}\n`],
  ["half a key", key.slice(0, 20)],
  ["something else", "-----BEGIN PRIVATE KEY-----"],
])("a file that holds %s is refused in words that repeat none of it", (_, text) => {
  writeFileSync(keyFileOf(folder), text);
  expect(() => readKeyFile(keyFileOf(folder))).toThrow(StartError);
  expect(() => readKeyFile(keyFileOf(folder))).toThrow(/does not hold 32 bytes of base64.*backup/);
  if (text !== "") expect(() => readKeyFile(keyFileOf(folder))).not.toThrow(text.slice(0, 20));
});

test("a missing file is told as such", () => {
  expect(() => readKeyFile(keyFileOf(folder))).toThrow(/is not there.*Restore it from a backup/);
});

test("a process that is killed while it replaces the file leaves one that can be read", async () => {
  const file = keyFileOf(folder);
  makeKeyFile(file);
  const module = new URL("../../dist/encryption-key/key-file.js", import.meta.url).href;
  const script = `
    const { newKey, readKeyFile, replaceKeyFile } = await import(${JSON.stringify(module)});
    process.stdout.write("ready");
    for (;;) replaceKeyFile(process.argv[1], [newKey(), ...readKeyFile(process.argv[1])].slice(0, 3));`;
  const found = new Set<string>();
  for (let kill = 0; kill < 15; kill++) {
    const child = spawn(process.execPath, ["--input-type=module", "--eval", script, file], {
      env: { PATH: process.env["PATH"] },
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    const before = readFileSync(file, "utf8");
    await until(() => readFileSync(file, "utf8") !== before);
    await sleep(Math.random() * 60);
    child.kill("SIGKILL");
    await once(child, "close");
    expect(readKeyFile(file).length).toBeGreaterThan(0);
    found.add(readFileSync(file, "utf8"));
  }
  expect(found.size).toBeGreaterThan(5);
});
