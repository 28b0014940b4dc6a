// Proposals to buy a machine: what it is, what it costs, who uses it for what rent, and the bonds that pay for it.

import { encodeFunctionData, type Hex } from "viem";
import { machineRegisterAbi } from "../../../../books/abi.ts";
import { COMMONS } from "../../../../books/funds.ts";
import { t } from "../../../../books/say.ts";
import { inMonths } from "../../shared/commons/terms.ts";
import { formatCents, parseMoney, unitName } from "../../shared/format/money.ts";
import { DAY, formatDay } from "../../shared/format/time.ts";
import { wholeNumber } from "../../shared/format/units.ts";
import { memoOf } from "../../shared/motion/purpose.ts";
import { describe, MACHINE, oneLine } from "../../shared/motion/text.ts";
import {
  type CheckContext,
  isBeyond,
  type Mistakes,
  memberNumbered,
  passing,
  rateOf,
  recipientOf,
  single,
  type Writing,
  type Written,
} from "./written.ts";

const STEP = 25;
const MOST_STEPS = 64;
const HIGHEST_RATE = 1_500;
const MOST_COUPONS = 254;
const YEAR = 365 * DAY;
/** Members second it first, and somebody carries it out. */
const SECONDING = 7 * DAY;
const BIDDING = 21 * DAY;
const NO_TERMS = { issueDate: 0, anchor: 0, maturity: 0, every: 0, unit: 0, longStub: false, endOfMonth: false };
const UNIT_MONTHS = 1;

/** What was written, understood. */
export type Order = {
  price: bigint;
  contribution: bigint;
  rent: bigint;
  rentPeriod: number;
  rents: number;
  /** Basis points. */
  upkeep: number;
  grace: number;
  life: number;
  residual: bigint;
  bonds?: OrderBonds;
};
export type OrderBonds = {
  target: bigint;
  lowest: number;
  highest: number;
  least: bigint;
  closesAt: number;
  everyMonths: number;
  years: number;
  dayCount: number;
};

/** The first day on which bidding can end: a resolution takes its time, and bids take theirs. */
export const earliestClose = (context: Pick<CheckContext, "coop" | "now">): number =>
  Math.ceil((passing(context) + 2 * DAY) / DAY) * DAY;

/** What a form proposes where nothing was written: time to second it, to decide, and three weeks to bid. */
export const proposedClose = (context: Pick<CheckContext, "coop" | "now">): string =>
  new Date((earliestClose(context) + SECONDING + BIDDING) * 1_000).toISOString().slice(0, 10);

const midnightOf = (date: string): number | undefined => {
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(at) ? undefined : at / 1_000;
};

const countOf = (text: string): number | undefined => {
  const number = wholeNumber(text);
  return number === undefined || number > 100_000n ? undefined : Number(number);
};

/** Undefined while a figure is missing or can not be read. */
export function orderOf(written: Written, context: CheckContext): Order | undefined {
  const { settlement } = context;
  const money = (text: string) => (text.trim() === "" || /^0+$/.test(text.trim()) ? 0n : parseMoney(text, settlement));
  const price = parseMoney(written.price, settlement);
  const contribution = money(written.contribution);
  const rent = parseMoney(written.rent, settlement);
  const residual = money(written.residual);
  const days = countOf(written.rentDays);
  const rents = countOf(written.rents);
  const upkeep = rateOf(written.upkeep);
  const grace = countOf(written.grace);
  const life = countOf(written.life);
  if (price === undefined || contribution === undefined || rent === undefined || residual === undefined)
    return undefined;
  if (days === undefined || rents === undefined || upkeep === undefined) return undefined;
  if (grace === undefined || life === undefined) return undefined;
  const order = { price, contribution, rent, residual, rentPeriod: days * DAY, rents, upkeep, grace: grace * DAY };
  const bonds = price > contribution ? bondsOf(written, price - contribution, context) : undefined;
  if (price > contribution && !bonds) return undefined;
  return { ...order, life: life * YEAR, ...(bonds && { bonds }) };
}

function bondsOf(written: Written, target: bigint, context: CheckContext): OrderBonds | undefined {
  const lowest = rateOf(written.lowest);
  const highest = rateOf(written.highest);
  const least = parseMoney(written.leastBid, context.settlement);
  const closesAt = midnightOf(written.bidsUntil || proposedClose(context));
  const years = countOf(written.years);
  if (lowest === undefined || highest === undefined || least === undefined) return undefined;
  if (closesAt === undefined || years === undefined) return undefined;
  const [everyMonths, dayCount] = [Number(written.cycle), Number(written.dayCount)];
  return { target, lowest, highest, least, closesAt, years, everyMonths, dayCount };
}

/** What a year looks like when all rent is paid and the bonds cost `rate`; a negative income is what is missing. */
export function yearOf({ rent, rentPeriod, upkeep, bonds }: Order, rate: number) {
  const rents = (rent * BigInt(YEAR)) / BigInt(rentPeriod);
  const kept = (rents * BigInt(upkeep)) / 10_000n;
  const coupon = bonds ? (bonds.target * BigInt(rate)) / 10_000n : 0n;
  const principal = bonds ? bonds.target / BigInt(bonds.years) : 0n;
  return { rents, upkeep: kept, coupon, principal, income: rents - kept - coupon - principal };
}

export const order: Writing = {
  mistakes: (written, context) => ({
    ...mistakesInMachine(written, context),
    ...mistakesInLease(written, context),
    ...mistakesInBonds(written, context),
  }),
  motion: (written, context) => {
    const { coop, modules } = context;
    const seller = recipientOf(written.recipient, coop);
    const lessee = memberNumbered(written.member, coop);
    const understood = orderOf(written, context);
    if (!seller || !lessee || !understood) return undefined;
    const described = wordsOf(written);
    const terms = {
      specification: memoOf(described),
      seller,
      price: understood.price,
      contribution: understood.contribution,
      rent: understood.rent,
      rentPeriod: understood.rentPeriod,
      periods: understood.rents,
      upkeepShare: understood.upkeep,
      grace: understood.grace,
      lessee: lessee.id,
      usefulLife: understood.life,
      residual: understood.residual,
    };
    const data: Hex = encodeFunctionData({
      abi: machineRegisterAbi,
      functionName: "order",
      args: [terms, seriesTermsOf(understood.bonds)],
    });
    return single(1, modules.machines, data, describe(written.title, written.text, MACHINE + described));
  },
};

/** "Cargo trailer, one axle, for wheelchairs that do not fold": its name comes first. */
const wordsOf = ({ thing, details }: Written): string =>
  [thing.trim(), oneLine(details)].filter((part) => part !== "").join(", ");

function seriesTermsOf(bonds: OrderBonds | undefined) {
  if (!bonds) {
    const plan = { ...NO_TERMS, businessDays: 0, dayCount: 0 };
    return { plan, closesAt: 0, lowestRate: 0, highestRate: 0, minimumBid: 0n };
  }
  const { closesAt, everyMonths, years, dayCount, lowest, highest, least } = bonds;
  const plan = {
    issueDate: closesAt,
    // Counted from the first day, so that a 31st comes back after a shorter month.
    anchor: closesAt,
    maturity: inMonths(closesAt, years * 12),
    every: everyMonths,
    unit: UNIT_MONTHS,
    longStub: false,
    endOfMonth: false,
    businessDays: 0,
    dayCount,
  };
  return { plan, closesAt, lowestRate: lowest, highestRate: highest, minimumBid: least };
}

const amountMistake = ({ settlement }: CheckContext): string =>
  t`Write an amount in ${unitName(settlement)}, such as 1250 or 89.50.`;

function mistakesInMachine(written: Written, context: CheckContext): Mistakes {
  const { coop, settlement, book, disposal } = context;
  const mistakes: Mistakes = {};
  const price = parseMoney(written.price, settlement);
  const gives = parseMoney(written.contribution, settlement);
  if (written.thing.trim() === "") mistakes.thing = t`Say what it is, in a few words.`;
  else if (/[,;.\r\n]/.test(written.thing)) mistakes.thing = t`Only a few words, without a comma; details go below.`;
  if (price === undefined) mistakes.price = amountMistake(context);
  if (!recipientOf(written.recipient, coop)) mistakes.recipient = t`Give the account that is paid for it.`;
  if (gives === undefined && !/^0*$/.test(written.contribution.trim())) mistakes.contribution = amountMistake(context);
  if (gives === undefined) return mistakes;
  const holds = book?.funds.get(COMMONS) ?? 0n;
  if (price !== undefined && gives > price) mistakes.contribution = t`At most the price.`;
  else if (book && gives > holds) mistakes.contribution = t`The commons fund holds ${formatCents(holds, settlement)}.`;
  else if (isBeyond(gives, disposal)) mistakes.contribution = t`More than resolutions may part with in twelve months.`;
  return mistakes;
}

function mistakesInLease(written: Written, context: CheckContext): Mistakes {
  const { coop, settlement } = context;
  const mistakes: Mistakes = {};
  const [days, rents, grace, life] = [written.rentDays, written.rents, written.grace, written.life].map(countOf);
  const upkeep = rateOf(written.upkeep);
  const price = parseMoney(written.price, settlement);
  const residual = parseMoney(written.residual, settlement);
  if (!memberNumbered(written.member, coop)) mistakes.member = t`Name an active member by number, such as 12.`;
  if (parseMoney(written.rent, settlement) === undefined) mistakes.rent = amountMistake(context);
  if (!days || days > 366) mistakes.rentDays = t`Write a number of days, from 1 to 366.`;
  if (!rents || rents > 65_535) mistakes.rents = t`Write how many rents the lease has.`;
  if (upkeep === undefined || upkeep > 3_000) mistakes.upkeep = t`Write per cent, at most 30.`;
  if (grace === undefined || grace > 366) mistakes.grace = t`Write a number of days, at most 366.`;
  if (!life || life > 100) mistakes.life = t`Write a number of years.`;
  if (residual === undefined && !/^0*$/.test(written.residual.trim())) mistakes.residual = amountMistake(context);
  else if (residual !== undefined && price !== undefined && residual > price) mistakes.residual = t`At most the price.`;
  return mistakes;
}

function mistakesInBonds(written: Written, context: CheckContext): Mistakes {
  const { settlement } = context;
  const price = parseMoney(written.price, settlement);
  const gives = parseMoney(written.contribution, settlement) ?? 0n;
  if (price === undefined || gives >= price) return {};
  const mistakes: Mistakes = {};
  const [low, high] = [rateOf(written.lowest), rateOf(written.highest)];
  const least = parseMoney(written.leastBid, settlement);
  const closesAt = midnightOf(written.bidsUntil || proposedClose(context));
  const [earliest, years] = [earliestClose(context), countOf(written.years)];
  const coupons = ((years ?? 0) * 12) / Number(written.cycle);
  if (low === undefined || low % STEP !== 0)
    mistakes.lowest = t`Write per cent a year, in quarters, such as 2 or 2.25.`;
  if (high === undefined || high % STEP !== 0 || high > HIGHEST_RATE) {
    mistakes.highest = t`Write per cent a year, in quarters, at most 15.`;
  } else if (low !== undefined && (high < low || (high - low) / STEP >= MOST_STEPS)) {
    mistakes.highest = t`From the lowest rate up to 15.75 more.`;
  }
  if (least === undefined) mistakes.leastBid = amountMistake(context);
  else if (least > price - gives) mistakes.leastBid = t`At most what the bonds have to raise.`;
  if (closesAt === undefined) mistakes.bidsUntil = t`Choose the day on which bidding ends.`;
  else if (closesAt < earliest)
    mistakes.bidsUntil = t`Not before ${formatDay(earliest)}: the vote takes its time first.`;
  if (!years || coupons < 1 || coupons > MOST_COUPONS)
    mistakes.years = t`Write how many years, with at most ${MOST_COUPONS} coupons.`;
  return mistakes;
}
