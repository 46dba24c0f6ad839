import { existsSync, readdirSync, statfsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL(".", import.meta.url));
const fromWeb = createRequire(new URL("web/package.json", import.meta.url));
const { findChromium, findGalera, findMariaDb, findRedis, findSampleRunners } = await import(
  "./server/dist/testing/find-binary.js"
).catch((cause) => {
  throw new Error("The tests stand on built code: run npm test, or npx tsc -b first.", { cause });
});

// What tests write is not to survive them. In memory, where there is room, no commit waits for a disk.
const MEMORY = "/dev/shm";
const ROOM_BYTES = 4 * 1024 ** 3;
if (existsSync(MEMORY)) {
  const { bavail, bsize } = statfsSync(MEMORY);
  if (bavail * bsize >= ROOM_BYTES) process.env.TMPDIR ??= MEMORY;
}

/** The compiler's options for the tests, as in tsconfig.base.json. */
const compile = (syntax) => [
  "@swc/jest",
  {
    jsc: {
      parser: { syntax: "typescript", decorators: true, ...syntax },
      target: "es2022",
      transform: {
        legacyDecorator: true,
        decoratorMetadata: false,
        useDefineForClassFields: false,
        react: { runtime: "automatic" },
      },
    },
    module: { type: "es6" },
    sourceMaps: "inline",
  },
];

/** ES modules that packages require(): Node can do that, Jest only on Node 24, so it gets them compiled. */
const REQUIRED_ES_MODULES = ["content-disposition", "cookie", "set-cookie-parser"];

const common = {
  rootDir: ROOT,
  extensionsToTreatAsEsm: [".ts", ".tsx"],
  transform: {
    "\\.ts$": compile({ tsx: false }),
    "\\.tsx$": compile({ tsx: true }),
    "\\.js$": ["@swc/jest", { jsc: { target: "es2022" } }],
  },
  transformIgnorePatterns: [`/node_modules/\\.pnpm/(?!(${REQUIRED_ES_MODULES.join("|")})@)`],
  moduleNameMapper: {
    "^@postern/shared$": "<rootDir>/shared/src/index.ts",
    // The sources import one another as they will be named when built.
    "^(\\.{1,2}/.*)\\.js$": "$1",
  },
  testPathIgnorePatterns: ["/node_modules/", "/dist/"],
  // Else the built packages stand beside the sources under the same names.
  modulePathIgnorePatterns: ["<rootDir>/(shared|server|web)/dist/"],
  testEnvironment: "node",
};

const withMariaDb = {
  globals: { TEST_DATABASE: "mariadb" },
  globalSetup: "<rootDir>/server/src/testing/mariadb-setup.mjs",
  globalTeardown: "<rootDir>/server/src/testing/mariadb-teardown.mjs",
};

/**
 * `*.test.ts` runs once; `*.db.test.ts` says something about the database and runs on both; `*.redis.test.ts`
 * starts a Redis of its own beside MariaDB, `*.galera.test.ts` a cluster of MariaDB, `*.mariadb.test.ts` a
 * MariaDB, to kill it, and `*.mariadb-redis.test.ts` both.
 */
const projects = [
  { ...common, displayName: "shared", testMatch: ["<rootDir>/shared/src/**/*.test.ts"] },
  {
    ...common,
    displayName: "server-sqlite",
    testMatch: ["<rootDir>/server/src/**/*.test.ts"],
    testPathIgnorePatterns: [
      ...common.testPathIgnorePatterns,
      "\\.(redis|galera|mariadb|mariadb-redis)\\.test\\.ts$",
    ],
    globals: { TEST_DATABASE: "sqlite" },
  },
  {
    ...common,
    displayName: "server-redis",
    testMatch: ["<rootDir>/server/src/**/*.redis.test.ts"],
    // An SQLite file serves one process; what several share through Redis, they share through MariaDB too.
    ...withMariaDb,
  },
  {
    ...common,
    displayName: "server-galera",
    testMatch: ["<rootDir>/server/src/**/*.galera.test.ts"],
    globals: { TEST_DATABASE: "mariadb" },
  },
  {
    ...common,
    displayName: "server-mariadb-killed",
    testMatch: ["<rootDir>/server/src/**/*.mariadb.test.ts"],
  },
  {
    ...common,
    displayName: "server-mariadb-redis-killed",
    testMatch: ["<rootDir>/server/src/**/*.mariadb-redis.test.ts"],
  },
  {
    ...common,
    displayName: "server-mariadb",
    testMatch: ["<rootDir>/server/src/**/*.db.test.ts"],
    ...withMariaDb,
  },
  {
    ...common,
    displayName: "web",
    testMatch: ["<rootDir>/web/src/**/*.test.{ts,tsx}"],
    // Only the web's package has it, and it is looked for from the root.
    testEnvironment: fromWeb.resolve("jest-environment-jsdom"),
    setupFilesAfterEnv: ["<rootDir>/web/jest.setup.ts"].filter((file) =>
      existsSync(file.replace("<rootDir>", ROOT)),
    ),
    moduleNameMapper: {
      "\\.css$": "<rootDir>/server/src/testing/empty-module.mjs",
      ...common.moduleNameMapper,
    },
  },
  {
    ...common,
    displayName: "browser",
    testMatch: ["<rootDir>/web/browser/**/*.test.ts"],
  },
];

/** Projects that stand on a program of the machine. Without it they are left out, and the reporter says so. */
const needs = [
  {
    project: "server-mariadb",
    program: "mariadbd",
    found: findMariaDb(),
    consequence: "the server's tests did not run against MariaDB",
    install: "apt-get install mariadb-server",
    files: () => filesEnding("server/src", ".db.test.ts"),
  },
  {
    project: "server-galera",
    program: "mariadbd with Galera",
    found: findMariaDb() && findGalera(),
    consequence: "what servers on several nodes of a cluster see of each other was not tested",
    install: "apt-get install mariadb-server galera-4",
    files: () => filesEnding("server/src", ".galera.test.ts"),
  },
  {
    project: "server-mariadb-killed",
    program: "mariadbd",
    found: findMariaDb(),
    consequence: "nothing was killed on MariaDB in the middle of a load",
    install: "apt-get install mariadb-server",
    files: () => filesEnding("server/src", ".mariadb.test.ts"),
  },
  {
    project: "server-mariadb-redis-killed",
    program: "mariadbd or redis-server",
    found: findMariaDb() && findRedis(),
    consequence: "no servers with Redis were killed in the middle of a load",
    install: "apt-get install mariadb-server redis-server",
    files: () => filesEnding("server/src", ".mariadb-redis.test.ts"),
  },
  {
    project: "server-redis",
    program: findRedis() ? "mariadbd" : "redis-server",
    found: findRedis() && findMariaDb(),
    consequence: "what servers share through Redis was not tested",
    install: `apt-get install ${findRedis() ? "mariadb-server" : "redis-server"}`,
    files: () => filesEnding("server/src", ".redis.test.ts"),
  },
  {
    project: "browser",
    program: findChromium() ? "bash, curl or python3" : "chromium",
    found: findChromium() && findSampleRunners(),
    consequence: "the web application and the examples that it shows were not tested in a browser",
    install: "apt-get install chromium curl python3",
    files: () => filesEnding("web/browser", ".test.ts"),
  },
];
const missing = needs.filter(({ found }) => !found);

export default {
  rootDir: ROOT,
  projects: projects.filter(({ displayName }) => !missing.some(({ project }) => project === displayName)),
  // Only ends what hangs. It is for all projects, the slowest test, and a machine that has other work besides.
  testTimeout: 300_000,
  // One more than the smallest machine has cores: tests wait for databases and browsers more than they compute.
  maxWorkers: 3,
  testSequencer: "<rootDir>/server/src/testing/waiting-between.mjs",
  reporters: [
    "default",
    [
      "<rootDir>/server/src/testing/summary-reporter.mjs",
      {
        missing: missing
          .filter(({ project }) => isSelected(project))
          .map((need) => ({ ...need, files: need.files() })),
      },
    ],
  ],
};

function filesEnding(folder, end) {
  if (!existsSync(ROOT + folder)) return [];
  return readdirSync(ROOT + folder, { recursive: true })
    .filter((name) => name.endsWith(end))
    .map((name) => `${ROOT}${folder}/${name}`);
}

/** Jest tells reporters nothing of --selectProjects and --ignoreProjects. */
function isSelected(project) {
  const named = (flag) => {
    const at = process.argv.indexOf(flag);
    if (at === -1) return undefined;
    const names = process.argv.slice(at + 1);
    const end = names.findIndex((name) => name.startsWith("-"));
    return end === -1 ? names : names.slice(0, end);
  };
  return (
    (named("--selectProjects")?.includes(project) ?? true) &&
    !(named("--ignoreProjects")?.includes(project) ?? false)
  );
}
