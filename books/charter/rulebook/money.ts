// The rulebook on shares, on the surplus and the reserve, on the commons and on the market.

import { t } from "../../say.ts";
import { moneyOf } from "../../texts/money.ts";
import { percentOf, plural, spanInWords } from "../../words.ts";
import type { Charter } from "../charter.ts";
import { type Clause, type CountedIn, clause, fixed } from "./clause.ts";

export function sharesPart({ shares, surplus, settlementToken }: Charter, unit: CountedIn): Clause[] {
  const { par, minimum, maximum, notice, suspensionLimit, interestCap } = shares;
  return [
    clause(
      "S1",
      t`Money is counted in ${unit.symbol}, the token at ${settlementToken}. A share has a par value of ${moneyOf(par, unit)}.`,
      t`A member who holds any holds at least ${minimum.toLocaleString("en-GB")} ${plural(Number(minimum), t`share`, t`shares`)} and at most ${maximum.toLocaleString("en-GB")}.`,
    ),
    clause(
      "S2",
      notice === 0
        ? t`Shares are withdrawn at par without notice, first come first served, from the share-capital fund only.`
        : t`Shares are withdrawn at par after ${spanInWords(notice)} of notice, first come first served, from the share-capital fund only.`,
    ),
    clause(
      "S3",
      suspensionLimit === 0
        ? t`The board can not suspend withdrawals.`
        : t`The board may suspend withdrawals, also those already asked for, for ${spanInWords(suspensionLimit)} at most and not twice running.`,
    ),
    clause(
      "S4",
      interestCap === 0
        ? t`Shares earn no interest.`
        : t`Interest on shares is limited to ${percentOf(interestCap)} a year, declared with a surplus, at most once a year, and never owed.`,
    ),
    fixed("S5"),
    clause(
      "S6",
      t`A member may take dividends, income or interest in shares at par.`,
      surplus.inShares === 0
        ? t`Nobody has to.`
        : t`Of every dividend ${percentOf(surplus.inShares)} must be taken so.`,
    ),
  ];
}

export function surplusPart({ surplus }: Charter): Clause[] {
  const { period, reserveShare, communityShare } = surplus;
  return [
    clause("A7", t`A surplus is declared for a period of ${spanInWords(period)}.`),
    clause(
      "A1",
      t`The indivisible reserve is a contract of its own without roles or replacement. At least ${percentOf(reserveShare)} of every surplus goes there.`,
      t`It pays a loss that the auditor certified (by extraordinary resolution, never more than the loss), or on dissolution the asset-locked body.`,
    ),
    clause("A6", t`Of each surplus ${percentOf(communityShare)} goes to the community.`),
    reserveShare + communityShare === WHOLE
      ? clause("A4", t`Nothing of a surplus is left for a dividend.`)
      : fixed("A4"),
    fixed("A3"),
    fixed("A5"),
    fixed("A9"),
  ];
}

const WHOLE = 10_000;

export const commonsPart = (): Clause[] => [
  fixed("K1"),
  clause(
    "K2",
    t`All bidders get the same clearing rate, under a limit that each series sets, at most 15 % a year. Bids are public and may be improved but not withdrawn. Active members, and those of recognised co-ops, may bid and hold; the co-op's own Treasury may not.`,
  ),
  clause(
    "K3",
    t`Each rent payment pays, in this order and in the same call: upkeep (at most 30 %, as ordered with the machine), coupons due (the oldest first), the instalment of principal due, and then the commons. A bullet bond builds an even sinking fund.`,
  ),
  fixed("K4"),
  clause(
    "K5",
    t`Bond holders can look only to the machine and its rent. Early redemption is at par, on a coupon date, after 30 days of notice.`,
  ),
  fixed("K6"),
];

export function marketPart({ market }: Charter): Clause[] {
  const { fee, commonsShare, workShare, window, ruleWithin, defaultAward, speed, membersOnly } = market;
  return [
    clause(
      "J1",
      t`The fee is ${percentOf(fee)} of the fare only, shown before acceptance and then frozen. Tips and pass-through amounts belong to the provider in full.`,
    ),
    clause(
      "J2",
      t`Of the fee ${percentOf(commonsShare)} goes to the commons fund. The members' part, which is the rest, goes to the operating fund and is recorded as points.`,
      t`It meets the period's costs first, and what remains is the surplus.`,
    ),
    clause(
      "J3",
      t`A finished job that nobody disputes is paid after ${spanInWords(window)}, an offer lapses, and a job not done 24 hours after its time is refunded.`,
      t`Anyone may make each of these happen.`,
    ),
    clause(
      "J4",
      t`A dispute is decided within ${spanInWords(ruleWithin)}; otherwise the provider gets ${percentOf(defaultAward)} and the customer the rest.`,
    ),
    clause(
      "J5",
      t`A job earns as many points as the members' part of its fee: ${percentOf(workShare)} of them for the work, ${percentOf(WHOLE - workShare)} for the custom.`,
      t`Without a fee there are no points; released undisputed without a countersignature, it earns only the provider's.`,
    ),
    clause("J6", t`The distance of a ride counts only when countersigned and below ${speed} km/h.`),
    clause(
      "J7",
      membersOnly
        ? t`Only members book and provide.`
        : t`Non-members may book and provide. They earn no points, and their receipt invites them to apply.`,
    ),
  ];
}
