// The journal of the market and of what members' points share: both hold money of their own, outside the Treasury. What a customer
// paid in is owed until the job ends. Fees are the co-op's from then on; they are income when they are handed over. Dividends are owed
// from their declaration, and never lapse (A5); what rounding leaves is owed to the points of a later period.
import type { Address } from "./event.ts";
import { asset, credit, debit, type Entry, equity, FEES, liability, NONE, type Posting, WORK } from "./journal.ts";
import type { MarketMove } from "./model/market.ts";

const MARKET = asset("held by the market");
const PATRONAGE = asset("held for dividends");
const ESCROW = liability("escrow of jobs");
const WAITING = liability("payments that wait");
const PAYABLE = liability("dividends payable");
const CARRIED = liability("dividends carried");
const GATHERED = equity("fees gathered");

/** One movement as a balanced entry. */
export function marketEntryOf(move: MarketMove, token: Address): Entry {
  const { at, block, logIndex, tx, party } = move;
  const postings = postingsOf(move).filter((posting) => posting.debit + posting.credit !== 0n);
  return { at, block, logIndex, tx, asset: token, memo: NONE, party, postings };
}

function postingsOf(move: MarketMove): Posting[] {
  switch (move.does) {
    case "escrow":
      return [debit(MARKET, move.amount), credit(ESCROW, move.amount)];
    case "ended": {
      const { pay, refund, back, fees } = move;
      return [
        debit(ESCROW, pay + refund + back + fees),
        credit(MARKET, pay + refund),
        credit(GATHERED, fees + back),
        // It comes back with the fees, and is none: the work cost so much less.
        ...[debit(FEES, back), credit(WORK, back)],
      ];
    }
    case "put aside":
      return [debit(MARKET, move.amount), credit(WAITING, move.amount)];
    case "collected":
      return [debit(WAITING, move.amount), credit(MARKET, move.amount)];
    case "remitted":
      return [debit(GATHERED, move.amount), credit(MARKET, move.amount)];
    case "filled": {
      const { fresh, fromCarried } = move;
      return [debit(PATRONAGE, fresh), debit(CARRIED, fromCarried), credit(PAYABLE, fresh + fromCarried)];
    }
    case "claimed":
      return [debit(PAYABLE, move.amount), credit(PATRONAGE, move.amount)];
    case "left":
      return [debit(PAYABLE, move.amount), credit(CARRIED, move.amount)];
  }
}
