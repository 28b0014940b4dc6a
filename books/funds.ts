// The Treasury's funds by number, as in contracts/libraries/Funds.sol.
export const OUTSIDE = 0;
export const OPERATING = 1;
export const SHARE_CAPITAL = 2;
export const COMMONS = 3;
export const MEMBER_INCOME = 4;
export const WITHDRAWALS_PAYABLE = 6;
export const INTEREST_PAYABLE = 7;
export const UPKEEP = 8;
export const AUCTIONS = 9;
export const COMMUNITY = 10;
/** The first of the funds that each series or machine has: service of its bonds, bids for them, its purchase. */
export const BOND_SERVICE = 1 << 16;
export const BOND_BIDS = 1 << 17;
export const PURCHASE = 1 << 18;

export type FundOf = "service" | "bids" | "purchase";

/** Which machine's fund it is, and what for; undefined for the others. */
export function fundOfMachine(fund: number): { of: number; use: FundOf } | undefined {
  if (fund > PURCHASE) return { of: fund - PURCHASE, use: "purchase" };
  if (fund > BOND_BIDS) return { of: fund - BOND_BIDS, use: "bids" };
  if (fund > BOND_SERVICE) return { of: fund - BOND_SERVICE, use: "service" };
  return undefined;
}

/** What is handed over for a lease: from outside by somebody, or a deposit that became the first rent. */
export function isRent({ from, to, party }: { from: number; to: number; party: `0x${string}` }): boolean {
  const toStep = to === UPKEEP || to === MEMBER_INCOME || fundOfMachine(to)?.use === "service";
  return toStep && (from === AUCTIONS || (from === OUTSIDE && BigInt(party) !== 0n));
}
