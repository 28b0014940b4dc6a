// Whether membership, shares, market and surplus keep their bounds and go together.
import type { Charter, ShareTerms, SurplusTerms } from "./charter.ts";
import { DAY } from "./defaults.ts";
import { type Figure, outOfBounds, type Problem, percent, plain, spanned, unless } from "./problem.ts";

const ONE = 10_000;
const HOUR = 3_600;
/** What the contracts can keep: of shares, and of their price together. */
const MOST_SHARES = 2n ** 56n - 1n;
const MOST_MONEY = 2n ** 112n - 1n;

const MEMBERSHIP: readonly Figure[] = [
  ["M2", "decideWithin", "The time to decide an application", 1, 90 * DAY, spanned],
  ["M4", "suspensionLimit", "The longest suspension of a member", 0, 90 * DAY, spanned],
  ["M6", "recoveryWait", "The wait before a lost account is replaced", 7 * DAY, 60 * DAY, spanned],
];
const SHARES: readonly Figure[] = [
  ["S2", "notice", "The notice before a withdrawal", 0, 365 * DAY, spanned],
  ["S3", "suspensionLimit", "The longest stop of withdrawals", 0, 365 * DAY, spanned],
  ["S4", "interestCap", "Interest on shares", 0, 800, percent],
];
const MARKET: readonly Figure[] = [
  ["J1", "fee", "The fee", 0, 2_000, percent],
  ["J2", "commonsShare", "The commons part of the fee", 2_500, ONE, percent],
  ["J3", "window", "The time after which a finished job is paid out", HOUR, 14 * DAY, spanned],
  ["J4", "ruleWithin", "The time to decide a dispute", DAY, 30 * DAY, spanned],
  ["J4", "defaultAward", "What the provider gets of an undecided dispute", 0, ONE, percent],
  ["J5", "workShare", "The part of the points that is for work", 0, ONE, percent],
  ["J6", "speed", "The speed up to which a distance counts, in km/h,", 1, 300, plain],
];
const SURPLUS: readonly Figure[] = [
  ["A7", "period", "A surplus period", 28 * DAY, 366 * DAY, spanned],
  ["A1", "reserveShare", "The part of a surplus for the reserve", 500, ONE, percent],
  ["A6", "communityShare", "The part of a surplus for the community", 0, 5_000, percent],
  ["S6", "inShares", "The part of dividends that is taken in shares", 0, 5_000, percent],
];
const HALT: readonly Figure[] = [["G1", "haltLimit", "The longest stop by a guardian", 1, 14 * DAY, spanned]];

export const termsProblems = (charter: Charter): Problem[] => [
  ...outOfBounds(charter.membership, "membership", MEMBERSHIP),
  ...outOfBounds(charter, "", HALT).map((problem) => ({ ...problem, path: "haltLimit" })),
  ...outOfBounds(charter.shares, "shares", SHARES),
  ...holdingProblems(charter.shares),
  ...outOfBounds(charter.market, "market", MARKET),
  ...outOfBounds(charter.surplus, "surplus", SURPLUS),
  ...surplusProblems(charter.surplus, charter.shares),
];

const holdingProblems = ({ par, minimum, maximum }: ShareTerms): Problem[] => [
  ...unless(par > 0n, "S1", "shares.par", "A share must cost something."),
  ...unless(
    maximum > 0n && maximum <= MOST_SHARES,
    "S1",
    "shares.maximum",
    "A member can hold at least one share, and a number of them that can be kept.",
  ),
  ...unless(
    minimum >= 0n && minimum <= maximum,
    "S1",
    "shares.minimum",
    `Members can not have to hold ${minimum} shares and be allowed ${maximum}: the least is at most the greatest.`,
  ),
  ...unless(
    par * maximum <= MOST_MONEY,
    "S1",
    "shares.par",
    "The most shares at this price are more money than can be kept: lower one of them.",
  ),
];

const surplusProblems = (surplus: SurplusTerms, shares: ShareTerms): Problem[] => [
  ...unless(
    surplus.reserveShare + surplus.communityShare <= ONE,
    "A1",
    "surplus.reserveShare",
    `Reserve and community would get ${percent(surplus.reserveShare + surplus.communityShare)} of a surplus: together 100 % at most.`,
  ),
  ...unless(
    surplus.inShares === 0 || shares.maximum > shares.minimum,
    "S6",
    "surplus.inShares",
    "A part of dividends is to be taken in shares, and nobody can hold more of them than everybody must: raise the greatest holding, or take no part in shares.",
  ),
];
