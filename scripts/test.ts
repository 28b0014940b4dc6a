// Runs the quick tier of tests: Solidity tests (test/**/*.t.sol) and mocha tests (test/**/*.test.ts), two groups at a
// time. Its last line is `N passed, N failed`, and it succeeds only if all pass and at least one ran.
// Usage: npm test -- [FILE...] [--grep PATTERN]
import { parseArgs } from "node:util";
import { buildLocalDapp } from "./lib/built-dapp.ts";
import { listFiles, repositoryRoot } from "./lib/files.ts";
import { type GroupResult, groupsOf, runGroups, stopGroups } from "./lib/test-groups.ts";

let finished = false;

function finish({ passed, failed, skipped, failures }: GroupResult): void {
  if (passed + failed === 0) console.error("No test ran: check the file names and the pattern given.");
  for (const failure of failures) console.error(`FAILED  ${failure}`);
  finished = true;
  const last = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`;
  process.stdout.write(last, () => process.exit(failed === 0 && passed > 0 ? 0 : 1));
}

process.on("exit", () => {
  stopGroups();
  if (!finished) process.exitCode = 1;
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(1));

const { values, positionals } = parseArgs({ allowPositionals: true, options: { grep: { type: "string" } } });
const files = positionals.length > 0 ? positionals : listFiles(repositoryRoot, "test", [".t.sol", ".test.ts"]);
try {
  const { default: hre } = await import("hardhat");
  // What several groups need is made once, before they start.
  await hre.tasks.getTask("build").run({ noTests: true });
  if (positionals.length === 0) await buildLocalDapp();
  finish(await runGroups(groupsOf(files), values.grep));
} catch (error) {
  console.error(error);
  finish({ passed: 0, failed: 1, skipped: 0, failures: [] });
}
