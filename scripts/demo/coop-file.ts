// coop.json: what the page must know to find this co-op on this run of this chain.
import type { Address } from "viem";
import { COOP_NAME } from "./charter.ts";
import { NAMED } from "./people.ts";
import { account, type World } from "./world.ts";

export const COOP_FILE = "/coop.json";

type OnChain = { rpcUrl: string; chainId: number; instance: string; relay: string; indexer?: string; factory: Address };

export function coopFile(world: World, { factory, ...chain }: OnChain): string {
  const file = {
    ...chain,
    factory: { address: factory, block: 0 },
    tokens: [world.euro],
    directory: world.coop.directory,
    fromBlock: 0,
    name: COOP_NAME,
    local: true,
    explorer: null,
    people: NAMED.map((person) => ({ ...person, account: account(world, person.account) })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
