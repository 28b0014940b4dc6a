// Runs the quick tier of tests: Solidity tests (test/**/*.t.sol) and mocha tests (test/**/*.test.ts), browser
// tests last. Its last line is `N passed, N failed`, and it succeeds only if all pass and at least one ran.
// Usage: npm test -- [FILE...] [--grep PATTERN]
import { parseArgs } from "node:util";
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { MochaOptions } from "mocha";
import { listFiles, repositoryRoot } from "./lib/files.ts";
import { type Counts, countingReporter } from "./lib/mocha-reporter.ts";

const counts: Counts = { passed: 0, failed: 0, skipped: 0 };

interface SolidityRun {
  suiteResults: { testResults: { status: "Success" | "Failure" | "Skipped" }[] }[];
}

/** Counts the results of the suites one by one: the summary that Hardhat 3.13 returns may still be all zeros. */
async function runSolidity(
  hre: HardhatRuntimeEnvironment,
  testFiles: string[],
  grep: string | undefined,
): Promise<void> {
  if (testFiles.length === 0) return;
  const result = (await hre.tasks.getTask(["test", "solidity"]).run({ testFiles, grep })) as {
    success: boolean;
    value?: SolidityRun;
    error?: SolidityRun;
  };
  const suites = (result.value ?? result.error)?.suiteResults ?? [];
  const statuses = suites.flatMap(({ testResults }) => testResults.map(({ status }) => status));
  const failed = statuses.filter((status) => status === "Failure").length;
  counts.passed += statuses.filter((status) => status === "Success").length;
  counts.skipped += statuses.filter((status) => status === "Skipped").length;
  counts.failed += result.success ? failed : Math.max(failed, 1);
}

async function runMocha(hre: HardhatRuntimeEnvironment, testFiles: string[], grep: string | undefined): Promise<void> {
  if (testFiles.length === 0) return;
  const options = hre.config.test.mocha as MochaOptions;
  options.reporter = countingReporter(counts);
  await hre.tasks.getTask(["test", "mocha"]).run({ testFiles, grep, noCompile: true });
}

function chooseFiles(named: string[]): { solidity: string[]; mocha: string[] } {
  const all = named.length > 0 ? named : listFiles(repositoryRoot, "test", [".t.sol", ".test.ts"]);
  const isBrowser = (file: string) => Number(file.includes("test/browser/"));
  return {
    solidity: all.filter((file) => file.endsWith(".sol")),
    mocha: all.filter((file) => !file.endsWith(".sol")).sort((a, b) => isBrowser(a) - isBrowser(b)),
  };
}

function finish(): void {
  if (counts.passed + counts.failed === 0) console.error("No test ran: check the file names and the pattern given.");
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
  const code = counts.failed === 0 && counts.passed > 0 ? 0 : 1;
  finished = true;
  process.stdout.write(`${counts.passed} passed, ${counts.failed} failed${skipped}\n`, () => process.exit(code));
}

let finished = false;
process.on("exit", () => {
  if (!finished) process.exitCode = 1;
});

const { values, positionals } = parseArgs({ allowPositionals: true, options: { grep: { type: "string" } } });
try {
  const { default: hre } = await import("hardhat");
  const { solidity, mocha } = chooseFiles(positionals);
  await hre.tasks.getTask("build").run({ noTests: true });
  await runSolidity(hre, solidity, values.grep);
  await runMocha(hre, mocha, values.grep);
} catch (error) {
  console.error(error);
  counts.failed += 1;
}
finish();
