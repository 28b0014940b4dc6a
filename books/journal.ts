// The journal: every movement of money as a balanced entry, and beside it what the commons reckon without money: coupons that
// fell due, wear, losses. Each asset is booked in its own units; nothing is ever priced.
//
// A machine is an asset at cost. It is written off evenly over its useful life, up to the day of every rent and of its end: there
// is no event for the passing of time, and nobody needs its book value between rents but the auctioneer, who works it out. Rent
// is income; its coupons are a cost, and what it leaves for the members is shared at once and owed from then on (A5). What bonds
// raised is owed to their holders, whichever fund the money waits in.
import { type Address, BooksError, type Hex } from "./event.ts";
import { fundName } from "./fund-names.ts";
import { AUCTIONS, BOND_SERVICE, COMMONS, fundOfMachine, MEMBER_INCOME, OPERATING, OUTSIDE, UPKEEP } from "./funds.ts";
import type { Move, Reckoned } from "./model.ts";

export type AccountKind = "asset" | "liability" | "equity";
export type Account = { kind: AccountKind; name: string };
export type Posting = { account: Account; debit: bigint; credit: bigint };
export type Entry = {
  at: number;
  block: bigint;
  logIndex: number;
  tx: Hex;
  asset: Address;
  memo: Hex;
  party: Address;
  postings: readonly Posting[];
};

export const asset = (name: string): Account => ({ kind: "asset", name });
export const liability = (name: string): Account => ({ kind: "liability", name });
export const equity = (name: string): Account => ({ kind: "equity", name });

const TREASURY = asset("held by the treasury");
const MACHINES = asset("machines at cost");
const WORN = asset("accumulated depreciation");
const RENT = equity("rent");
const SHARED = equity("income shared equally");
const SOLD = equity("machines sold or lost");
const INVESTED = equity("commons in machines");
const COUPONS = equity("coupons");
const WEAR = equity("depreciation");
const FORGONE = equity("bonds not repaid");
/** What the market handed over of its fees, what the co-op had done there, and surpluses as they were divided. */
export const FEES = equity("fees of the market");
export const WORK = equity("work for the co-op");
const DIVIDED = equity("surpluses divided");
const bonds = (series: number) => liability(`bonds payable ${series}`);
const couponsDue = (series: number) => liability(`coupons payable ${series}`);
/** Money that holders took, until the event after it says what for. */
const taken = (series: number) => liability(fundName(BOND_SERVICE + series));

/** Funds that are nobody's debt; of some what comes from outside is income, and what goes there costs. */
const OWN: Record<number, { income?: string; costs?: string }> = {
  1: { income: "operating income", costs: "operating costs" },
  2: {},
  3: { costs: "commons projects" },
  8: { costs: "upkeep" },
  10: { costs: "community projects" },
};

export const debit = (account: Account, amount: bigint): Posting => ({ account, debit: amount, credit: 0n });
export const credit = (account: Account, amount: bigint): Posting => ({ account, debit: 0n, credit: amount });

/** One movement as a balanced entry. */
export function entryOf(move: Move): Entry {
  const { amount } = move;
  const toMembers = isRent(move) && move.to === MEMBER_INCOME;
  return {
    at: move.at,
    block: move.block,
    logIndex: move.logIndex,
    tx: move.tx,
    asset: move.asset,
    memo: move.memo,
    party: move.party,
    postings: [
      debit(debited(move), amount),
      credit(credited(move), amount),
      ...(toMembers ? [debit(SHARED, amount), credit(fundAccount(MEMBER_INCOME), amount)] : []),
    ],
  };
}

/** What is handed over for a lease: from outside by somebody, or a deposit that became the first rent. */
function isRent({ from, to, party }: Move): boolean {
  const toStep = to === UPKEEP || to === MEMBER_INCOME || fundOfMachine(to)?.use === "service";
  return toStep && (from === AUCTIONS || (from === OUTSIDE && BigInt(party) !== 0n));
}

function debited(move: Move): Account {
  const { from, to } = move;
  const machine = fundOfMachine(from);
  if (to === OUTSIDE) {
    if (machine?.use === "purchase") return MACHINES;
    if (from === OPERATING && move.via) return move.via === "market" ? WORK : DIVIDED;
    return equityOr(OWN[from]?.costs, from);
  }
  if (from === OUTSIDE) return TREASURY;
  if (machine && machine.use !== "bids") return to === COMMONS ? INVESTED : bonds(machine.of);
  return fundAccount(from);
}

function credited(move: Move): Account {
  const { from, to } = move;
  if (to === OUTSIDE) return TREASURY;
  if (isRent(move)) return RENT;
  if (from === AUCTIONS && to === COMMONS) return SOLD;
  if (from === OUTSIDE && to === OPERATING && move.via === "market") return FEES;
  if (from === OUTSIDE) return equityOr(OWN[to]?.income, to);
  const machine = fundOfMachine(to);
  if (machine && machine.use !== "bids") return from === COMMONS ? INVESTED : bonds(machine.of);
  return fundAccount(to);
}

const equityOr = (name: string | undefined, fund: number): Account => (name ? equity(name) : fundAccount(fund));

function fundAccount(fund: number): Account {
  return fund === OUTSIDE || OWN[fund] ? equity(fundName(fund)) : liability(fundName(fund));
}

/** What moved no money, as a balanced entry. */
export function reckonedEntryOf(reckoned: Reckoned, token: Address): Entry {
  const { at, block, logIndex, tx } = reckoned;
  return { at, block, logIndex, tx, asset: token, memo: NONE, party: NOBODY, postings: postingsOf(reckoned) };
}

export const NONE: Hex = `0x${"0".repeat(64)}`;
const NOBODY: Address = `0x${"0".repeat(40)}`;

function postingsOf(reckoned: Reckoned): Posting[] {
  const { of } = reckoned;
  switch (reckoned.does) {
    case "coupon due":
      return [debit(COUPONS, reckoned.amount), credit(couponsDue(of), reckoned.amount)];
    case "claim": {
      const { coupon, principal } = reckoned;
      return [debit(couponsDue(of), coupon), debit(bonds(of), principal), credit(taken(of), coupon + principal)];
    }
    case "bonds not repaid":
      return [debit(bonds(of), reckoned.amount), credit(FORGONE, reckoned.amount)];
    case "depreciation":
      return [debit(WEAR, reckoned.amount), credit(WORN, reckoned.amount)];
    case "parting": {
      const { cost, writtenOff, toHolders } = reckoned;
      // What holders got of the price came in as rent does.
      return [
        ...[debit(RENT, toHolders), credit(SOLD, toHolders)],
        ...[debit(WORN, writtenOff), debit(SOLD, cost - writtenOff), credit(MACHINES, cost)],
      ];
    }
  }
}

export const journalOf = (moves: readonly Move[]): Entry[] => moves.map(entryOf);

/** Balances per asset and account: debits less credits for assets, credits less debits for the rest. */
export type Balances = Map<string, Map<string, { account: Account; amount: bigint }>>;

export function balancesOf(entries: readonly Entry[]): Balances {
  const balances: Balances = new Map();
  for (const entry of entries) post(balances, entry);
  return balances;
}

/** Assets less liabilities less equity is zero after every entry; throws a BooksError that names the entry. */
export function checkBalance(entries: readonly Entry[]): Balances {
  const balances: Balances = new Map();
  for (const entry of entries) {
    post(balances, entry);
    const difference = imbalanceOf(balances, entry.asset);
    if (difference !== 0n) {
      throw new BooksError(`The books are ${difference} out after block ${entry.block}, log ${entry.logIndex}.`);
    }
  }
  return balances;
}

/** Assets less liabilities less equity, of one asset. */
export function imbalanceOf(balances: Balances, asset: string): bigint {
  let difference = 0n;
  for (const { account, amount } of balances.get(asset.toLowerCase())?.values() ?? []) {
    difference += account.kind === "asset" ? amount : -amount;
  }
  return difference;
}

function post(balances: Balances, entry: Entry): void {
  const asset = entry.asset.toLowerCase();
  const accounts = balances.get(asset) ?? new Map<string, { account: Account; amount: bigint }>();
  balances.set(asset, accounts);
  for (const { account, debit, credit } of entry.postings) {
    const change = account.kind === "asset" ? debit - credit : credit - debit;
    accounts.set(account.name, { account, amount: (accounts.get(account.name)?.amount ?? 0n) + change });
  }
}
