// coop.json: what the page must know to find this co-op on this run of this chain.
import { COOP_NAME } from "./charter.ts";
import { NAMED } from "./people.ts";
import { account, type World } from "./world.ts";

export const COOP_FILE = "/coop.json";

type OnChain = { rpcUrl: string; chainId: number; instance: string; relay: string; indexer?: string };

export function coopFile(world: World, chain: OnChain): string {
  const file = {
    ...chain,
    directory: world.coop.directory,
    fromBlock: 0,
    name: COOP_NAME,
    local: true,
    explorer: null,
    people: NAMED.map((person) => ({ ...person, account: account(world, person.account) })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
