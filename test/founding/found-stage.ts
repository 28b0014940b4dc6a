// A chain of its own with money on it, and the command that founds on it.
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import hre from "hardhat";
import type { Address } from "viem";
import { repositoryRoot } from "../../scripts/lib/files.ts";
import { type LocalChain, startLocalChain } from "../../scripts/lib/local-chain.ts";

const SCRIPT = join(repositoryRoot, "scripts/found/found.ts");
export type Said = { code: number; out: string; err: string };
export type Stage = Awaited<ReturnType<typeof foundStage>>;

export async function foundStage() {
  const chain: LocalChain = await startLocalChain(hre, 0, new Date());
  const folder = mkdtempSync(join(tmpdir(), "found-"));
  const deployments = join(folder, "deployments");
  const euro = await chain.connection.viem.deployContract("TestEuro");
  const ofChain = (rpc = chain.rpcUrl) => ["--rpc", rpc, "--deployments", deployments];
  return {
    chain,
    folder,
    deployments,
    euro: euro.address,
    run: (...list: string[]) => run([...ofChain(), ...list]),
    start: (...list: string[]) => start([...ofChain(), ...list]),
    /** An example of docs/examples, counted in this chain's money; `change` may spoil it. */
    charter(name: string, change: (file: Record<string, unknown>) => void = () => {}): string {
      const file = JSON.parse(readFileSync(join(repositoryRoot, "docs/examples", name), "utf8"));
      file.settlementToken = euro.address;
      change(file);
      const path = join(folder, "charter.json");
      writeFileSync(path, JSON.stringify(file));
      return path;
    },
    async end() {
      await chain.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs the command itself, as `npm run found` does. */
export const run = (list: string[], env: NodeJS.ProcessEnv = {}): Promise<Said> =>
  new Promise((done) => {
    const options = { cwd: repositoryRoot, env: { ...cleanEnvironment(), ...env } };
    const child = execFile(process.execPath, [SCRIPT, ...list], options, (error, out, err) =>
      done({ code: error ? Number(error.code ?? 1) : 0, out, err }),
    );
    child.stdin?.end();
  });

export function start(list: string[]): ChildProcess & { said(): string } {
  const child = spawn(process.execPath, [SCRIPT, ...list], { cwd: repositoryRoot, env: cleanEnvironment() });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (data) => {
      said += data;
    });
  }
  return Object.assign(child, { said: () => said });
}

/** Hardhat's test runner leaves marks that change what its keystore does. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { HH_TEST: _, INIT_CWD: __, ...rest } = process.env;
  return rest;
}

export const addressOf = (name: string, out: string): Address =>
  new RegExp(`^  ${name} +(0x[0-9a-fA-F]{40})$`, "m").exec(out)?.[1] as Address;
