// Statements as tables: a column a calendar year, and one for all time.
import { type Account, byCode } from "../chart.ts";
import { csvOf } from "../csv.ts";
import type { Entry } from "../journal.ts";
import { type Line, type Span, spansOf } from "./accounts.ts";
import { balanceSheetOf } from "./balance-sheet.ts";
import { cashFlowOf, FLOWS } from "./cash-flow.ts";
import { incomeStatementOf } from "./income-statement.ts";

/** A part of a statement: its lines, and what they add up to. */
type Part = { title: string; lines: Line[]; total: { name: string; amount: bigint } };
type Write = (amount: bigint) => string;

/** The balance sheet at the end of each year, and as it is now. */
export function balanceSheetCsv(entries: readonly Entry[], asset: string, write: Write): string {
  return tableOf(spansOf(entries), "now", write, ({ until }) => {
    const { assets, liabilities, equity, result, totals, difference } = balanceSheetOf(entries, asset, until);
    return [
      { title: "assets", lines: assets, total: { name: "all assets", amount: totals.assets } },
      { title: "liabilities", lines: liabilities, total: { name: "all liabilities", amount: totals.liabilities } },
      { title: "equity", lines: equity, total: { name: "all equity", amount: totals.equity } },
      { title: "of which", lines: [], total: { name: "result since the founding", amount: result } },
      { title: "check", lines: [], total: { name: "assets less liabilities less equity", amount: difference } },
    ];
  });
}

export function incomeStatementCsv(entries: readonly Entry[], asset: string, write: Write): string {
  return tableOf(spansOf(entries), "all time", write, (span) => {
    const { income, expenses, result, divided, kept } = incomeStatementOf(entries, asset, span);
    const sum = (lines: Line[]) => lines.reduce((total, { amount }) => total + amount, 0n);
    return [
      { title: "income", lines: income, total: { name: "all income", amount: sum(income) } },
      { title: "expenses", lines: expenses, total: { name: "all expenses", amount: sum(expenses) } },
      { title: "result", lines: [], total: { name: "result", amount: result } },
      { title: "divided", lines: divided, total: { name: "all that was divided", amount: sum(divided) } },
      { title: "kept", lines: [], total: { name: "kept by the funds", amount: kept } },
    ];
  });
}

/** One row a place that holds money and a span. */
export function cashFlowCsv(entries: readonly Entry[], asset: string, write: Write): string {
  const rows = spansOf(entries).flatMap((span) => {
    const { rows: places, totals } = cashFlowOf(entries, asset, span);
    return [...places.map((row) => ({ ...row, name: row.account.name })), { ...totals, name: "all money" }].map(
      (row) => [
        ...[span.label, row.name, write(row.opening)],
        ...FLOWS.map((flow) => write(row[flow])),
        write(row.closing),
      ],
    );
  });
  return csvOf([["span", "money", "opening", ...FLOWS, "closing"], ...rows]);
}

type Cell = { part: number; title: string; account?: Account; name: string; amounts: Map<string, bigint> };

function tableOf(spans: Span[], lastLabel: string, write: Write, partsOf: (span: Span) => Part[]): string {
  const cells = new Map<string, Cell>();
  const put = (cell: Omit<Cell, "amounts">, span: Span, amount: bigint): void => {
    const key = `${cell.part} ${cell.name}`;
    const known = cells.get(key) ?? { ...cell, amounts: new Map() };
    known.amounts.set(span.label, amount);
    cells.set(key, known);
  };
  for (const span of spans) {
    for (const [part, { title, lines, total }] of partsOf(span).entries()) {
      for (const { account, amount } of lines) put({ part, title, account, name: account.name }, span, amount);
      put({ part, title, name: total.name }, span, total.amount);
    }
  }
  const labels = spans.map(({ label }, i) => (i === spans.length - 1 ? lastLabel : label));
  const rows = [...cells.values()]
    .sort(inOrder)
    .map(({ title, account, name, amounts }) => [
      ...[title, account?.code ?? "", name],
      ...spans.map(({ label }) => write(amounts.get(label) ?? 0n)),
    ]);
  return csvOf([["part", "code", "account", ...labels], ...rows]);
}

/** Parts as they are given, accounts by their numbers, and what they add up to last. */
function inOrder(a: Cell, b: Cell): number {
  if (a.part !== b.part) return a.part - b.part;
  if (!a.account || !b.account) return Number(!a.account) - Number(!b.account);
  return byCode(a.account, b.account);
}
