// What a movement of money is, in a few plain words: for every export, and for whoever reads the journal.
import { english } from "./english.ts";
import {
  AUCTIONS,
  COMMONS,
  COMMUNITY,
  type FundOf,
  fundOfMachine,
  INTEREST_PAYABLE,
  isRent,
  MEMBER_INCOME,
  OPERATING,
  OUTSIDE,
  SHARE_CAPITAL,
  UPKEEP,
  WITHDRAWALS_PAYABLE,
} from "./funds.ts";
import { JobEnd } from "./job.ts";
import type { MarketMove } from "./model/market.ts";
import type { Move, Reckoned, ReserveMove } from "./model.ts";

export function wordsOfMove(move: Move): string {
  if (isRent(move)) return move.from === AUCTIONS ? english`first rent, out of the deposit` : english`rent`;
  if (move.from === OUTSIDE) return comesIn(move);
  return move.to === OUTSIDE ? goesOut(move) : staysIn(move);
}

function comesIn({ to, via, party }: Move): string {
  if (via === "market") return to === COMMONS ? english`commons part of fees` : english`members' part of fees`;
  if (via === "reserve") return english`certified loss, covered by the reserve`;
  const isUnasked = BigInt(party) === 0n;
  switch (to) {
    case SHARE_CAPITAL:
      return english`paid for shares`;
    case MEMBER_INCOME:
      return english`gift, shared equally`;
    case AUCTIONS:
      return english`deposit for an auction`;
    case OPERATING:
    case COMMONS:
      return isUnasked ? english`arrived unasked, and posted` : english`paid in`;
    default:
      return fundOfMachine(to)?.use === "bids" ? english`bid for bonds ${fundOfMachine(to)?.of}` : english`paid in`;
  }
}

const OUT: Record<number, string> = {
  [OPERATING]: english`paid`,
  [COMMONS]: english`paid for a commons project`,
  [MEMBER_INCOME]: english`member income taken`,
  [WITHDRAWALS_PAYABLE]: english`withdrawal paid`,
  [INTEREST_PAYABLE]: english`interest paid`,
  [UPKEEP]: english`paid for upkeep`,
  [AUCTIONS]: english`deposit handed back`,
  [COMMUNITY]: english`paid for a community project`,
};
const OUT_OF_MACHINES: Record<FundOf, string> = {
  service: english`coupons and principal paid, bonds`,
  bids: english`handed back of a bid, bonds`,
  purchase: english`machine bought, no.`,
};

function goesOut({ from, via, closed }: Move): string {
  const machine = fundOfMachine(from);
  if (machine) return `${OUT_OF_MACHINES[machine.use]} ${machine.of}`;
  if (via === "market") return english`work for the co-op`;
  if (via === "surplus") return english`surplus divided`;
  return closed && [OPERATING, COMMONS, UPKEEP, COMMUNITY].includes(from)
    ? english`handed to the asset-locked body`
    : (OUT[from] ?? english`paid`);
}

function staysIn({ from, to }: Move): string {
  const [source, goal] = [fundOfMachine(from), fundOfMachine(to)];
  if (source?.use === "bids")
    return goal?.use === "purchase" ? english`bonds ${source.of} issued` : english`raised beyond the target`;
  if (source?.use === "purchase")
    return to === COMMONS ? english`back to the commons fund` : english`set aside for holders`;
  if (goal?.use === "purchase") return english`set aside for machine ${goal.of}`;
  if (from === AUCTIONS) return to === COMMONS ? english`machine sold` : english`of the price, for holders`;
  if (from === OPERATING && to === INTEREST_PAYABLE) return english`interest on shares`;
  if (from === OPERATING && to === COMMUNITY) return english`community's share of a surplus`;
  if (from === SHARE_CAPITAL && to === WITHDRAWALS_PAYABLE) return english`withdrawal served`;
  if (from === SHARE_CAPITAL && to === OPERATING) return english`shares written down`;
  if (from === INTEREST_PAYABLE && to === SHARE_CAPITAL) return english`interest taken in shares`;
  return english`moved between funds`;
}

/** As in a sentence: "job 12 ended: countersigned". */
export const END_WORDS: Record<number, string> = {
  [JobEnd.Countersigned]: "countersigned",
  [JobEnd.Released]: "paid after the window",
  [JobEnd.Withdrawn]: "withdrawn",
  [JobEnd.Lapsed]: "nobody accepted",
  [JobEnd.GivenUp]: "given up",
  [JobEnd.Overdue]: "not done in time",
  [JobEnd.Ruled]: "ruled by an arbiter",
  [JobEnd.Undecided]: "divided undecided",
};

export function wordsOfMarketMove({ does, of }: MarketMove): string {
  switch (does) {
    case "escrow":
      return english`job ${of}, paid into escrow`;
    case "ended":
      return english`job ${of} ended`;
    case "put aside":
      return english`job ${of}, could not be paid out and waits`;
    case "collected":
      return english`what had waited, collected`;
    case "remitted":
      return english`fees handed over`;
    case "filled":
      return english`dividends of period ${of}`;
    case "claimed":
      return english`dividend of period ${of} taken`;
    case "left":
      return english`rounding of period ${of} carried on`;
  }
}

export function wordsOfReserveMove({ does, via }: ReserveMove): string {
  if (does === "grew") return via === "market" ? english`non-members' part of fees` : english`put into the reserve`;
  return does === "covered" ? english`certified loss covered` : english`handed to the asset-locked body`;
}

export function wordsOfReckoned(reckoned: Reckoned): string {
  const { of } = reckoned;
  switch (reckoned.does) {
    case "coupon due":
      return english`coupons of bonds ${of} received their part`;
    case "claim":
      return english`coupons and principal taken, bonds ${of}`;
    case "bonds not repaid":
      return english`bonds ${of} not repaid`;
    case "depreciation":
      return english`wear of machine ${of}`;
    case "parting":
      return english`machine ${of} sold or lost`;
  }
}
