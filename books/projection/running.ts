// The ledger as it grows: the entries of one event, and what each account holds after each of its postings.
import type { Address, BookEvent } from "../event.ts";
import type { Entry } from "../journal.ts";
import { ledgerOf } from "../ledger.ts";
import type { Row } from "./table.ts";

export type Balance = { asset: Address; kind: string; account: string; amount: bigint };
export type Running = {
  /** By lower-case asset and account. */
  balances: Map<string, Balance>;
  /** What the last event posted. */
  posted: Posted[];
};
export type Posted = { entry: Row; postings: Row[]; balances: Row[] };

export const emptyRunning = (): Running => ({ balances: new Map(), posted: [] });

type Lists = Parameters<typeof ledgerOf>;
type Source = { coop: Lists[0]; commons: NonNullable<Lists[2]>; market: NonNullable<Lists[3]> };

/** Called before an event is applied; what it returns gives the entries that the event made. */
export function watchEntries({ coop, commons, market }: Source, token: Address): () => Entry[] {
  const [moves, reserve] = [coop.moves.length, coop.reserve.moves.length];
  const [reckoned, moved] = [commons.reckoned.length, market.moved.length];
  return () =>
    ledgerOf(
      { moves: coop.moves.slice(moves), reserve: { ...coop.reserve, moves: coop.reserve.moves.slice(reserve) } },
      token,
      { reckoned: commons.reckoned.slice(reckoned) },
      { moved: market.moved.slice(moved) },
    );
}

/** The rows of entries that follow one another in one log, and the balances after them. */
export function postAll({ balances }: Running, entries: readonly Entry[]): Posted[] {
  let [last, number] = ["", 0];
  return entries.map((entry) => {
    const log = `${entry.block}-${entry.logIndex}`;
    number = log === last ? number + 1 : 1;
    last = log;
    return post(balances, entry, `${log}-${number}`);
  });
}

function post(balances: Running["balances"], entry: Entry, id: string): Posted {
  const touched = new Map<string, Balance>();
  const postings = entry.postings.map(({ account, debit, credit }, i): Row => {
    const balance = balanceIn(balances, entry.asset, account);
    balance.amount += account.kind === "asset" ? debit - credit : credit - debit;
    touched.set(keyOf(entry.asset, account.name), balance);
    const { kind, name } = account;
    return { entry: id, line: i + 1, asset: entry.asset, kind, account: name, debit, credit, balance: balance.amount };
  });
  return { entry: entryRow(entry, id), postings, balances: [...touched.values()].map(balanceRow) };
}

const keyOf = (asset: string, name: string): string => `${asset.toLowerCase()}|${name}`;

function balanceIn(
  balances: Running["balances"],
  asset: Address,
  { kind, name }: { kind: string; name: string },
): Balance {
  const key = keyOf(asset, name);
  const known = balances.get(key);
  if (known) return known;
  const opened: Balance = { asset: asset.toLowerCase() as Address, kind, account: name, amount: 0n };
  balances.set(key, opened);
  return opened;
}

export const balanceRow = ({ asset, kind, account, amount }: Balance): Row => ({ asset, kind, account, amount });

const entryRow = ({ at, block, logIndex, tx, asset, party, memo }: Entry, id: string): Row => ({
  id,
  block,
  log: logIndex,
  at,
  tx,
  asset,
  party,
  memo,
});

/** Of which log a posting's entry is: rows of an event that came twice are the same rows. */
export const logOf = ({ blockNumber, logIndex }: BookEvent): string => `${blockNumber}-${logIndex}`;
