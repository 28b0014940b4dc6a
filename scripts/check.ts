// Runs every check of the repository, two at a time, and prints one line for each. The output of a check that
// fails follows its line. `npm run check -- NAME...` runs only the named checks and what they need.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { type Check, chooseChecks, runCheck } from "./lib/check-runner.ts";
import { hardhatCli } from "./lib/compile.ts";
import { listFiles, repositoryRoot } from "./lib/files.ts";

const LANES = 2;

const node = (...args: string[]) => [process.execPath, ...args];
const script = (name: string) => node("--disable-warning=ExperimentalWarning", `scripts/checks/${name}.ts`);
const solidityFiles = ["contracts", "test"].flatMap((folder) => listFiles(repositoryRoot, folder, [".sol"]));
const hasDapp = existsSync(join(repositoryRoot, "dapp", "src"));

/** The slowest first; what needs the compiled contracts waits for `compile`. */
const CHECKS: Check[] = [
  { name: "compile", command: node(hardhatCli, "build", "--no-tests") },
  { name: "proofs", command: script("proofs"), showOutput: true },
  { name: "solhint", command: ["solhint", "--disc", "--noPoster", "--max-warnings", "0", "contracts/**/*.sol"] },
  { name: "solidity format", command: ["prettier", "--check", ...solidityFiles] },
  { name: "biome", command: ["biome", "check", "--error-on-warnings", "."] },
  { name: "import law", command: script("import-law") },
  { name: "rule coverage", command: script("rule-coverage"), showOutput: true },
  { name: "hygiene", command: script("hygiene") },
  { name: "words", command: script("words"), showOutput: true },
  { name: "types", command: ["tsc", "--noEmit"], needs: "compile" },
  ...(hasDapp ? [{ name: "dapp types", command: ["tsc", "--noEmit", "--project", "dapp"], needs: "compile" }] : []),
  { name: "indexer types", command: ["tsc", "--noEmit", "--project", "indexer"] },
  { name: "code size", command: script("code-size"), needs: "compile", showOutput: true },
  { name: "generated", command: script("generated"), needs: "compile" },
];

const started = performance.now();
const waiting = chooseChecks(CHECKS, process.argv.slice(2));
const ended = new Map<string, boolean>();
const running = new Set<Promise<void>>();

while (waiting.length > 0 || running.size > 0) {
  const ready = waiting.findIndex(({ needs }) => needs === undefined || ended.has(needs));
  if (ready === -1 || running.size >= LANES) {
    await Promise.race(running);
    continue;
  }
  const [check] = waiting.splice(ready, 1) as [Check];
  const lane: Promise<void> = runCheck(check, ended).then((passed) => {
    ended.set(check.name, passed);
    running.delete(lane);
  });
  running.add(lane);
}

const failed = [...ended].filter(([, passed]) => !passed).map(([name]) => name);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(
  failed.length === 0
    ? `All ${ended.size} checks passed in ${seconds} s.`
    : `Failed after ${seconds} s: ${failed.join(", ")}.`,
);
process.exit(failed.length === 0 ? 0 : 1);
