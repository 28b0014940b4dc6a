// The demo's relay: a new account with coin for every run of the chain, and a store that ends with it.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { type Address, parseEther, toHex } from "viem";
import { type Relay, startRelay } from "../../relay/relay.ts";
import { DEFAULTS } from "../../relay/settings.ts";
import { type Database, openDatabase } from "../../relay/store/database.ts";
import { repositoryRoot } from "../lib/files.ts";
import type { LocalChain } from "../lib/local-chain.ts";
import { openOwnedFolder } from "../lib/owned-folder.ts";
import { HOST } from "../lib/ports.ts";

/** A visitor sees a ballot arrive on chain before long. */
const DEMO = { ...DEFAULTS, hold: 20, depth: 2, tick: 2_000 };
const COIN = toHex(parseEther("10"));

export type DemoStore = { database: Database; delete(): Promise<void> };

/** Making one takes seconds, so a chain that begins again keeps it. */
export async function openDemoStore(instance: string): Promise<DemoStore> {
  const folder = openOwnedFolder(join(repositoryRoot, ".local", "relay"), instance);
  const database = await openDatabase({ folder: join(folder.path, "store") });
  return {
    database,
    delete: async () => {
      await database.close();
      folder.delete();
    },
  };
}

/** Begins without the papers that the store still has of another run. */
export async function startDemoRelay(
  { connection, rpcUrl }: LocalChain,
  directory: Address,
  { database }: DemoStore,
): Promise<Relay> {
  await database.query("drop table if exists house, papers, attempts, sendings");
  const relay = await startRelay({
    rpcUrl,
    directory,
    key: toHex(randomBytes(32)),
    settings: DEMO,
    store: { ...database, close: async () => {} },
    host: HOST,
    port: 0,
    whenAsked: true,
    complain: () => {},
  });
  await connection.provider.request({ method: "hardhat_setBalance", params: [relay.address, COIN] });
  return relay;
}
