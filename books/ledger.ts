// The whole ledger of a co-op: the movements of the Treasury, those of the reserve, and what the commons reckon without money,
// in the order of the chain.
import { type Address, byChainOrder } from "./event.ts";
import { type Account, type Entry, entryOf, reckonedEntryOf } from "./journal.ts";
import type { CommonsBook, Coop, ReserveMove } from "./model.ts";

const HELD: Account = { kind: "asset", name: "held by the reserve" };
/** Belongs to nobody, and no part of it is ever a member's (A1). */
const INDIVISIBLE: Account = { kind: "equity", name: "indivisible reserve" };

/** Every movement of money as a balanced entry; the reserve holds `settlementToken` alone. */
export function ledgerOf(
  { moves, reserve }: Pick<Coop, "moves" | "reserve">,
  settlementToken: Address,
  commons?: Pick<CommonsBook, "reckoned">,
): Entry[] {
  const ofReserve = reserve.moves.flatMap((move) => reserveEntries(move, settlementToken));
  const ofCommons = (commons?.reckoned ?? []).map((one) => reckonedEntryOf(one, settlementToken));
  return [...moves.map(entryOf), ...ofReserve, ...ofCommons].sort((a, b) => byChainOrder(at(a), at(b)));
}

const at = ({ block, logIndex }: Entry) => ({ blockNumber: block, logIndex });

/** What nobody had booked is booked first, so that what goes to the body was there. */
function reserveEntries(move: ReserveMove, asset: Address): Entry[] {
  const { amount, unbooked = 0n, does } = move;
  const found = unbooked > 0n ? [entry(move, asset, unbooked, HELD, INDIVISIBLE)] : [];
  if (does === "grew") return [entry(move, asset, amount, HELD, INDIVISIBLE)];
  return [...found, ...(amount > 0n ? [entry(move, asset, amount, INDIVISIBLE, HELD)] : [])];
}

function entry(move: ReserveMove, asset: Address, amount: bigint, debit: Account, credit: Account): Entry {
  const { at: time, block, logIndex, tx, memo, party } = move;
  return {
    at: time,
    block,
    logIndex,
    tx,
    asset,
    memo,
    party,
    postings: [
      { account: debit, debit: amount, credit: 0n },
      { account: credit, debit: 0n, credit: amount },
    ],
  };
}
