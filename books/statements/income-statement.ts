// The income statement of a span: what came in and what it cost, and what became of the result.
import type { Entry } from "../journal.ts";
import { type Line, linesOf, ofType, resultOf, type Span } from "./accounts.ts";

export type IncomeStatement = {
  income: Line[];
  expenses: Line[];
  result: bigint;
  /** What members, points, reserve and body got of it. */
  divided: Line[];
  /** Of the result, what stays with the funds; less than nothing when more was divided than the span brought. */
  kept: bigint;
};

const isDivided = ({ account }: Line): boolean => account.path.startsWith("Equity:Divided:");

/** Of one asset. */
export function incomeStatementOf(
  entries: readonly Entry[],
  asset: string,
  span: Omit<Span, "label">,
): IncomeStatement {
  const lines = linesOf(entries, asset, span);
  const result = resultOf(lines);
  const divided = ofType(lines, "equity")
    .filter(isDivided)
    .map(({ account, amount }) => ({ account, amount: -amount }));
  const kept = divided.reduce((left, { amount }) => left - amount, result);
  return { income: ofType(lines, "income"), expenses: ofType(lines, "expenses"), result, divided, kept };
}
