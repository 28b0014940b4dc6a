// The whole ledger of a co-op: the movements of the Treasury, of the reserve, of the market and of what members' points share, and
// what the commons reckon without money, in the order of the chain.
import { INDIVISIBLE, ON_ITS_WAY, RESERVE_HELD, TO_RESERVE } from "./chart.ts";
import { type Address, byChainOrder } from "./event.ts";
import { credit, debit, type Entry, entryOf, isPosted, type Posting, reckonedEntryOf } from "./journal.ts";
import { marketEntryOf } from "./market-journal.ts";
import type { CommonsBook, Coop, MarketBook, ReserveMove } from "./model.ts";
import { wordsOfReserveMove } from "./movement-words.ts";

/** Every movement of money as a balanced entry; all but the Treasury hold `settlementToken` alone. */
export function ledgerOf(
  { moves, reserve }: Pick<Coop, "moves" | "reserve">,
  settlementToken: Address,
  commons?: Pick<CommonsBook, "reckoned">,
  market?: Pick<MarketBook, "moved">,
): Entry[] {
  const ofReserve = reserve.moves.map((move) => reserveEntryOf(move, settlementToken));
  const ofCommons = (commons?.reckoned ?? []).map((one) => reckonedEntryOf(one, settlementToken));
  const ofMarket = (market?.moved ?? []).map((one) => marketEntryOf(one, settlementToken));
  return [...moves.map(entryOf), ...ofReserve, ...ofCommons, ...ofMarket].sort((a, b) => byChainOrder(at(a), at(b)));
}

const at = ({ block, logIndex }: Entry) => ({ blockNumber: block, logIndex });

function reserveEntryOf(move: ReserveMove, asset: Address): Entry {
  const { at: time, block, logIndex, tx, memo, party } = move;
  const what = wordsOfReserveMove(move);
  return { at: time, block, logIndex, tx, asset, memo, party, what, postings: postingsOf(move).filter(isPosted) };
}

function postingsOf({ amount, unbooked = 0n, does, via }: ReserveMove): Posting[] {
  const grown = [debit(RESERVE_HELD, amount), credit(INDIVISIBLE, amount)];
  // Fees were income when their jobs ended; the reserve gets them out of that.
  if (does === "grew" && via === "market") {
    return [
      debit(RESERVE_HELD, amount),
      credit(ON_ITS_WAY, amount),
      debit(TO_RESERVE, amount),
      credit(INDIVISIBLE, amount),
    ];
  }
  if (does === "grew") return grown;
  // What nobody had booked is booked first, so that what goes to the body was there.
  const found = [debit(RESERVE_HELD, unbooked), credit(INDIVISIBLE, unbooked)];
  return [...found, credit(RESERVE_HELD, amount), debit(INDIVISIBLE, amount)];
}
