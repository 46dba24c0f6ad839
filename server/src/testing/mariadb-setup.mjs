// Jest runs this once before each project that needs MariaDB. It runs built code, because Jest resolves no ".js"
// to ".ts" here; `npm test` builds first.
import { startMariaDbServer } from "../../dist/testing/mariadb-server.js";

export default async function setUp() {
  // Jest asks for each project that needs it, one after the other.
  if (globalThis.posternMariaDb) return;
  // Nothing is to survive these tests, so they need not wait for the disk.
  const server = await startMariaDbServer({ flushLogAtCommit: 2 });
  globalThis.posternMariaDb = server;
  // Jest starts its workers after this, so they inherit it.
  process.env.TEST_MARIADB_URL = server.url();
}
