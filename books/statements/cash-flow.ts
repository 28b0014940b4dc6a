// The cash flow of a span: for every place that holds money, what it held at first and at last, and why that changed. Operating is jobs,
// fees, rent, income and costs; investing is machines; financing is shares, bonds, and what is divided among members.
import { type Account, byCode } from "../chart.ts";
import type { Entry } from "../journal.ts";
import { linesAt, type Span } from "./accounts.ts";

export type Flow = "operating" | "investing" | "financing" | "between";
export type CashRow = Record<Flow, bigint> & { account: Account; opening: bigint; closing: bigint };
export type CashFlow = { rows: CashRow[]; totals: Omit<CashRow, "account"> };

export const FLOWS = ["operating", "investing", "financing", "between"] as const;

const isWithin = (code: number, from: number, to: number): boolean => code >= from && code < to;
export const isMoney = ({ code }: Account): boolean => isWithin(code, 1_000, 1_500);

/** By the number of the account at the other side. */
function flowOf({ code }: Account): Flow {
  if (isWithin(code, 1_500, 2_000) || isWithin(code, 4_300, 4_400)) return "investing";
  if (isWithin(code, 2_000, 2_200) || isWithin(code, 2_300, 2_400) || isWithin(code, 3_000, 3_900)) return "financing";
  return isWithin(code, 3_900, 4_000) ? "between" : "operating";
}

/** Of one asset. */
export function cashFlowOf(entries: readonly Entry[], asset: string, { from, until }: Omit<Span, "label">): CashFlow {
  const rows = new Map<string, CashRow>();
  const rowOf = (account: Account): CashRow => {
    const known = rows.get(account.path);
    if (known) return known;
    const row = { account, opening: 0n, operating: 0n, investing: 0n, financing: 0n, between: 0n, closing: 0n };
    rows.set(account.path, row);
    return row;
  };
  for (const { account, amount } of linesAt(entries, asset, from))
    if (isMoney(account)) rowOf(account).opening = amount;
  for (const { account, amount } of linesAt(entries, asset, until))
    if (isMoney(account)) rowOf(account).closing = amount;
  for (const entry of entries) {
    if (entry.asset.toLowerCase() !== asset.toLowerCase() || entry.at < from || entry.at >= until) continue;
    spread(entry, rowOf);
  }
  const sorted = [...rows.values()].sort((a, b) => byCode(a.account, b.account));
  const sum = (of: Exclude<keyof CashRow, "account">) => sorted.reduce((total, row) => total + row[of], 0n);
  const [opening, closing] = [sum("opening"), sum("closing")];
  const [operating, investing] = [sum("operating"), sum("investing")];
  const totals = { opening, operating, investing, financing: sum("financing"), between: sum("between"), closing };
  return { rows: sorted, totals };
}

/** What an entry's money came or went for stands with the money that changed that way; the rest only changed places. */
function spread({ postings }: Entry, rowOf: (account: Account) => CashRow): void {
  const money = postings.filter(({ account }) => isMoney(account));
  if (money.length === 0) return;
  const why = { operating: 0n, investing: 0n, financing: 0n, between: 0n };
  for (const { account, debit, credit } of postings) if (!isMoney(account)) why[flowOf(account)] += credit - debit;
  for (const { account, debit, credit } of money) {
    const row = rowOf(account);
    let left = debit - credit;
    for (const flow of FLOWS) {
      if (why[flow] === 0n || why[flow] > 0n !== left > 0n) continue;
      row[flow] += why[flow];
      left -= why[flow];
      why[flow] = 0n;
    }
    row.between += left;
  }
}
