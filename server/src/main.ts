import closeWithGrace from "close-with-grace";
import { type Config, readConfig } from "./config.js";
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
  const server = await startServer(config, log);
  closeWithGrace({ delay: STOP_WITHIN_MS, logger: false }, async ({ err, signal }) => {
    if (err) log.fatal({ err }, "an error that nothing expected: the server stops");
    else log.info({ signal }, "stopping");
    await server.stop();
    if (!err) process.stdout.write("Postern has stopped.\n");
  });
  process.stdout.write(welcome(config, server));
}

/** What a person who has just started it wants to know. The link is for their eyes: the log never has it. */
function welcome(config: Config, { runtime, port, setupRequired }: Server): string {
  const address = config.port === 0 ? `http://localhost:${port}` : config.publicUrl;
  const { database } = config;
  const where =
    database.dialect === "sqlite" ? database.path : `${database.dialect} at ${new URL(database.url).host}`;
  const lines = [`Postern ${version} is ready.`, "", `  Open     ${address}`];
  if (setupRequired) {
    lines.push(`  Set up   ${address}/setup#token=${runtime.setupToken}`);
    lines.push("           (once; this link makes the first administrator)");
  }
  lines.push(`  Data     ${where}`, "  Stop     Ctrl-C");
  return `\n${lines.join("\n")}\n\n`;
}

main().catch((error: unknown) => {
  const message = error instanceof StartError ? error.message : String((error as Error)?.stack ?? error);
  process.stderr.write(`Postern cannot start. ${message}\n`);
  process.exit(1);
});
