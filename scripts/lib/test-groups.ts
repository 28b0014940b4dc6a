// The groups in which tests run, and how two of them run at a time, each in a process of its own.
import { type ChildProcess, fork } from "node:child_process";
import { performance } from "node:perf_hooks";
import { repositoryRoot } from "./files.ts";

export type GroupOrder = { files: string[]; grep?: string };
export type GroupResult = { passed: number; failed: number; skipped: number; failures: string[] };
export type Group = { name: string; files: string[] };

/** As many as a machine of CI has cores. */
const LANES = 2;
const SCRIPT = "scripts/lib/test-group.ts";

/** What takes longest comes first, so that no lane is left with it at the end; the others as they are called. */
const LONGEST = ["browser", "audit", "invariants"];

/** One group a folder of `test/`; Solidity and mocha tests apart. */
export function groupsOf(files: readonly string[]): Group[] {
  const groups = new Map<string, string[]>();
  for (const file of files) {
    const folder = file.split("/")[1] ?? "";
    const name = file.endsWith(".sol") ? `${folder}, Solidity` : folder;
    groups.set(name, [...(groups.get(name) ?? []), file]);
  }
  const all = [...groups].map(([name, of]) => ({ name, files: of }));
  const isLong = ({ name }: Group) => LONGEST.some((long) => name.startsWith(long));
  return [
    ...LONGEST.flatMap((long) => all.filter(({ name }) => name.startsWith(long))),
    ...all.filter((group) => !isLong(group)),
  ];
}

const running = new Set<ChildProcess>();

/** Ends whatever runs: for a script that is told to stop. */
export function stopGroups(): void {
  for (const child of running) child.kill();
}

/** Runs all groups. A group's output is shown as a whole when it ends; that of a single group at once. */
export async function runGroups(groups: readonly Group[], grep: string | undefined): Promise<GroupResult> {
  const all: GroupResult = { passed: 0, failed: 0, skipped: 0, failures: [] };
  const waiting = [...groups];
  const lane = async () => {
    for (let group = waiting.shift(); group; group = waiting.shift()) {
      const result = await runGroup(group, grep, groups.length === 1);
      all.passed += result.passed;
      all.failed += result.failed;
      all.skipped += result.skipped;
      all.failures.push(...result.failures);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return all;
}

function runGroup({ name, files }: Group, grep: string | undefined, isAlone: boolean): Promise<GroupResult> {
  const started = performance.now();
  const order: GroupOrder = { files, grep };
  const child = fork(SCRIPT, [JSON.stringify(order)], {
    cwd: repositoryRoot,
    stdio: isAlone ? "inherit" : ["ignore", "pipe", "pipe", "ipc"],
  });
  running.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      output += chunk;
    });
  }
  let result: GroupResult | undefined;
  child.on("message", (message) => {
    result = message as GroupResult;
  });
  return new Promise((resolve) => {
    child.once("close", (code, signal) => {
      running.delete(child);
      const seconds = Math.round((performance.now() - started) / 1000);
      if (!isAlone) process.stdout.write(`\n== ${name}: ${seconds} s\n${output}`);
      const died = `the tests in ${name} ended early (${signal ?? code})`;
      resolve(result ?? { passed: 0, failed: 1, skipped: 0, failures: [died] });
    });
  });
}
