// Every movement of money as a member reads it: what, from where, to where, how much and whose. What the Treasury, the market and the
// reserve each tell of one step is one row.
import { PLACE, stoodAt } from "./apply/founding.ts";
import type { Books } from "./books.ts";
import { type Address, byChainOrder } from "./event.ts";
import { fundName } from "./fund-names.ts";
import { OUTSIDE } from "./funds.ts";
import type { JobEntry, MarketMove } from "./model/market.ts";
import type { Move, ReserveMove, Told } from "./model.ts";
import { wordsOfMarketMove, wordsOfMove, wordsOfReserveMove } from "./movement-words.ts";
import { jobsOf } from "./surplus.ts";

/** `party` is who it came from or went to, or nobody. Amounts are smallest units. */
export type Movement = Told & {
  what: string;
  from: string;
  to: string;
  asset: Address;
  amount: bigint;
  party: Address;
};

const ESCROW = "escrow";
const FEES = "fees gathered";
const DIVIDENDS = "dividends";
const RESERVE = "reserve";
const SHARED_OUT = "surplus";
const PERSON = "outside";
const NOBODY: Address = `0x${"0".repeat(40)}`;

/** In the order of the chain. */
export function movementsOf({ coop, market }: Pick<Books, "coop" | "market">, token: Address): Movement[] {
  const endedBy = new Map(jobsOf(market).flatMap((entry) => (entry.endedBy ? [[keyOf(entry.endedBy), entry]] : [])));
  return [
    ...coop.moves.map(ofTreasury),
    ...market.moved
      .filter((move) => !isOwnEscrow(coop, move))
      .flatMap((move) => ofMarket(move, token, endedBy.get(keyOf(move)))),
    ...coop.reserve.moves.flatMap((move) => ofReserve(move, token)),
  ].sort((a, b) => byChainOrder(where(a), where(b)));
}

const where = ({ block, logIndex }: Told) => ({ blockNumber: block, logIndex });
const keyOf = ({ block, logIndex }: Told): string => `${block}.${logIndex}`;

/** The Treasury told that it paid for work. */
const isOwnEscrow = (coop: Books["coop"], { does, party }: MarketMove): boolean =>
  does === "escrow" && stoodAt(coop, PLACE.treasury, party);

function ofTreasury(move: Move): Movement {
  const { at, tx, block, logIndex, asset, amount, party, via } = move;
  const other = via === "market" ? FEES : via === "surplus" ? SHARED_OUT : via === "reserve" ? RESERVE : PERSON;
  const outside = via === "market" && move.to === OUTSIDE ? ESCROW : other;
  const name = (fund: number) => (fund === OUTSIDE ? outside : fundName(fund));
  const told = { at, tx, block, logIndex };
  return { ...told, what: wordsOfMove(move), from: name(move.from), to: name(move.to), asset, amount, party };
}

/** What the Treasury or the reserve tells too is left to them. */
function ofMarket(move: MarketMove, asset: Address, entry: JobEntry | undefined): Movement[] {
  const { at, tx, block, logIndex, party } = move;
  const row = (what: string, from: string, to: string, amount: bigint, whose: Address = party): Movement[] =>
    amount === 0n ? [] : [{ at, tx, block, logIndex, what, from, to, asset, amount, party: whose }];
  const what = wordsOfMarketMove(move);
  switch (move.does) {
    case "escrow":
      return row(what, PERSON, ESCROW, move.amount);
    case "ended": {
      const fees = move.commons + move.operating + move.reserve;
      return [
        ...row(`${what}, pay`, ESCROW, PERSON, move.pay),
        ...row(`${what}, back to the customer`, ESCROW, PERSON, move.refund, entry?.job.customer ?? NOBODY),
        ...row(`${what}, fee`, ESCROW, FEES, fees),
        ...row(`${what}, back to the co-op`, ESCROW, FEES, move.back),
      ];
    }
    case "put aside":
      return row(what, PERSON, "payments that wait", move.amount);
    case "collected":
      return row(what, "payments that wait", PERSON, move.amount);
    case "filled":
      return row(what, SHARED_OUT, DIVIDENDS, move.fresh);
    case "claimed":
      return row(what, DIVIDENDS, PERSON, move.amount);
    default:
      return [];
  }
}

/** A loss that it covers is told by the Treasury. */
function ofReserve(move: ReserveMove, asset: Address): Movement[] {
  const { at, tx, block, logIndex, amount, party, does, via } = move;
  if (does === "covered" || amount === 0n) return [];
  const told = { at, tx, block, logIndex, what: wordsOfReserveMove(move), asset, amount, party };
  if (does === "endowed") return [{ ...told, from: RESERVE, to: PERSON }];
  return [{ ...told, from: via === "market" ? FEES : PERSON, to: RESERVE }];
}
