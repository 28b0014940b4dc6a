// The balance sheet at a moment: what there is, by fund; what is owed; and what is the co-op's own, by the fund whose it is.
import { ownerOf } from "../chart.ts";
import type { Entry } from "../journal.ts";
import { type Line, linesAt, ofType, resultOf, sumOf } from "./accounts.ts";

export type BalanceSheet = {
  assets: Line[];
  liabilities: Line[];
  /** A line a fund, with what it has earned, spent and shared. */
  equity: Line[];
  /** Of the equity, income less costs since the beginning, before any of it was divided. */
  result: bigint;
  totals: { assets: bigint; liabilities: bigint; equity: bigint };
  /** Assets less liabilities less equity: zero. */
  difference: bigint;
};

/** Of one asset; `until` is the first moment that does not count, unix seconds. */
export function balanceSheetOf(
  entries: readonly Entry[],
  asset: string,
  until: number = Number.POSITIVE_INFINITY,
): BalanceSheet {
  const lines = linesAt(entries, asset, until);
  const [assets, liabilities, equity] = [ofType(lines, "assets"), ofType(lines, "liabilities"), byOwner(lines)];
  const totals = { assets: sumOf(assets), liabilities: sumOf(liabilities), equity: sumOf(equity) };
  const difference = totals.assets - totals.liabilities - totals.equity;
  return { assets, liabilities, equity, result: resultOf(lines), totals, difference };
}

function byOwner(lines: readonly Line[]): Line[] {
  const parts = new Map<string, Line>();
  for (const { account, amount } of ofType(lines, "equity", "income", "expenses")) {
    const owner = ownerOf(account);
    const part = parts.get(owner.path) ?? { account: owner, amount: 0n };
    parts.set(owner.path, part);
    part.amount += account.type === "expenses" ? -amount : amount;
  }
  return [...parts.values()].filter(({ amount }) => amount !== 0n).sort((a, b) => a.account.code - b.account.code);
}
