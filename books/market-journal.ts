// The journal of the market and of what members' points share: both hold money of their own, outside the Treasury. What a customer
// paid in is owed until the job ends. Its fee is income from then on, by the part that it goes to, and waits in the market until it is
// handed over. Dividends are owed from their declaration, and never lapse (A5); what rounding leaves is owed to the points of a later
// period.
import {
  CARRIED,
  DIVIDENDS,
  DIVIDENDS_HELD,
  ESCROW,
  ESCROW_HELD,
  FEES,
  FEES_FOR_COMMONS,
  FEES_FOR_RESERVE,
  FEES_HELD,
  ON_ITS_WAY,
  WAITING,
  WAITING_HELD,
  WORK,
} from "./chart.ts";
import type { Address } from "./event.ts";
import { credit, debit, type Entry, isPosted, NONE, type Posting } from "./journal.ts";
import type { MarketMove } from "./model/market.ts";
import { wordsOfMarketMove } from "./movement-words.ts";

/** One movement as a balanced entry. */
export function marketEntryOf(move: MarketMove, token: Address): Entry {
  const { at, block, logIndex, tx, party } = move;
  const postings = postingsOf(move).filter(isPosted);
  return { at, block, logIndex, tx, asset: token, memo: NONE, party, what: wordsOfMarketMove(move), postings };
}

function postingsOf(move: MarketMove): Posting[] {
  switch (move.does) {
    case "escrow":
      return [debit(ESCROW_HELD, move.amount), credit(ESCROW, move.amount)];
    case "ended": {
      const { pay, refund, back, commons, operating, reserve } = move;
      const stays = back + commons + operating + reserve;
      return [
        ...[credit(ESCROW_HELD, pay + refund + stays), debit(FEES_HELD, stays), debit(ESCROW, pay + refund + stays)],
        ...[credit(FEES, operating), credit(FEES_FOR_COMMONS, commons), credit(FEES_FOR_RESERVE, reserve)],
        // It comes back with the fees, and is none: the work cost so much less.
        credit(WORK, back),
      ];
    }
    case "put aside":
      return [debit(WAITING_HELD, move.amount), credit(WAITING, move.amount)];
    case "collected":
      return [credit(WAITING_HELD, move.amount), debit(WAITING, move.amount)];
    case "remitted":
      return [credit(FEES_HELD, move.amount), debit(ON_ITS_WAY, move.amount)];
    case "filled": {
      const { fresh, fromCarried } = move;
      return [debit(DIVIDENDS_HELD, fresh), debit(CARRIED, fromCarried), credit(DIVIDENDS, fresh + fromCarried)];
    }
    case "claimed":
      return [credit(DIVIDENDS_HELD, move.amount), debit(DIVIDENDS, move.amount)];
    case "left":
      return [debit(DIVIDENDS, move.amount), credit(CARRIED, move.amount)];
  }
}
