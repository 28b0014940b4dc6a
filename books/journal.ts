// The journal: every movement of money as a balanced double entry. Each asset is booked in its own units; nothing is
// ever priced.
import { type Address, BooksError, type Hex } from "./event.ts";
import type { Move } from "./model.ts";

export type AccountKind = "asset" | "liability" | "equity";

/** A fund of the Treasury: its name, what it is on the balance sheet, and the accounts that money from and to the
 * outside world is booked on. Numbers as in contracts/libraries/Funds.sol. */
type Fund = { kind: AccountKind; name: string; income?: string; costs?: string };

const FUNDS: Record<number, Fund> = {
  1: { kind: "equity", name: "operating fund", income: "operating income", costs: "operating costs" },
  2: { kind: "equity", name: "share capital" },
  3: { kind: "equity", name: "commons fund" },
  4: { kind: "liability", name: "member income" },
  5: { kind: "liability", name: "dividends payable" },
  6: { kind: "liability", name: "withdrawals payable" },
  7: { kind: "liability", name: "interest payable" },
};
const BOND_SERVICE = 1 << 16;

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
  postings: readonly [Posting, Posting];
};

const TREASURY: Account = { kind: "asset", name: "held by the treasury" };

/** What a fund is called. */
export function fundName(fund: number): string {
  return fundOf(fund).name;
}

/** One movement as a debit and a credit of the same amount. */
export function entryOf(move: Move): Entry {
  const debit = move.to === 0 ? costsOf(move) : move.from === 0 ? TREASURY : accountOf(move.from);
  const credit = move.to === 0 ? TREASURY : move.from === 0 ? incomeOf(move) : accountOf(move.to);
  return {
    at: move.at,
    block: move.block,
    logIndex: move.logIndex,
    tx: move.tx,
    asset: move.asset,
    memo: move.memo,
    party: move.party,
    postings: [
      { account: debit, debit: move.amount, credit: 0n },
      { account: credit, debit: 0n, credit: move.amount },
    ],
  };
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

function fundOf(fund: number): Fund {
  if (fund === 0) return { kind: "equity", name: "outside world" };
  if (fund >= BOND_SERVICE) return { kind: "liability", name: `bond service ${fund - BOND_SERVICE}` };
  return FUNDS[fund] ?? { kind: "liability", name: `fund ${fund}` };
}

function accountOf(fund: number): Account {
  const { kind, name } = fundOf(fund);
  return { kind, name };
}

function incomeOf({ to }: Move): Account {
  const { kind, name, income } = fundOf(to);
  return { kind, name: income ?? name };
}

function costsOf({ from }: Move): Account {
  const { kind, name, costs } = fundOf(from);
  return { kind, name: costs ?? name };
}
