// npm start and npm test come here, so that Node and npm are all a machine needs:
// install what the lockfile names, build what changed, then run.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL(".", import.meta.url));
const OLDEST_NODE = [20, 19];
const PNPM = "pnpm@10.34.8";
const WINDOWS = process.platform === "win32";

const INSTALL_STAMP = "node_modules/.postern-install";
const BUILD_STAMP = "node_modules/.postern-build";
const MANIFESTS = [
  "pnpm-lock.yaml",
  "pnpm-workspace.yaml",
  "package.json",
  "server/package.json",
  "shared/package.json",
  "web/package.json",
];
const SOURCES = [
  ...MANIFESTS,
  "tsconfig.json",
  "tsconfig.base.json",
  "shared/tsconfig.json",
  "shared/src",
  "server/tsconfig.json",
  "server/src",
  "web",
];
/** What lies among the sources and changes nothing of what is built. */
const NOT_BUILT = /\.test\.tsx?$|^server\/src\/testing\/|^web\/(browser|screenshots|jest\.)/;
const BUILT = ["shared/dist/index.js", "server/dist/main.js", "web/dist/index.html"];

/** One Ctrl-C arrives twice, from the terminal and passed on by npm; a second one comes later than this. */
const ONE_WISH_MS = 500;

/** Carries what a failed step printed; its message is the one line a user needs. */
class StepFailed extends Error {
  constructor(message, output = "") {
    super(message);
    this.output = output;
  }
}

try {
  requireNode();
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  if (error.output) process.stderr.write(`${error.output.trimEnd()}\n\n`);
  process.stderr.write(`${error.message}\n`);
  if (process.argv[2] === "test") printTotals();
  process.exitCode = 1;
}

async function main([command, ...args]) {
  switch (command) {
    case "install":
      await install();
      return 0;
    case "build":
      await install();
      await build({ tests: true });
      return 0;
    case "start":
      await install();
      await build({ tests: false });
      return serve();
    case "test":
      await install();
      // The browser's tests run the built product, and the tests' own MariaDB is started by built code.
      await build({ tests: true });
      return test(args);
    default:
      throw new StepFailed("Usage: node bootstrap.mjs install | build | start | test [Jest's arguments]");
  }
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new StepFailed(
    `Postern needs Node ${OLDEST_NODE.join(".")} or newer; this is Node ${process.versions.node}.`,
  );
}

async function install() {
  const folders = ["node_modules", "server/node_modules", "web/node_modules"];
  // Native parts are chosen by platform: a folder that moved to another one is installed again.
  const wanted = hashOf(MANIFESTS, [process.platform, process.arch]);
  if (folders.every((folder) => existsSync(join(ROOT, folder))) && readStamp(INSTALL_STAMP) === wanted)
    return;

  say("Installing packages… (the first time takes a minute)");
  await step("npx", ["--yes", PNPM, "install", "--frozen-lockfile"], {
    failure: "The packages could not be installed; what the package manager said stands above.",
    // npx is a .cmd file on Windows, which only a shell can start.
    shell: WINDOWS,
    // pnpm asks questions on a terminal, and development packages are needed to build.
    env: { CI: "1", NODE_ENV: "development" },
  });
  writeFileSync(join(ROOT, INSTALL_STAMP), wanted);
}

/** With `tests`, test files are compiled too, which start neither needs nor waits for. */
async function build({ tests }) {
  const wanted = hashOf(SOURCES, [], (path) => !NOT_BUILT.test(path));
  const fresh = BUILT.every((file) => existsSync(join(ROOT, file))) && readStamp(BUILD_STAMP) === wanted;
  if (fresh && !tests) return;

  if (!fresh) say("Building the server…");
  await step(process.execPath, ["node_modules/typescript/bin/tsc", "-b"], {
    failure: "The server did not compile; the compiler's errors stand above.",
  });
  if (fresh) return;

  say("Building the web application…");
  // Vite reads shared/dist, so it comes second.
  await step(process.execPath, ["node_modules/vite/bin/vite.js", "build"], {
    cwd: "web",
    env: { NODE_ENV: "production" },
    failure: "The web application did not build; the errors stand above.",
  });
  writeFileSync(join(ROOT, BUILD_STAMP), wanted);
}

/**
 * Runs the server until it ends, and gives its exit code.
 *
 * The server stands in a process group of its own and gets each signal once, from here. In ours it would get
 * Ctrl-C from the terminal, from npm and from us, and take the second for "stop at once".
 */
function serve() {
  const server = spawn(process.execPath, ["--import", endWithParent(), join(ROOT, "server/dist/main.js")], {
    cwd: ROOT,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    detached: !WINDOWS,
  });

  let lastAt = 0;
  const pass = (signal) => {
    const at = Date.now();
    if (at - lastAt < ONE_WISH_MS) return;
    lastAt = at;
    // A Windows console hands Ctrl-C to every process itself, and kill() there would not be graceful.
    if (!WINDOWS) server.kill(signal);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, pass);
  leaveClosedTerminal();

  // npm killed outright passes nothing on: we only find ourselves with another parent.
  const { ppid } = process;
  if (process.env.npm_lifecycle_event) {
    setInterval(() => process.ppid !== ppid && lastAt === 0 && pass("SIGTERM"), 1000).unref();
  }
  return exitOf(server);
}

/** A module for --import: the server stops gracefully when this process is gone, however it went. */
function endWithParent() {
  const code = `
    process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
    process.channel?.unref();
    (${leaveClosedTerminal})();`;
  return `data:text/javascript,${encodeURIComponent(code)}`;
}

/** When its terminal was closed, Node 20 ends by restoring that terminal: it aborts, or spins for ever. */
function leaveClosedTerminal() {
  process.once("SIGHUP", () => process.once("exit", () => process.kill(process.pid, "SIGKILL")));
}

async function test(args) {
  const jest = spawn(process.execPath, [join(ROOT, "node_modules/jest/bin/jest.js"), ...args], {
    cwd: ROOT,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: {
      ...process.env,
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --experimental-vm-modules --no-warnings`.trim(),
    },
  });
  let notices = [];
  let totals = { passed: 0, failed: 0, skipped: 0 };
  // The summary reporter tells us what is to stand last, below anything Jest may still say as it ends.
  jest.on("message", (message) => {
    if (message?.totals) ({ notices, totals } = message);
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => jest.kill(signal));
  const code = await exitOf(jest);
  // Jest also fails without a failed test: none found, or a set-up that threw.
  if (code !== 0 && totals.failed === 0) totals.failed = 1;
  for (const notice of notices) process.stdout.write(`\n${notice}\n`);
  printTotals(totals);
  return code;
}

/** The closing line of a test run; nothing may be printed after it. */
function printTotals({ passed, failed, skipped } = { passed: 0, failed: 1, skipped: 0 }) {
  process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
}

/** Runs a command quietly. What it prints is shown only if it fails. */
async function step(command, args, { failure, cwd = ".", env = {}, shell = false }) {
  const child = spawn(command, args, {
    cwd: join(ROOT, cwd),
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    shell,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  const stop = (signal) => {
    child.kill(signal);
    process.exit(128 + constants.signals[signal]);
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, stop);
  const code = await exitOf(child).catch((error) => {
    throw new StepFailed(failure, error.message);
  });
  for (const signal of signals) process.off(signal, stop);
  if (code !== 0) throw new StepFailed(failure, output);
}

/** As a shell counts: the process's own code, or 128 and the number of the signal that ended it. */
function exitOf(child) {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/** One hash over the names and contents of files; folders count with all that is in them. */
function hashOf(paths, extra, keep = () => true) {
  const hash = createHash("sha256");
  for (const text of extra) hash.update(`${text}\0`);
  for (const path of paths.flatMap(filesUnder).filter(keep)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(ROOT, path)))
      .update("\0");
  }
  return hash.digest("hex");
}

/** Paths from the root, with "/" and sorted, so that every platform gives the same hash. */
function filesUnder(path) {
  const stat = statSync(join(ROOT, path), { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (!stat.isDirectory()) return [path];
  return readdirSync(join(ROOT, path))
    .filter((name) => name !== "node_modules" && name !== "dist")
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`));
}

function readStamp(path) {
  return existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), "utf8") : undefined;
}

function say(line) {
  process.stderr.write(`${line}\n`);
}
