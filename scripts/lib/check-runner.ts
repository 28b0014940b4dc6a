// Runs one check as a process and prints its result.
import { spawn } from "node:child_process";
import { performance } from "node:perf_hooks";
import { repositoryRoot } from "./files.ts";

export interface Check {
  name: string;
  command: string[];
  /** The check that must have passed before. */
  needs?: string;
  /** Print the output of a passing check too. */
  showOutput?: boolean;
}

/** The named checks with what they need, or all of them when no name is given. */
export function chooseChecks(checks: Check[], names: string[]): Check[] {
  const unknown = names.filter((name) => !checks.some((check) => check.name === name));
  if (unknown.length > 0) {
    console.error(
      `There is no check "${unknown.join('", "')}": choose from ${checks.map(({ name }) => name).join(", ")}.`,
    );
    process.exit(1);
  }
  const wanted = new Set(names.length > 0 ? names : checks.map(({ name }) => name));
  for (const { name, needs } of checks) if (needs && wanted.has(name)) wanted.add(needs);
  return checks.filter(({ name }) => wanted.has(name));
}

/** Runs the check and tells whether it passed; `ended` holds the results so far. */
export async function runCheck(
  { name, command, needs, showOutput }: Check,
  ended: Map<string, boolean>,
): Promise<boolean> {
  if (needs !== undefined && ended.get(needs) === false) {
    console.log(`skip  ${name.padEnd(16)} because ${needs} failed`);
    return false;
  }
  const started = performance.now();
  const { code, output } = await runProcess(command);
  const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(5);
  console.log(`${code === 0 ? "ok  " : "FAIL"}  ${name.padEnd(16)} ${seconds} s`);
  if (code !== 0 || showOutput) console.log(indent(output));
  return code === 0;
}

function runProcess([program = "", ...args]: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: repositoryRoot, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr.on("data", (chunk) => {
      output += chunk;
    });
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

function indent(text: string): string {
  return text.trim().replace(/^/gm, "      ");
}
