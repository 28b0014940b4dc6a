// Runs one group of tests in a process of its own and tells scripts/test.ts what came of it.
// Usage, from scripts/test.ts alone: node scripts/lib/test-group.ts JSON
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { MochaOptions } from "mocha";
import { countingReporter } from "./mocha-reporter.ts";
import type { GroupOrder, GroupResult } from "./test-groups.ts";

interface SolidityRun {
  suiteResults: { testResults: { name: string; status: "Success" | "Failure" | "Skipped" }[] }[];
}

const result: GroupResult = { passed: 0, failed: 0, skipped: 0, failures: [] };

/** Counts the results of the suites one by one: the summary that Hardhat 3.13 returns may still be all zeros. */
async function runSolidity(hre: HardhatRuntimeEnvironment, testFiles: string[], grep?: string): Promise<void> {
  const answer = (await hre.tasks.getTask(["test", "solidity"]).run({ testFiles, grep })) as {
    success: boolean;
    value?: SolidityRun;
    error?: SolidityRun;
  };
  const tests = ((answer.value ?? answer.error)?.suiteResults ?? []).flatMap(({ testResults }) => testResults);
  const named = (status: string) => tests.filter((test) => test.status === status).map(({ name }) => name);
  result.passed += named("Success").length;
  result.skipped += named("Skipped").length;
  result.failures.push(...named("Failure"));
  if (!answer.success && result.failures.length === 0) result.failures.push("the Solidity tests");
  result.failed = result.failures.length;
}

async function runMocha(hre: HardhatRuntimeEnvironment, testFiles: string[], grep?: string): Promise<void> {
  const options = hre.config.test.mocha as MochaOptions;
  options.reporter = countingReporter(result);
  await hre.tasks.getTask(["test", "mocha"]).run({ testFiles, grep, noCompile: true });
}

// npm's own Ctrl-C reaches the whole group; a SIGTERM comes from scripts/test.ts, and so does its death.
process.on("disconnect", () => process.exit(1));

const { files, grep } = JSON.parse(process.argv[2] ?? "") as GroupOrder;
try {
  const { default: hre } = await import("hardhat");
  const isSolidity = (file: string) => file.endsWith(".sol");
  const [solidity, mocha] = [files.filter(isSolidity), files.filter((file) => !isSolidity(file))];
  if (solidity.length > 0) await runSolidity(hre, solidity, grep);
  if (mocha.length > 0) await runMocha(hre, mocha, grep);
} catch (error) {
  console.error(error);
  result.failed += 1;
  result.failures.push(`${files[0]} and what goes with it: ${error instanceof Error ? error.message : error}`);
}
process.send?.(result, () => process.exit(0));
