// Compiles the contracts when they have changed.
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { repositoryRoot } from "./files.ts";

const run = promisify(execFile);

/** The path of Hardhat's command line, to be run with this process's own Node. */
export const hardhatCli = join(
  dirname(createRequire(import.meta.url).resolve("hardhat/package.json")),
  "dist",
  "src",
  "cli.js",
);

/** Compiles everything under `contracts/`; throws the compiler's output when it fails. */
export async function compile(): Promise<void> {
  try {
    await run(process.execPath, [hardhatCli, "build", "--no-tests"], { cwd: repositoryRoot });
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new Error(`The contracts do not compile.\n${stdout}${stderr}`);
  }
}
