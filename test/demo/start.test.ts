// npm start as a process: what it says when it cannot start, and that it leaves nothing behind when it stops.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect } from "chai";
import { repositoryRoot } from "../../scripts/lib/files.ts";
import { requireFreePort } from "../../scripts/lib/ports.ts";

const START_MS = 60_000;
/** Chain and pages stop at once; the watch for a dead parent looks every second. */
const STOP_MS = 4_000;
/** By then another block has come, though nothing was sent. */
const BLOCK_MS = 5_000;

type Run = { child: ChildProcess; output(): string; ended: Promise<number | null> };

const start = (args: string[]) => run(process.execPath, ["scripts/with-setup.mjs", "scripts/start.ts", ...args]);

function run(program: string, args: string[]): Run {
  const child = spawn(program, args, {
    cwd: repositoryRoot,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
  return { child, output: () => output, ended: new Promise((resolve) => child.once("exit", resolve)) };
}

async function alive({ child, output }: Run): Promise<{ page: number; rpc: number; indexer: number }> {
  const deadline = Date.now() + START_MS;
  while (!output().includes("Ctrl-C stops everything.")) {
    if (Date.now() > deadline || child.exitCode !== null) throw new Error(`It did not start:\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const patterns = [
    /as a member +http:\/\/127\.0\.0\.1:(\d+)/,
    /--rpc http:\/\/127\.0\.0\.1:(\d+)/,
    /indexer has read the chain:\s+http:\/\/127\.0\.0\.1:(\d+)/,
  ];
  const [page = 0, rpc = 0, indexer = 0] = patterns.map((pattern) => Number(pattern.exec(output())?.[1]));
  return { page, rpc, indexer };
}

/** The newest block after a pause, with its time in unix seconds. */
async function newestBlock(rpc: number, pauseMs = 0): Promise<{ number: number; timestamp: number }> {
  await new Promise((resolve) => setTimeout(resolve, pauseMs));
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_getBlockByNumber", params: ["latest", false] });
  const { result } = await (await fetch(`http://127.0.0.1:${rpc}`, { method: "POST", body })).json();
  return { number: Number(result.number), timestamp: Number(result.timestamp) };
}

async function waitUntilFree(port: number): Promise<void> {
  const deadline = Date.now() + STOP_MS;
  for (;;) {
    try {
      return await requireFreePort(port);
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** The Ponder processes below a run, once there is one. */
async function indexersOf({ child }: Run): Promise<number[]> {
  for (const deadline = Date.now() + START_MS; Date.now() < deadline; ) {
    const all = execFileSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8" })
      .split("\n")
      .map((line) => line.trim().split(/\s+/))
      .map(([pid, parent, ...args]) => ({ pid: Number(pid), parent: Number(parent), args: args.join(" ") }));
    const below = new Set([child.pid]);
    for (const { pid, parent } of all.toSorted((a, b) => a.pid - b.pid)) if (below.has(parent)) below.add(pid);
    const found = all.filter(({ pid, args }) => below.has(pid) && args.includes("ponder.js start"));
    if (found.length > 0) return found.map(({ pid }) => pid);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("No indexer was started.");
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe("npm start", () => {
  it("is alive on free ports, and stops with 0 and nothing left when told to", async function () {
    this.timeout(START_MS + STOP_MS);
    const started = start(["--port", "0"]);
    const ports = await alive(started);
    const file = await (await fetch(`http://127.0.0.1:${ports.page}/coop.json`)).json();
    const indexer = `http://127.0.0.1:${ports.indexer}`;
    expect(file).to.include({ chainId: 31337, rpcUrl: `http://127.0.0.1:${ports.rpc}`, local: true, indexer });
    expect(await (await fetch(`${indexer}/health`)).json()).to.include({ rpc: file.rpcUrl });
    const indexers = await indexersOf(started);
    expect(file.people.map(({ key }: { key: string }) => key)).to.include.members(["ana", "elif", "visitor"]);

    const documents = join(repositoryRoot, ".local", "documents", file.instance);
    expect(existsSync(documents)).to.equal(true);
    expect((await fetch(`http://127.0.0.1:${ports.page}/documents/0x12`)).status).to.equal(404);

    const [first, second] = [await newestBlock(ports.rpc), await newestBlock(ports.rpc, BLOCK_MS)];
    expect(second.number).to.be.greaterThan(first.number);
    expect(Math.abs(second.timestamp - Date.now() / 1_000)).to.be.lessThan(BLOCK_MS / 1_000);

    const asked = Date.now();
    started.child.kill("SIGTERM");
    expect(await started.ended).to.equal(0);
    expect(Date.now() - asked).to.be.lessThan(STOP_MS);
    await Promise.all([ports.page, ports.rpc, ports.indexer].map(waitUntilFree));
    expect(existsSync(documents)).to.equal(false);
    expect(existsSync(join(repositoryRoot, ".local", "indexer-demo", file.instance))).to.equal(false);
    expect(indexers.filter(isAlive)).to.deep.equal([]);
  });

  it("stops by itself when npm is killed", async function () {
    this.timeout(START_MS + STOP_MS);
    const npm = run("npm", ["start", "--", "--port", "0"]);
    const ports = await alive(npm);
    const indexers = await indexersOf(npm);
    npm.child.kill("SIGKILL");
    await Promise.all([ports.page, ports.rpc, ports.indexer].map(waitUntilFree));
    expect(indexers.filter(isAlive)).to.deep.equal([]);
  });

  it("names a taken port in one sentence and how to choose another", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as { port: number };
    const refused = start(["--port", "0", "--rpc-port", String(port)]);
    expect(await refused.ended).to.equal(1);
    await new Promise((resolve) => other.close(resolve));
    expect(refused.output().trim()).to.equal(
      `Port ${port} is taken by another program: stop it, or choose other ports with \`npm start -- --port N --rpc-port N\`.`,
    );
  });

  it("says what a port is and which options there are", async () => {
    const odd = start(["--port", "many"]);
    expect(await odd.ended).to.equal(1);
    expect(odd.output().trim()).to.equal(
      '--port needs a number from 0 to 65535 and got "many": 0 picks any free port.',
    );
    const unknown = start(["--prot", "1"]);
    expect(await unknown.ended).to.equal(1);
    expect(unknown.output().trim()).to.equal("Usage: npm start -- [--port N] [--rpc-port N] [--indexer-port N]");
  });
});
