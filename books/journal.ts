// The journal: every movement of money as a balanced entry, and beside it what the commons reckon without money: coupons that
// fell due, wear, losses. Each asset is booked in its own units; nothing is ever priced.
//
// A machine is an asset at cost. It is written off evenly over its useful life, up to the day of every rent and of its end: there
// is no event for the passing of time, and nobody needs its book value between rents but the auctioneer, who works it out. Rent
// is income; its coupons are a cost, and what it leaves for the members is shared at once and owed from then on (A5). What bonds
// raised is owed to their holders, whichever fund the money waits in.
import {
  type Account,
  bondsPayable,
  COUPONS,
  COVERED,
  claimOn,
  costOf,
  couponsPayable,
  DIVIDED,
  ENDOWED,
  FORGONE,
  held,
  INTEREST,
  INVESTED,
  incomeOf,
  MACHINES,
  ON_ITS_WAY,
  RENT,
  SHARED,
  SOLD,
  WEAR,
  WORK,
  WORN,
} from "./chart.ts";
import { type Address, BooksError, type Hex } from "./event.ts";
import {
  AUCTIONS,
  BOND_SERVICE,
  COMMONS,
  fundOfMachine,
  INTEREST_PAYABLE,
  isRent,
  MEMBER_INCOME,
  OPERATING,
  OUTSIDE,
} from "./funds.ts";
import type { Move, Reckoned } from "./model.ts";
import { wordsOfMove, wordsOfReckoned } from "./movement-words.ts";

export type { Account, AccountKind } from "./chart.ts";
export type Posting = { account: Account; debit: bigint; credit: bigint };
export type Entry = {
  at: number;
  block: bigint;
  logIndex: number;
  tx: Hex;
  asset: Address;
  memo: Hex;
  party: Address;
  /** What it is, in words. */
  what: string;
  postings: readonly Posting[];
};

export const debit = (account: Account, amount: bigint): Posting => ({ account, debit: amount, credit: 0n });
export const credit = (account: Account, amount: bigint): Posting => ({ account, debit: 0n, credit: amount });

/** One movement as a balanced entry: of what the funds hold, and of whose it is. */
export function entryOf(move: Move): Entry {
  const { at, block, logIndex, tx, asset, memo, party, from, to, amount } = move;
  const toMembers = isRent(move) && to === MEMBER_INCOME;
  const isPrice = from === AUCTIONS && to === COMMONS;
  const postings = [
    to === OUTSIDE ? undefined : debit(held(to), amount),
    from === OUTSIDE ? undefined : credit(held(from), amount),
    from === OUTSIDE ? undefined : debit(debited(move), amount),
    to === OUTSIDE ? undefined : credit(credited(move), amount),
    ...(toMembers ? [debit(SHARED, amount), credit(claimOn(MEMBER_INCOME), amount)] : []),
    // The machine brought it, and the commons fund has it.
    ...(isPrice ? [debit(INVESTED, amount), credit(claimOn(COMMONS), amount)] : []),
  ].filter((posting) => posting !== undefined);
  return { at, block, logIndex, tx, asset, memo, party, what: wordsOfMove(move), postings };
}

function debited({ from, to, via, closed }: Move): Account {
  const machine = fundOfMachine(from);
  if (to === OUTSIDE) {
    if (machine?.use === "purchase") return MACHINES;
    if (from === OPERATING && via === "market") return WORK;
    if (from === OPERATING && via === "surplus") return DIVIDED;
    return closed && costOf(from).type === "expenses" ? ENDOWED : costOf(from);
  }
  if (from === OPERATING && to === INTEREST_PAYABLE) return INTEREST;
  if (machine && machine.use !== "bids") return to === COMMONS ? INVESTED : bondsPayable(machine.of);
  return claimOn(from);
}

function credited(move: Move): Account {
  const { from, to, via } = move;
  if (isRent(move)) return RENT;
  if (from === AUCTIONS && to === COMMONS) return SOLD;
  if (from === OUTSIDE && via === "market") return ON_ITS_WAY;
  if (from === OUTSIDE && via === "reserve") return COVERED;
  if (from === OUTSIDE) return incomeOf(to);
  const machine = fundOfMachine(to);
  if (machine && machine.use !== "bids") return from === COMMONS ? INVESTED : bondsPayable(machine.of);
  return claimOn(to);
}

/** What moved no money, as a balanced entry. */
export function reckonedEntryOf(reckoned: Reckoned, token: Address): Entry {
  const { at, block, logIndex, tx } = reckoned;
  const what = wordsOfReckoned(reckoned);
  const postings = postingsOf(reckoned).filter(isPosted);
  return { at, block, logIndex, tx, asset: token, memo: NONE, party: NOBODY, what, postings };
}

export const NONE: Hex = `0x${"0".repeat(64)}`;
/** Nothing is posted of no amount. */
export const isPosted = ({ debit, credit }: Posting): boolean => debit + credit !== 0n;

const NOBODY: Address = `0x${"0".repeat(40)}`;

function postingsOf(reckoned: Reckoned): Posting[] {
  const { of } = reckoned;
  switch (reckoned.does) {
    case "coupon due":
      return [debit(COUPONS, reckoned.amount), credit(couponsPayable(of), reckoned.amount)];
    case "claim": {
      const { coupon, principal } = reckoned;
      const taken = claimOn(BOND_SERVICE + of);
      return [debit(couponsPayable(of), coupon), debit(bondsPayable(of), principal), credit(taken, coupon + principal)];
    }
    case "bonds not repaid":
      return [debit(bondsPayable(of), reckoned.amount), credit(FORGONE, reckoned.amount)];
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
