// Keeps the documents of one co-op, for whoever serves the dApp from a plain web server: let that server pass /documents and /keys on
// to this one. Listens on this machine only; Ctrl-C stops it.
// Usage: npm run documents -- --folder DIR --chain ID --coop ADDRESS [--port N]    0 picks any free port
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";
import { isAddress } from "viem";
import { documentHandler } from "../documents/service/handler.ts";
import { Store } from "../documents/service/store.ts";
import { Failure, sentenceFor } from "./lib/failure.ts";
import { HOST, parsePort, requireFreePort } from "./lib/ports.ts";
import { onShutdown } from "./lib/shutdown.ts";

const USAGE = "Usage: npm run documents -- --folder DIR --chain ID --coop ADDRESS [--port N]";
const PORT = "5180";

function readArguments() {
  const text = { type: "string" } as const;
  const options = { folder: text, chain: text, coop: text, port: text };
  const { values } = parseArgs({ options });
  const { folder, chain, coop, port = PORT } = values;
  if (!folder || !/^\d+$/.test(chain ?? "") || !isAddress(coop ?? "", { strict: false })) throw new Failure(USAGE);
  return {
    folder,
    place: { chainId: Number(chain), directory: coop as `0x${string}` },
    port: parsePort(port, "--port"),
  };
}

async function run(): Promise<void> {
  const { folder, place, port } = readArguments();
  await requireFreePort(port);
  const handler = documentHandler(new Store(folder), place);
  const server = createServer((request, response) => {
    response.setHeader("x-content-type-options", "nosniff");
    void handler(request, response);
  });
  onShutdown(async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, HOST, resolve);
  });
  console.log(`Documents are kept in ${folder} and served at http://${HOST}:${(server.address() as AddressInfo).port}`);
}

run().catch((error: Error & { code?: string }) => {
  console.error(error.code?.startsWith("ERR_PARSE_ARGS") ? USAGE : sentenceFor(error));
  process.exit(1);
});
