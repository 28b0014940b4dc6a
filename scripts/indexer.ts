// Follows one co-op on one chain and serves its books as GraphQL, SQL, files and feeds, to this machine only. Ctrl-C stops it.
// Usage: npm run indexer -- --rpc URL --coop ADDRESS [--port N] [--page URL] [--rate N]    0 picks any free port
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { isAddress } from "viem";
import { type Indexer, startIndexer } from "../indexer/supervisor/indexer.ts";
import { Failure, sentenceFor } from "./lib/failure.ts";
import { repositoryRoot } from "./lib/files.ts";
import { parsePort, requireFreePort } from "./lib/ports.ts";
import { onShutdown } from "./lib/shutdown.ts";

const USAGE = "Usage: npm run indexer -- --rpc URL --coop ADDRESS [--port N] [--folder DIR] [--page URL] [--rate N]";
const PORT = "5190";

function readArguments() {
  const text = { type: "string" } as const;
  const options = { rpc: text, coop: text, port: text, folder: text, page: text, rate: text };
  const { values } = parseArgs({ options });
  const { rpc = "", coop = "", port = PORT, folder, page, rate } = values;
  if (!/^https?:\/\/./.test(rpc) || !isAddress(coop, { strict: false })) throw new Failure(USAGE);
  if (rate !== undefined && !/^[1-9]\d{0,4}$/.test(rate)) throw new Failure(USAGE);
  return {
    rpc,
    directory: coop,
    port: parsePort(port, "--port"),
    // Relative to where the command was given.
    root: folder ? resolve(process.env.INIT_CWD ?? process.cwd(), folder) : join(repositoryRoot, ".local", "indexer"),
    ...(process.env.DATABASE_URL && { databaseUrl: process.env.DATABASE_URL }),
    ...(page && { pageUrl: page }),
    ...(rate && { rate: Number(rate) }),
  };
}

let indexer: Indexer | undefined;
onShutdown(async () => await indexer?.stop());

try {
  const options = readArguments();
  await requireFreePort(options.port);
  indexer = await startIndexer({ ...options, say: (line) => console.error(line) });
  console.log(`The indexer reads the co-op ${options.directory} from ${options.rpc} and answers at ${indexer.url}`);
  const started = performance.now();
  await indexer.ready();
  console.log(`All that the chain had is read after ${((performance.now() - started) / 1_000).toFixed(1)} s.`);
} catch (error) {
  console.error(sentenceFor(error));
  process.exit(1);
}
