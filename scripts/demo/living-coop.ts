// The whole demo: chain, seeded co-op and dApp in this process, and on request the indexer beside it. Used by npm start, npm run
// smoke and the browser tests.
import { randomUUID } from "node:crypto";
import { type Handler, PATHS } from "../../documents/service/handler.ts";
import type { Relay } from "../../relay/relay.ts";
import { buildLocalDapp } from "../lib/built-dapp.ts";
import { compileInProcess } from "../lib/compile-in-process.ts";
import { type LocalChain, startLocalChain } from "../lib/local-chain.ts";
import { requireFreePort } from "../lib/ports.ts";
import { type SiteServer, serveFiles } from "../lib/serve-files.ts";
import { type Report, step } from "../lib/steps.ts";
import { COOP_FILE, coopFile } from "./coop-file.ts";
import { type DemoDocuments, documentsOf, openDemoDocuments } from "./documents.ts";
import { type DemoIndexer, startDemoIndexer } from "./indexer.ts";
import { roster } from "./people.ts";
import { startDemoRelay } from "./relay.ts";
import { deploy, firstBlockDate, seed } from "./seed.ts";
import type { World } from "./world.ts";

export type LivingCoop = {
  pageUrl: string;
  rpcUrl: string;
  world: World;
  chain: LocalChain;
  relay: Relay;
  /** Where the indexer answers, if there is one. */
  indexerUrl?: string;
  /** Ends the chain and begins another one in its place, as if `npm start` had been stopped and started again. */
  restartChain(): Promise<void>;
  stop(): Promise<void>;
};

/** Without a port for it no indexer is started: most tests need none. */
type Ports = { page: number; rpc: number; indexer?: number };

/** Port 0 picks any free one. Everything that was started is stopped again when a later step fails. */
export async function startLivingCoop(ports: Ports, report: Report): Promise<LivingCoop> {
  await Promise.all([ports.page, ports.rpc, ports.indexer ?? 0].map(requireFreePort));
  await step(report, "Compiling the contracts", async () => compileInProcess((await import("hardhat")).default));
  let living = await startChainWithCoop(ports.rpc, report);
  let site: SiteServer | undefined;
  let indexer: DemoIndexer | undefined;
  /** It begins when the pages are there and reads while the visitor looks around. */
  const index = async (port: number | undefined) => {
    if (port === undefined || !site) return;
    const of = { rpc: living.chain.rpcUrl, directory: living.world.coop.directory, port, pageUrl: site.url };
    indexer = await startDemoIndexer(living.instance, of);
  };
  try {
    const { folder } = await step(report, "Building the pages", buildLocalDapp, ({ built }) =>
      built ? "" : "unchanged",
    );
    const generated = { [COOP_FILE]: () => living.file(indexer?.url) };
    const documents: Handler = (request, response) => living.documents.handler(request, response);
    const handlers = Object.fromEntries(PATHS.map((path) => [path, documents]));
    site = await serveFiles({ folder, generated, handlers }, ports.page);
    await index(ports.indexer);
  } catch (error) {
    await site?.stop();
    await end(living);
    throw error;
  }
  const { url, stop } = site;
  return {
    pageUrl: url,
    rpcUrl: living.chain.rpcUrl,
    get world() {
      return living.world;
    },
    get chain() {
      return living.chain;
    },
    get relay() {
      return living.relay;
    },
    ...(indexer && { indexerUrl: indexer.url }),
    restartChain: async () => {
      // Its rows are of the chain that ends.
      const port = indexer?.port;
      await indexer?.stop();
      await end(living);
      living = await startChainWithCoop(living.chain.port, report);
      await index(port);
    },
    stop: async () => {
      await Promise.all([stop(), indexer?.stop()]);
      await end(living);
    },
  };
}

type OnChain = { chain: LocalChain; documents: DemoDocuments; relay: Relay };

/** A demo chain does not outlive its process, and neither do the documents that it names and the ballots for it. */
async function end({ chain, documents, relay }: OnChain): Promise<void> {
  await relay.stop();
  await chain.stop();
  documents.delete();
}

async function startChainWithCoop(port: number, report: Report) {
  const { default: hre } = await import("hardhat");
  const chain = await step(report, "Starting a local chain", () => startLocalChain(hre, port, firstBlockDate()));
  try {
    const deployed = await step(report, "Deploying the contracts", () => deploy(chain.connection));
    const world = await step(
      report,
      "Founding and living the co-op",
      () => seed(chain.connection, deployed),
      () => `${roster().length} members ever, four months`,
    );
    await chain.tick();
    const chainId = Number(await chain.connection.provider.request({ method: "eth_chainId" }));
    const instance = randomUUID();
    const place = { chainId, directory: world.coop.directory };
    const documents = openDemoDocuments(instance, place, await documentsOf(chain.connection, world, place));
    const relay = await startDemoRelay(chain, world.coop.directory, instance);
    const { rpcUrl } = chain;
    const { factory } = deployed;
    const file = (indexer?: string) =>
      coopFile(world, { chainId, rpcUrl, instance, relay: relay.url, factory, ...(indexer && { indexer }) });
    return { chain, world, documents, relay, instance, file };
  } catch (error) {
    await chain.stop();
    throw error;
  }
}
