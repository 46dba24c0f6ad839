/**
 * Closes a run with one line, `N passed, N failed, N skipped`, and says by name what could not run on this
 * machine. A file that does not run at all counts as one failure, a test that is still to be written as skipped,
 * and so does each file that misses a program; where CI=true that is a failure.
 *
 * Options: `missing`, a list of { program, consequence, install, files }.
 */
export default class SummaryReporter {
  #globalConfig;
  #missing;
  #error;

  constructor(globalConfig, { missing = [] } = {}) {
    this.#globalConfig = globalConfig;
    this.#missing = missing;
  }

  onRunComplete(_contexts, results) {
    const leftOut = this.#leftOut();
    const count = leftOut.reduce((sum, { files }) => sum + files.length, 0);
    const mustRun = process.env.CI === "true" && count > 0;
    if (mustRun) this.#error = new Error(`${count} test files could not run on this machine.`);

    close(
      leftOut.map(({ program, consequence, install }) => `MISSING ${program}: ${consequence} (${install})`),
      {
        passed: results.numPassedTests,
        failed: results.numFailedTests + results.numRuntimeErrorTestSuites + (mustRun ? count : 0),
        skipped: results.numPendingTests + results.numTodoTests + (mustRun ? 0 : count),
      },
    );
  }

  getLastError() {
    return this.#error;
  }

  /** Only what this run was asked for: the paths on the command line pick from the left-out files too. */
  #leftOut() {
    const { testPathPatterns, rootDir, testNamePattern, onlyChanged, findRelatedTests } = this.#globalConfig;
    if (testNamePattern || onlyChanged || findRelatedTests) return [];
    const asked = testPathPatterns.toExecutor({ rootDir });
    return this.#missing
      .map((entry) => ({ ...entry, files: entry.files.filter((file) => asked.isMatch(file)) }))
      .filter(({ files }) => files.length > 0);
  }
}

/** The bootstrap prints this when Jest has ended; without it we do, as late as a process can. */
function close(notices, totals) {
  if (process.send) process.send({ notices, totals });
  else process.once("exit", () => printClosing(notices, totals));
}

function printClosing(notices, { passed, failed, skipped }) {
  for (const notice of notices) process.stdout.write(`\n${notice}\n`);
  process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
}
