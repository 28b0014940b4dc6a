// Runs a relay for one co-op. Its key, its limits and, for Postgres, DATABASE_URL come from the environment (docs/relay.md); Ctrl-C
// stops it. Usage: npm run relay -- --rpc URL --coop ADDRESS [--port N] [--folder DIR]    0 picks any free port
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Address, type Hex, isAddress, isHex, size } from "viem";
import { startRelay } from "../relay/relay.ts";
import { settingsFrom } from "../relay/settings.ts";
import { Failure, sentenceFor } from "./lib/failure.ts";
import { HOST, parsePort, requireFreePort } from "./lib/ports.ts";
import { onShutdown } from "./lib/shutdown.ts";

const USAGE = "Usage: RELAY_KEY=0x... npm run relay -- --rpc URL --coop ADDRESS [--port N] [--folder DIR]";
const PORT = "5190";

function readArguments() {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ options: { rpc: text, coop: text, port: text, folder: text } });
  const { rpc, coop = "", port = PORT, folder = "relay-store" } = values;
  if (!rpc || !URL.canParse(rpc) || !isAddress(coop, { strict: false })) throw new Failure(USAGE);
  const from = process.env.INIT_CWD ?? process.cwd();
  return { rpcUrl: rpc, directory: coop as Address, port: parsePort(port, "--port"), folder: resolve(from, folder) };
}

function readKey(): Hex {
  const key = process.env.RELAY_KEY ?? "";
  if (isHex(key) && size(key) === 32) return key;
  throw new Failure(
    "RELAY_KEY is not set to a private key, 0x and 64 digits: make an account for the relay alone, and send it coin.",
  );
}

async function run(): Promise<void> {
  const { rpcUrl, directory, port, folder } = readArguments();
  await requireFreePort(port);
  const url = process.env.DATABASE_URL;
  const relay = await startRelay({
    rpcUrl,
    directory,
    key: readKey(),
    settings: settingsFrom(process.env),
    store: url ? { url } : { folder },
    host: process.env.RELAY_HOST ?? HOST,
    port,
    complain: (line) => console.error(line),
  });
  onShutdown(() => relay.stop());
  await relay.ready().catch(async (error: Error) => {
    await relay.stop();
    throw new Failure(`The relay could not start: ${error.message.split("\n")[0]}`);
  });
  console.log(`The relay takes ballots at ${relay.url} and posts them as ${relay.address}.`);
}

run().catch((error: Error & { code?: string }) => {
  console.error(error.code?.startsWith("ERR_PARSE_ARGS") ? USAGE : sentenceFor(error));
  process.exit(1);
});
