import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";
import { HOSTILE_PAIRS, type HostilePair } from "../testing/hostile-schemas.js";

const SERVER = fileURLToPath(new URL("schema-server.js", import.meta.url));
const SECONDS = 3;
/** Other requests a second, which is far from the most, as a busy server would have its own queue. */
const RATE = 300;
const CONNECTIONS = 10;
/** Callers that send the hostile input without a pause, each for a schema of its own. */
const ATTACKERS = 4;
/** What the p99 of other requests stays under. */
const BOUND_MS = 50;

/** What large bodies alone do to others, whatever is checked: the measure for the rest. */
const HARMLESS: HostilePair = {
  name: "no attack: the largest input, under true",
  schema: true,
  input: "x".repeat(250 * 1024),
  refusedWhenKept: false,
};

/** The process that is attacked. */
interface Victim {
  /** What other requests ask for. */
  url: string;
  /** Makes an attack with the pair for one attacker, ready to be sent over and over; it says how it ended. */
  attack(pair: HostilePair, attacker: number): () => Promise<string>;
  stop(): Promise<void>;
}

async function startVictim(): Promise<Victim> {
  const child = spawn(process.execPath, [SERVER], { stdio: ["ignore", "pipe", "inherit"] });
  const [port] = await once(child.stdout, "data");
  const url = `http://127.0.0.1:${String(port).trim()}/`;
  return {
    url,
    attack({ schema, input }, attacker) {
      // Another text is another schema, so that one's place in the queue is not the other's.
      const schemaText = JSON.stringify(schema) + " ".repeat(attacker);
      const body = JSON.stringify({ schemaText, inputText: JSON.stringify(input) });
      return async () => {
        const response = await fetch(url, { method: "POST", body });
        const [fault] = (await response.json()) as { message: string }[];
        return fault === undefined ? "holds" : fault.message.slice(0, 60);
      };
    },
    async stop() {
      child.kill("SIGTERM");
      await once(child, "close");
    },
  };
}

/** Latencies of other requests while the attackers are at work; null: while nobody is. */
async function measure(victim: Victim, pair: HostilePair | null): Promise<boolean> {
  let going = true;
  let sent = 0;
  const ends = new Set<string>();
  // Made ahead: their bodies are large, and this process measures latencies.
  const attacks = pair === null ? [] : Array.from({ length: ATTACKERS }, (_, n) => victim.attack(pair, n));
  const attackers = attacks.map(async (attack) => {
    while (going) {
      ends.add(await attack());
      sent++;
    }
  });
  const { latency, requests, errors, non2xx } = await autocannon({
    url: victim.url,
    connections: CONNECTIONS,
    overallRate: RATE,
    duration: SECONDS,
  });
  going = false;
  await Promise.all(attackers);
  const holds = latency.p99 < BOUND_MS && errors + non2xx === 0;
  process.stdout.write(
    `  ${(pair?.name ?? "nobody attacks").padEnd(48)}${String(requests.total).padStart(5)} others  p50 ${latency.p50} ms  p99 ${latency.p99} ms  max ${latency.max} ms  failed ${errors + non2xx}  ${holds ? "" : `NOT UNDER ${BOUND_MS} ms  `}(${sent} attacks: ${[...ends].join(" / ")})\n`,
  );
  return holds;
}

/** Other requests' latencies while each hostile pair is sent over and over. Exit code 1 where one is too slow. */
export async function benchSchemas(): Promise<void> {
  process.stdout.write(
    `\nother requests, ${RATE}/s over ${CONNECTIONS} connections, while ${ATTACKERS} callers send a hostile input, ${SECONDS} s each\n`,
  );
  const victim = await startVictim();
  try {
    let held = 0;
    const rows = [null, HARMLESS, ...HOSTILE_PAIRS];
    for (const pair of rows) held += (await measure(victim, pair)) ? 1 : 0;
    process.stdout.write(`  p99 under ${BOUND_MS} ms in ${held} of ${rows.length}\n`);
    if (held < rows.length) process.exitCode = 1;
  } finally {
    await victim.stop();
  }
}
