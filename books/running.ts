// Every posting with the balance of its account after it, per asset: what each export is written from, and what a checker compares.
import type { Entry, Posting } from "./journal.ts";

/** Debits are above zero, credits below, whatever the account: as ledger programs have it. */
export type Running = { entry: Entry; posting: Posting; amount: bigint; balance: bigint };

export function* runningOf(entries: Iterable<Entry>): Generator<Running> {
  const balances = new Map<string, bigint>();
  for (const entry of entries) {
    for (const posting of entry.postings) {
      const key = `${entry.asset.toLowerCase()} ${posting.account.path}`;
      const amount = posting.debit - posting.credit;
      const balance = (balances.get(key) ?? 0n) + amount;
      balances.set(key, balance);
      yield { entry, posting, amount, balance };
    }
  }
}
