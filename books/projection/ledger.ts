// The journal as rows: entries, their postings with a running balance, and what each account holds.
import { ledgerOf } from "../ledger.ts";
import { emptyRunning, type Posted, postAll } from "./running.ts";
import type { State } from "./state.ts";
import type { Change, Row, Shape, Table } from "./table.ts";

const of = (shape: Shape, rows: (posted: Posted) => Row[]): Table => ({
  ...shape,
  all: (state) => wholeLedger(state).flatMap(rows),
  watch:
    ({ running }) =>
    () =>
      running.posted.flatMap(rows).map((row): Change => ({ row })),
});

function wholeLedger({ coop, commons, market, token }: State): Posted[] {
  return postAll(emptyRunning(), ledgerOf(coop, token.address, commons, market));
}

export const entries = of(
  {
    name: "entries",
    key: ["id"],
    columns: {
      id: "text",
      block: "amount",
      log: "number",
      at: "time",
      tx: "text",
      asset: "text",
      party: "text",
      memo: "text",
    },
  },
  ({ entry }) => [entry],
);

export const postings = of(
  {
    name: "postings",
    key: ["entry", "line"],
    columns: {
      entry: "text",
      line: "number",
      asset: "text",
      kind: "text",
      account: "text",
      debit: "amount",
      credit: "amount",
      balance: "amount",
    },
  },
  (posted) => posted.postings,
);

/** Debits less credits of what the co-op has, credits less debits of what it owes and of what is its own. */
export const balances: Table = {
  name: "balances",
  key: ["asset", "account"],
  columns: { asset: "text", account: "text", kind: "text", amount: "amount" },
  all: (state) =>
    new Map(
      wholeLedger(state)
        .flatMap((posted) => posted.balances)
        .map((row) => [`${row.asset}|${row.account}`, row]),
    ).values(),
  watch:
    ({ running }) =>
    () =>
      running.posted.flatMap((posted) => posted.balances).map((row) => ({ row })),
};
