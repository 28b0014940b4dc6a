// Starts a living, seeded co-op on this machine: chain, contracts, history, pages and indexer. Ctrl-C stops all of it.
// Usage: npm start -- [--port N] [--rpc-port N] [--indexer-port N]    0 picks any free port
import { parseArgs } from "node:util";
import { type LivingCoop, startLivingCoop } from "./demo/living-coop.ts";
import { Failure, sentenceFor } from "./lib/failure.ts";
import { onNpmDeath } from "./lib/npm-above.ts";
import { parsePort } from "./lib/ports.ts";
import { onShutdown } from "./lib/shutdown.ts";

const PAGE_PORT = "5173";
const RPC_PORT = "8545";
const INDEXER_PORT = "5190";
const USAGE = "Usage: npm start -- [--port N] [--rpc-port N] [--indexer-port N]";

let living: LivingCoop | undefined;
let stopping = false;

function fail(error: unknown): never {
  if (process.env.DEBUG) console.error(error);
  console.error(sentenceFor(error));
  process.exit(1);
}

function readPorts(): { page: number; rpc: number; indexer: number } {
  try {
    const text = { type: "string" } as const;
    const { values } = parseArgs({ options: { port: text, "rpc-port": text, "indexer-port": text } });
    const page = parsePort(values.port ?? PAGE_PORT, "--port");
    const rpc = parsePort(values["rpc-port"] ?? (page === 0 ? "0" : RPC_PORT), "--rpc-port");
    const indexer = parsePort(values["indexer-port"] ?? (page === 0 ? "0" : INDEXER_PORT), "--indexer-port");
    return { page, rpc, indexer };
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(USAGE);
  }
}

function write(text: string): void {
  if (!stopping) process.stdout.write(text);
}

function say(line: string): void {
  write(`${line}\n`);
}

function introduce({ pageUrl, rpcUrl, indexerUrl, world }: LivingCoop): void {
  say("");
  say("Wheelwright Rides is alive. Open one of these:");
  say(`  as a member    ${pageUrl}/?demo=ana`);
  say(`  as an auditor  ${pageUrl}/audit`);
  say("");
  say("The chain answers here, and this checks its books from outside:");
  say(`  ${rpcUrl}`);
  say(`  npm run audit -- --rpc ${rpcUrl} --coop ${world.coop.directory}`);
  say("");
  say("Its books as GraphQL, SQL, tables and files, once the indexer has read the chain:");
  say(`  ${indexerUrl}`);
  say("");
  say("Ctrl-C stops everything.");
}

onShutdown(async () => {
  stopping = true;
  await living?.stop();
});
onNpmDeath(() => process.kill(process.pid, "SIGTERM"));
process.on("uncaughtException", fail);
process.on("unhandledRejection", fail);

try {
  const started = performance.now();
  living = await startLivingCoop(readPorts(), write);
  say(`Ready after ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  introduce(living);
} catch (error) {
  fail(error);
}
