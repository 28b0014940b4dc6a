// What the ledger shows, as a table: times in UTC, amounts with a point.

import type { Account } from "../../../../../books/chart.ts";
import { csvOf, decimalOf } from "../../../../../books/csv.ts";
import type { Entry } from "../../../../../books/journal.ts";
import { t } from "../../../../../books/say.ts";
import type { AccountLedger } from "./lines.ts";

type Unit = { decimals: number };
const HEAD = ["time", "block", "log", "transaction", "what", "party"];

const headOf = ({ at, block, logIndex, tx, what, party }: Entry) => [
  ...[new Date(at * 1_000).toISOString(), block, logIndex, tx, what, party],
];
const amountIn = (amount: bigint, { decimals }: Unit): string => (amount === 0n ? "" : decimalOf(amount, decimals));

/** A line for each that is shown, and what was brought forward. */
export function accountCsv({ opening, lines }: AccountLedger, account: Account, unit: Unit): string {
  const name = [account.code, account.name];
  return csvOf([
    [...HEAD, "account", "name", "debit", "credit", "balance"],
    ["", "", "", "", t`brought forward`, "", ...name, "", "", decimalOf(opening, unit.decimals)],
    ...lines.map(({ entry, debit, credit, balance }) => [
      ...[...headOf(entry), ...name, amountIn(debit, unit), amountIn(credit, unit)],
      decimalOf(balance, unit.decimals),
    ]),
  ]);
}

/** A line for each posting. */
export function journalCsv(entries: readonly Entry[], unit: Unit): string {
  return csvOf([
    [...HEAD, "account", "name", "debit", "credit"],
    ...entries.flatMap((entry) =>
      entry.postings.map(({ account, debit, credit }) => [
        ...[...headOf(entry), account.code, account.name, amountIn(debit, unit), amountIn(credit, unit)],
      ]),
    ),
  ]);
}
