import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type BenchSetting, say, withDatabase } from "./setting.js";

const CLI = fileURLToPath(new URL("../cli.js", import.meta.url));
const PROGRAM = fileURLToPath(new URL("../../../web/bench/key-lists.mjs", import.meta.url));

const KEYS = 10_000;
const OWNER = "owner@seed.example";
const PASSWORD = "a password for one benchmark";

/** How soon rows are seen in the lists of an organization with 10,000 keys, in a browser; needs the built web. */
export async function benchWeb({ databases }: BenchSetting): Promise<void> {
  say(`\nlists of ${KEYS.toLocaleString("en")} keys in chromium, from the click to the rows`);
  for (const database of databases) {
    await withDatabase(database, async (start, environment) => {
      cli(environment, [
        "seed",
        "--usage",
        ...["--organizations", "1", "--projects", "12", "--keys", String(KEYS)],
      ]);
      cli(environment, ["reset-password", "--email", OWNER], PASSWORD);
      const { url } = await start();
      say(`  ${database.name}`);
      await measureIn(url);
    });
  }
}

function cli(environment: NodeJS.ProcessEnv, args: string[], input = ""): void {
  const env = { PATH: process.env["PATH"], ...environment };
  const { status, stderr } = spawnSync(process.execPath, [CLI, ...args], { env, input, encoding: "utf8" });
  if (status !== 0) throw new Error(`${args[0]} failed: ${stderr}`);
}

/** A program of its own: the browser's driver belongs to the web's package. It prints what it measured. */
function measureIn(url: string): Promise<void> {
  const env = { ...process.env, POSTERN_URL: url, POSTERN_EMAIL: OWNER, POSTERN_PASSWORD: PASSWORD };
  const child = spawn(process.execPath, [PROGRAM], { env, stdio: ["ignore", "inherit", "inherit"] });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error("The lists could not be measured.")),
    );
  });
}
