import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { graphqlRequest, measure } from "./measure.js";
import { type BenchSetting, say, withDatabase } from "./setting.js";

const CLI = fileURLToPath(new URL("../cli.js", import.meta.url));
const KEYS = [1_000, 100_000, 1_000_000];

/** `viewer` with a key in databases of growing size; filling them takes minutes. */
export async function benchKeys({ databases, options: { seconds } }: BenchSetting): Promise<void> {
  say("\nviewer, with a key, among so many keys");
  for (const keys of KEYS) {
    for (const database of databases) {
      await withDatabase(database, async (start, environment) => {
        const { secret, made } = fill(environment, keys);
        const { url } = await start();
        const request = graphqlRequest(url, secret, "{ viewer { ... on ApiKey { id name } } }");
        const { perSecond, p99, failed } = await measure("", request, seconds);
        const [short = ""] = database.name.split(" ", 1);
        say(
          `  ${short.padEnd(8)}${keys.toLocaleString("en").padStart(10)} keys ${perSecond.toFixed(0).padStart(7)}/s  p99 ${p99} ms  failed ${failed}  (${made})`,
        );
      });
    }
  }
}

/** Makes so many keys; gives the secret of one of them, and what the seed says of the rest. */
function fill(environment: NodeJS.ProcessEnv, keys: number): { secret: string; made: string } {
  const sizes = ["--organizations", "10", "--projects", "100", "--keys", String(keys)];
  const env = { PATH: process.env["PATH"], ...environment };
  const seeded = spawnSync(process.execPath, [CLI, "seed", ...sizes], { env, encoding: "utf8" });
  const secret = /pst_[ops]_[0-9A-Za-z]{38}/.exec(seeded.stdout)?.[0];
  if (secret === undefined) throw new Error(`The database could not be filled: ${seeded.stderr}`);
  return { secret, made: seeded.stdout.split("\n", 1)[0] ?? "" };
}
