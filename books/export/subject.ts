// What an export is of: the books, and of which chain, co-op and block they are.
import type { Token } from "../books.ts";
import type { Address, Hex } from "../event.ts";
import type { Coop } from "../model.ts";

export type ExportOf = { chainId: number; directory: Address; block: bigint | number; blockHash?: Hex; token: Token };
export type ExportFile = { name: string; text: string };

export const isoOf = (seconds: number): string => new Date(seconds * 1_000).toISOString();
/** In UTC. */
export const dayOf = (seconds: number): string => isoOf(seconds).slice(0, 10);

const NOBODY = 0n;
const MODULES: Record<number, string> = {
  8: "the treasury",
  9: "the reserve",
  14: "the market",
  15: "the patronage",
  16: "the surplus",
};

/** "member 12", "the market", or the account itself; nothing for nobody. No export has names. */
export function namesIn({ members, placements }: Coop): (account: string) => string {
  const names = new Map<string, string>();
  for (const { place, module } of placements) {
    const name = MODULES[place];
    if (name) names.set(module.toLowerCase(), name);
  }
  for (const { id, account, formerAccounts } of members.values()) {
    for (const former of formerAccounts) names.set(former.account.toLowerCase(), `member ${id}`);
    names.set(account.toLowerCase(), `member ${id}`);
  }
  return (account) => (BigInt(account) === NOBODY ? "" : (names.get(account.toLowerCase()) ?? account));
}
