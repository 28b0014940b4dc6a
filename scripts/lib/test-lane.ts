// Runs the units that scripts/test.ts hands over, one after the other, in this process, and tells what came of each.
// Usage, from scripts/lib/test-lanes.ts alone: node scripts/lib/test-lane.ts
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import Mocha from "mocha";
import { endShared } from "./at-the-end.ts";
import { countingReporter } from "./mocha-reporter.ts";
import { END, type Order, type Result } from "./test-lanes.ts";

interface SolidityRun {
  suiteResults: { testResults: { name: string; status: "Success" | "Failure" | "Skipped" }[] }[];
}

const nothing = (): Result => ({ passed: 0, failed: 0, skipped: 0, failures: [] });
/** Assertions that failed and that no test waited for. Mocha tells of each a second time. */
const late = new Set<Error>();

/** Counts the results of the suites one by one: the summary that Hardhat 3.13 returns may still be all zeros. */
async function runSolidity(hre: HardhatRuntimeEnvironment, { files, grep }: Order): Promise<Result> {
  const answer = (await hre.tasks.getTask(["test", "solidity"]).run({ testFiles: files, grep })) as {
    success: boolean;
    value?: SolidityRun;
    error?: SolidityRun;
  };
  const tests = ((answer.value ?? answer.error)?.suiteResults ?? []).flatMap(({ testResults }) => testResults);
  const named = (status: string) => tests.filter((test) => test.status === status).map(({ name }) => name);
  const failures = named("Failure");
  if (!answer.success && failures.length === 0) failures.push("the Solidity tests");
  return { passed: named("Success").length, skipped: named("Skipped").length, failed: failures.length, failures };
}

/** Hardhat's own task runs mocha only once in a process. */
async function runMocha(hre: HardhatRuntimeEnvironment, { files, grep }: Order): Promise<Result> {
  const result = nothing();
  const options = { ...(hre.config.test.mocha as Mocha.MochaOptions), ...(grep && { grep }) };
  const mocha = new Mocha({ ...options, reporter: countingReporter(result) });
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  await new Promise<unknown>((resolve) => mocha.run(resolve));
  mocha.dispose();
  return result;
}

async function run(order: Order): Promise<Result> {
  try {
    const { default: hre } = await import("hardhat");
    const result = await (order.files[0]?.endsWith(".sol") ? runSolidity(hre, order) : runMocha(hre, order));
    for (const error of late) result.failures.push(`not awaited: ${error.message}`);
    late.clear();
    return { ...result, failed: result.failures.length };
  } catch (error) {
    console.error(error);
    return { ...nothing(), failed: 1, failures: [`${order.files[0]} and what goes with it: ${wordsOf(error)}`] };
  }
}

async function end(): Promise<Result> {
  try {
    await endShared();
    return nothing();
  } catch (error) {
    console.error(error);
    return { ...nothing(), failed: 1, failures: [`what the tests shared did not end: ${wordsOf(error)}`] };
  }
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function tell(result: Result, then: () => void): void {
  process.stdout.write(END);
  process.stderr.write(END);
  process.send?.(result, then);
}

process.env.HH_TEST = "true";
process.env.NODE_ENV ??= "test";
process.on("unhandledRejection", (error) => {
  if (error instanceof Error && error.name === "AssertionError") late.add(error);
});
// npm's own Ctrl-C reaches the whole group; a SIGTERM comes from scripts/test.ts, and so does its death.
process.on("disconnect", () => process.exit(1));
process.on("message", async (order: Order | "end") => {
  if (order === "end") tell(await end(), () => process.exit(0));
  else tell(await run(order), () => {});
});
