// Where everything stands and stood, and what each contract is a copy of.
import { type Address, type Client, getAddress } from "viem";
import { getCode } from "viem/actions";
import type { Coop, Placement } from "../../../../books/coop.ts";
import { MODULE_AT, type ModuleName } from "../../shared/chain/places.ts";

export type Standing = { name: ModuleName; module: Address; since?: Placement; until?: number };

/** The modules that stand at a place now, in the order of the places, then those that were replaced, the latest first. */
export function standings(coop: Coop): { now: Standing[]; before: Standing[] } {
  const all = coop.placements.flatMap((placed, i): Standing[] => {
    const name = MODULE_AT[placed.place];
    const next = coop.placements.slice(i + 1).find(({ place }) => place === placed.place);
    return name ? [{ name, module: placed.module, since: placed, ...(next && { until: next.at }) }] : [];
  });
  const now = all.filter(({ until }) => until === undefined);
  const before = all.filter(({ until }) => until !== undefined).sort((a, b) => (b.until ?? 0) - (a.until ?? 0));
  return { now: now.sort((a, b) => (a.since?.place ?? 0) - (b.since?.place ?? 0)), before };
}

/** The code of a minimal clone (EIP-1167) is a call to another contract, with that one's address in it. */
const CLONE = /^0x363d3d373d3d3d363d73([0-9a-f]{40})5af43d82803e903d91602b57fd5bf3/;

/** The contract whose code a clone runs; nothing for a contract with code of its own. */
export async function implementationOf(client: Client, address: Address): Promise<Address | undefined> {
  const [, found] = CLONE.exec((await getCode(client, { address })) ?? "") ?? [];
  return found ? getAddress(`0x${found}`) : undefined;
}
