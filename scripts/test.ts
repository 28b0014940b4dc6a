// Runs the quick tier of tests: Solidity tests (test/**/*.t.sol) and mocha tests (test/**/*.test.ts), two files at a
// time. Its last line is `N passed, N failed`, and it succeeds only if all pass and at least one ran.
// Usage: npm test -- [FILE or FOLDER...] [--grep PATTERN]
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildLocalDapp } from "./lib/built-dapp.ts";
import { repositoryRoot } from "./lib/files.ts";
import { testFiles, unitsOf } from "./lib/test-files.ts";
import { type Result, runUnits, stopLanes } from "./lib/test-lanes.ts";

let finished = false;

function finish({ passed, failed, skipped, failures }: Result): void {
  if (passed + failed === 0) console.error("No test ran: check the file names and the pattern given.");
  for (const failure of failures) console.error(`FAILED  ${failure}`);
  finished = true;
  const last = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`;
  process.stdout.write(last, () => process.exit(failed === 0 && passed > 0 ? 0 : 1));
}

process.on("exit", () => {
  stopLanes();
  if (!finished) process.exitCode = 1;
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(1));

// A hundred processes load much the same modules: what Node makes of them is kept.
process.env.NODE_COMPILE_CACHE ??= join(repositoryRoot, ".local", "compiled-modules");
const { values, positionals } = parseArgs({ allowPositionals: true, options: { grep: { type: "string" } } });
try {
  const units = unitsOf(testFiles(positionals));
  const { default: hre } = await import("hardhat");
  // What several files need is made once, before they start.
  const pages = positionals.length === 0 ? buildLocalDapp() : undefined;
  await Promise.all([hre.tasks.getTask("build").run({ noTests: true }), pages]);
  finish(await runUnits(units, values.grep));
} catch (error) {
  console.error(error);
  finish({ passed: 0, failed: 1, skipped: 0, failures: [] });
}
