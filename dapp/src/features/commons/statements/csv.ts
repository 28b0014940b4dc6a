// The statements as they are shown, as tables.

import { csvOf, decimalOf } from "../../../../../books/csv.ts";
import { t } from "../../../../../books/say.ts";
import type { Line } from "../../../../../books/statements/accounts.ts";
import type { BalanceSheet } from "../../../../../books/statements/balance-sheet.ts";
import { type CashFlow, FLOWS } from "../../../../../books/statements/cash-flow.ts";
import type { IncomeStatement } from "../../../../../books/statements/income-statement.ts";

type Unit = { decimals: number };
type Row = (string | number)[];

const HEAD: Row = ["part", "account", "name", "amount"];
const rowsOf = (part: string, lines: readonly Line[], { decimals }: Unit): Row[] =>
  lines.map(({ account, amount }) => [part, account.code, account.name, decimalOf(amount, decimals)]);

export function balanceSheetCsv({ assets, liabilities, equity, result, totals }: BalanceSheet, unit: Unit): string {
  const total = (part: string, amount: bigint): Row => [part, "", "total", decimalOf(amount, unit.decimals)];
  return csvOf([
    HEAD,
    ...rowsOf("assets", assets, unit),
    total("assets", totals.assets),
    ...rowsOf("liabilities", liabilities, unit),
    total("liabilities", totals.liabilities),
    ...rowsOf("equity", equity, unit),
    ["equity", "", "result", decimalOf(result, unit.decimals)],
    total("equity", totals.equity),
  ]);
}

export function incomeStatementCsv({ income, expenses, result, divided, kept }: IncomeStatement, unit: Unit): string {
  return csvOf([
    HEAD,
    ...rowsOf("income", income, unit),
    ...rowsOf("expenses", expenses, unit),
    ["result", "", t`income less costs`, decimalOf(result, unit.decimals)],
    ...rowsOf("divided", divided, unit),
    ["kept", "", t`stays with the funds`, decimalOf(kept, unit.decimals)],
  ]);
}

export function cashFlowCsv({ rows, totals }: CashFlow, { decimals }: Unit): string {
  const amounts = (row: CashFlow["totals"]) =>
    [row.opening, ...FLOWS.map((flow) => row[flow]), row.closing].map((amount) => decimalOf(amount, decimals));
  return csvOf([
    ["account", "name", "opening", ...FLOWS, "closing"],
    ...rows.map((row) => [row.account.code, row.account.name, ...amounts(row)]),
    ["", "total", ...amounts(totals)],
  ]);
}
