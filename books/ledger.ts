// The whole ledger of a co-op: the movements of the Treasury, of the reserve, of the market and of what members' points share, and
// what the commons reckon without money, in the order of the chain.
import { type Address, byChainOrder } from "./event.ts";
import { type Account, type Entry, entryOf, reckonedEntryOf } from "./journal.ts";
import { marketEntryOf } from "./market-journal.ts";
import type { CommonsBook, Coop, MarketBook, ReserveMove } from "./model.ts";

const HELD: Account = { kind: "asset", name: "held by the reserve" };
/** Belongs to nobody, and no part of it is ever a member's (A1). */
const INDIVISIBLE: Account = { kind: "equity", name: "indivisible reserve" };

/** Every movement of money as a balanced entry; all but the Treasury hold `settlementToken` alone. */
export function ledgerOf(
  { moves, reserve }: Pick<Coop, "moves" | "reserve">,
  settlementToken: Address,
  commons?: Pick<CommonsBook, "reckoned">,
  market?: Pick<MarketBook, "moved">,
): Entry[] {
  const ofReserve = reserve.moves.flatMap((move) => reserveEntries(move, settlementToken));
  const ofCommons = (commons?.reckoned ?? []).map((one) => reckonedEntryOf(one, settlementToken));
  const ofMarket = (market?.moved ?? []).map((one) => marketEntryOf(one, settlementToken));
  return [...moves.map(entryOf), ...ofReserve, ...ofCommons, ...ofMarket].sort((a, b) => byChainOrder(at(a), at(b)));
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
