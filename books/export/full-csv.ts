// The journal as a table, one row a posting, with everything: also what its account stands at afterwards.
import { csvOf } from "../csv.ts";
import type { Entry } from "../journal.ts";
import { runningOf } from "../running.ts";
import { amountOf, commodityOf } from "./commodity.ts";
import { type ExportOf, isoOf } from "./subject.ts";

const HEADER = [
  ...["time", "block", "log", "transaction", "what", "code", "account", "name", "asset", "commodity"],
  ...["debit", "credit", "amount", "balance", "who", "party", "memo"],
];

/** Debit and credit in smallest units; amount and balance with decimals, debits above zero. Times in UTC. */
export function fullCsv(entries: readonly Entry[], of: ExportOf, nameOf: (account: string) => string): string {
  const rows = [...runningOf(entries)].map(({ entry, posting: { account, debit, credit }, amount, balance }) => {
    const commodity = commodityOf(entry.asset, of.token);
    return [
      ...[isoOf(entry.at), entry.block, entry.logIndex, entry.tx, entry.what, account.code, account.path, account.name],
      ...[entry.asset, commodity.name, debit, credit, amountOf(amount, commodity), amountOf(balance, commodity)],
      ...[nameOf(entry.party), entry.party, entry.memo],
    ];
  });
  return csvOf([HEADER, ...rows]);
}
