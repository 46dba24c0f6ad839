import { format } from "node:util";
import closeWithGrace from "close-with-grace";
import { type Config, readConfig } from "./config.js";
import { placeOf } from "./config-values.js";
import { StartError } from "./errors.js";
import { openLog } from "./log.js";
import { type Server, startServer } from "./server.js";
import { version } from "./version.js";

/** After a signal: deliveries and requests have this long to end. */
const STOP_WITHIN_MS = 25_000;

async function main(): Promise<void> {
  // A terminal that was closed takes no more output; that is no reason to stop less gracefully.
  process.stdout.on("error", () => {});
  const config = readConfig(process.env);
  const log = openLog(config.logLevel, process.stdout);
  // What a library says to the console, whoever reads the log is to find there.
  console.warn = (...words: unknown[]) => log.warn(format(...words));
  console.error = (...words: unknown[]) => log.error(format(...words));
  const server = await startServer(config, log);
  closeWithGrace({ delay: STOP_WITHIN_MS, logger: false }, async ({ err, signal }) => {
    if (err) log.fatal({ err }, "an error that nothing expected: the server stops");
    else log.info({ signal }, "stopping");
    await server.stop();
    if (!err) process.stdout.write("Postern has stopped.\n");
  });
  process.stdout.write(welcome(config, server));
}

/** What a person who has just started it wants to know; a token that they chose themselves is not repeated. */
function welcome(config: Config, { runtime, setupRequired }: Server): string {
  const { database, publicUrl } = config;
  const lines = [`Postern ${version} is ready.`, ""];
  if (config.role === "worker") lines.push("  Role     worker: it delivers, and takes no requests");
  else lines.push(`  Open     ${publicUrl}`);
  if (setupRequired) {
    const token = config.setupToken === null ? `#token=${runtime.setupToken}` : "";
    lines.push(`  Set up   ${publicUrl}/setup${token}`);
    lines.push(
      config.setupToken === null
        ? "           (once; this link makes the first administrator)"
        : "           (once; it asks for the SETUP_TOKEN that this server was given)",
    );
  }
  lines.push(`  Data     ${placeOf(database)}`, "  Stop     Ctrl-C");
  return `\n${lines.join("\n")}\n\n`;
}

main().catch((error: unknown) => {
  const message = error instanceof StartError ? error.message : String((error as Error)?.stack ?? error);
  process.stderr.write(`Postern cannot start. ${message}\n`);
  process.exit(1);
});
