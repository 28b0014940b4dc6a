// The demo's relay: a new account with coin for every run of the chain, and a store that ends with it.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { type Address, type Hex, parseEther, toHex } from "viem";
import { type Relay, startRelay } from "../../relay/relay.ts";
import { DEFAULTS } from "../../relay/settings.ts";
import { repositoryRoot } from "../lib/files.ts";
import type { LocalChain } from "../lib/local-chain.ts";
import { openOwnedFolder } from "../lib/owned-folder.ts";
import { HOST } from "../lib/ports.ts";

/** A visitor sees a ballot arrive on chain before long. */
const DEMO = { ...DEFAULTS, hold: 20, depth: 2, tick: 2_000 };
const COIN = toHex(parseEther("10"));

export async function startDemoRelay(
  { connection, rpcUrl }: LocalChain,
  directory: Address,
  instance: string,
): Promise<Relay> {
  const root = join(repositoryRoot, ".local", "relay");
  const folder = openOwnedFolder(root, instance);
  const key: Hex = toHex(randomBytes(32));
  const relay = await startRelay({
    rpcUrl,
    directory,
    key,
    settings: DEMO,
    store: { folder: join(folder.path, "store") },
    host: HOST,
    port: 0,
    whenAsked: true,
    complain: () => {},
  });
  await connection.provider.request({ method: "hardhat_setBalance", params: [relay.address, COIN] });
  return {
    ...relay,
    stop: async () => {
      await relay.stop();
      folder.delete();
    },
  };
}
