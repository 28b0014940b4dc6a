// What a movement of money is, in a few plain words: for every export, and for whoever reads the journal.
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
  if (isRent(move)) return move.from === AUCTIONS ? "first rent, out of the deposit" : "rent";
  if (move.from === OUTSIDE) return comesIn(move);
  return move.to === OUTSIDE ? goesOut(move) : staysIn(move);
}

function comesIn({ to, via, party }: Move): string {
  if (via === "market") return to === COMMONS ? "commons part of fees" : "members' part of fees";
  if (via === "reserve") return "certified loss, covered by the reserve";
  const isUnasked = BigInt(party) === 0n;
  switch (to) {
    case SHARE_CAPITAL:
      return "paid for shares";
    case MEMBER_INCOME:
      return "gift, shared equally";
    case AUCTIONS:
      return "deposit for an auction";
    case OPERATING:
    case COMMONS:
      return isUnasked ? "arrived unasked, and posted" : "paid in";
    default:
      return fundOfMachine(to)?.use === "bids" ? `bid for bonds ${fundOfMachine(to)?.of}` : "paid in";
  }
}

const OUT: Record<number, string> = {
  [OPERATING]: "paid",
  [COMMONS]: "paid for a commons project",
  [MEMBER_INCOME]: "member income taken",
  [WITHDRAWALS_PAYABLE]: "withdrawal paid",
  [INTEREST_PAYABLE]: "interest paid",
  [UPKEEP]: "paid for upkeep",
  [AUCTIONS]: "deposit handed back",
  [COMMUNITY]: "paid for a community project",
};
const OUT_OF_MACHINES: Record<FundOf, string> = {
  service: "coupons and principal paid, bonds",
  bids: "handed back of a bid, bonds",
  purchase: "machine bought, no.",
};

function goesOut({ from, via, closed }: Move): string {
  const machine = fundOfMachine(from);
  if (machine) return `${OUT_OF_MACHINES[machine.use]} ${machine.of}`;
  if (via === "market") return "work for the co-op";
  if (via === "surplus") return "surplus divided";
  return closed && [OPERATING, COMMONS, UPKEEP, COMMUNITY].includes(from)
    ? "handed to the asset-locked body"
    : (OUT[from] ?? "paid");
}

function staysIn({ from, to }: Move): string {
  const [source, goal] = [fundOfMachine(from), fundOfMachine(to)];
  if (source?.use === "bids")
    return goal?.use === "purchase" ? `bonds ${source.of} issued` : "raised beyond the target";
  if (source?.use === "purchase") return to === COMMONS ? "back to the commons fund" : "set aside for holders";
  if (goal?.use === "purchase") return `set aside for machine ${goal.of}`;
  if (from === AUCTIONS) return to === COMMONS ? "machine sold" : "of the price, for holders";
  if (from === OPERATING && to === INTEREST_PAYABLE) return "interest on shares";
  if (from === OPERATING && to === COMMUNITY) return "community's share of a surplus";
  if (from === SHARE_CAPITAL && to === WITHDRAWALS_PAYABLE) return "withdrawal served";
  if (from === SHARE_CAPITAL && to === OPERATING) return "shares written down";
  if (from === INTEREST_PAYABLE && to === SHARE_CAPITAL) return "interest taken in shares";
  return "moved between funds";
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
      return `job ${of}, paid into escrow`;
    case "ended":
      return `job ${of} ended`;
    case "put aside":
      return `job ${of}, could not be paid out and waits`;
    case "collected":
      return "what had waited, collected";
    case "remitted":
      return "fees handed over";
    case "filled":
      return `dividends of period ${of}`;
    case "claimed":
      return `dividend of period ${of} taken`;
    case "left":
      return `rounding of period ${of} carried on`;
  }
}

export function wordsOfReserveMove({ does, via }: ReserveMove): string {
  if (does === "grew") return via === "market" ? "non-members' part of fees" : "put into the reserve";
  return does === "covered" ? "certified loss covered" : "handed to the asset-locked body";
}

export function wordsOfReckoned(reckoned: Reckoned): string {
  const { of } = reckoned;
  switch (reckoned.does) {
    case "coupon due":
      return `coupons of bonds ${of} received their part`;
    case "claim":
      return `coupons and principal taken, bonds ${of}`;
    case "bonds not repaid":
      return `bonds ${of} not repaid`;
    case "depreciation":
      return `wear of machine ${of}`;
    case "parting":
      return `machine ${of} sold or lost`;
  }
}
