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
import { documentsOf, openDemoDocuments } from "./documents.ts";
import { type DemoIndexer, startDemoIndexer } from "./indexer.ts";
import { roster } from "./people.ts";
import { type DemoStore, openDemoStore, startDemoRelay } from "./relay.ts";
import { type Deployed, deploy, firstBlockDate, seed, setTime } from "./seed.ts";
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
  /** Takes the chain back to where its story ends; whoever acted since, documents and relay begin again. For one without an indexer. */
  rewind(): Promise<void>;
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
    rewind: async () => {
      await living.close();
      living = await rewound(living);
    },
    stop: async () => {
      await Promise.all([stop(), indexer?.stop()]);
      await end(living);
    },
  };
}

type OnChain = Awaited<ReturnType<typeof startChainWithCoop>>;

/** A demo chain does not outlive its process, and neither do the documents that it names and the ballots for it. */
async function end(living: OnChain): Promise<void> {
  await living.close();
  await Promise.all([living.chain.stop(), living.store.delete()]);
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
    const told = await snapshotOf(chain);
    const store = await openDemoStore(randomUUID());
    const before = { chain, world, deployed, told, store };
    return { ...before, ...(await openAround(before)) };
  } catch (error) {
    await chain.stop();
    throw error;
  }
}

const snapshotOf = async ({ connection }: LocalChain) =>
  (await connection.provider.request({ method: "evm_snapshot", params: [] })) as string;

async function rewound({ chain, world, deployed, told, store }: OnChain): Promise<OnChain> {
  await chain.rest();
  const { provider } = chain.connection;
  await provider.request({ method: "evm_revert", params: [told] });
  const before = { chain, world, deployed, told: await snapshotOf(chain), store };
  await setTime(chain.connection, Math.floor(Date.now() / 1_000));
  await provider.request({ method: "evm_mine", params: [] });
  return { ...before, ...(await openAround(before)) };
}

type Told = { chain: LocalChain; world: World; deployed: Deployed; store: DemoStore };

/** What goes with a chain while it lives on: its clock, the documents that it names, and a relay. */
async function openAround({ chain, world, deployed: { factory }, store }: Told) {
  await chain.tick();
  const chainId = Number(await chain.connection.provider.request({ method: "eth_chainId" }));
  const instance = randomUUID();
  const place = { chainId, directory: world.coop.directory };
  const documents = openDemoDocuments(instance, place, await documentsOf(chain.connection, world, place));
  const relay = await startDemoRelay(chain, world.coop.directory, store);
  const { rpcUrl } = chain;
  const file = (indexer?: string) =>
    coopFile(world, { chainId, rpcUrl, instance, relay: relay.url, factory, ...(indexer && { indexer }) });
  const close = async () => {
    await relay.stop();
    documents.delete();
  };
  return { documents, relay, instance, file, close };
}
