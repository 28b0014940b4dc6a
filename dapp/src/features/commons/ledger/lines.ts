// The journal by account: each line with the balance after it.

import type { Account, AccountType } from "../../../../../books/chart.ts";
import type { Entry } from "../../../../../books/journal.ts";
import { t } from "../../../../../books/say.ts";
import { sameAddress } from "../../../shared/format/address.ts";
import type { DaySpan } from "../../../shared/format/days.ts";

/** What one entry does to one account, and what the account stands at after it. */
export type LedgerLine = { entry: Entry; debit: bigint; credit: bigint; balance: bigint };
export type AccountLedger = { opening: bigint; lines: LedgerLine[]; closing: bigint; debits: bigint; credits: bigint };

/** Whether a debit adds to it: what is there, and what it cost. */
export const growsByDebit = ({ type }: Pick<Account, "type">): boolean => type === "assets" || type === "expenses";

export const ofAsset = (entries: readonly Entry[], asset: string): Entry[] =>
  entries.filter((entry) => sameAddress(entry.asset, asset));

const within = ({ at }: Entry, { from, until }: DaySpan): boolean => at >= from && at < until;

export const entriesIn = (entries: readonly Entry[], span: DaySpan): Entry[] =>
  entries.filter((entry) => within(entry, span));

/** One account over a span: what it stood at before, every line, and what it stands at after. */
export function accountLedger(entries: readonly Entry[], account: Account, span: DaySpan): AccountLedger {
  const sign = growsByDebit(account) ? 1n : -1n;
  const ledger: AccountLedger = { opening: 0n, lines: [], closing: 0n, debits: 0n, credits: 0n };
  for (const entry of entries) {
    if (entry.at >= span.until) break;
    for (const { account: posted, debit, credit } of entry.postings) {
      if (posted.path !== account.path) continue;
      ledger.closing += sign * (debit - credit);
      if (!within(entry, span)) {
        ledger.opening = ledger.closing;
        continue;
      }
      ledger.debits += debit;
      ledger.credits += credit;
      ledger.lines.push({ entry, debit, credit, balance: ledger.closing });
    }
  }
  return ledger;
}

export const TYPE_TITLES: Record<AccountType, string> = {
  assets: t`What there is`,
  liabilities: t`What is owed`,
  equity: t`What is the co-op's own`,
  income: t`What came in`,
  expenses: t`What it cost`,
};

/** Every account that was ever posted to, in the order of the chart. */
export function accountsIn(entries: readonly Entry[]): Account[] {
  const accounts = new Map<string, Account>();
  for (const { postings } of entries) for (const { account } of postings) accounts.set(account.path, account);
  return [...accounts.values()].sort(
    (a, b) => a.code - b.code || a.path.localeCompare(b.path, "en", { numeric: true }),
  );
}
