// Who holds how many shares, and since when: the mirror of contracts/libraries/ShareLedger.sol. Members are brought up to
// date when their shares change, in the contract and here, because a write-down is allocated in that order.
import { toldBy } from "./apply/told.ts";
import { type BookEvent, whereOf } from "./event.ts";
import type { Coop, Holding, ShareBook, ShareReason } from "./model.ts";
import { aboveMinimum, money, partOf, posting, queuedAfter } from "./share-math.ts";

const DAY = 86_400;

export const dayOf = (seconds: number): number => Math.floor(seconds / DAY);

export function emptyShareBook(): ShareBook {
  return {
    units: 0n,
    above: 0n,
    unitDays: 0n,
    carried: 0n,
    day: 0,
    holdings: new Map(),
    queue: [],
    head: 0,
    stops: [],
    postings: [],
    writeDowns: [],
    untold: [],
    changes: [],
    claims: [],
    payments: [],
  };
}

/** A member brought up to date, not written yet. `counted` is what the member adds to each write-down that it missed, `cuts`
 * what each takes. */
export type Settled = {
  memberId: number;
  units: bigint;
  holding: Holding;
  first: number;
  counted: bigint[];
  cuts: bigint[];
};

/** A member as of `now`; nothing is written. */
export function settled({ shares }: Coop, memberId: number, now: number): Settled {
  const before = shares.holdings.get(memberId);
  const fresh = { day: dayOf(now), period: shares.postings.length, epoch: shares.writeDowns.length };
  const nothing = { units: 0n, promised: 0n, queued: 0n, unitDays: 0n, interest: 0n, due: 0n };
  if (!before) return { memberId, units: 0n, holding: { ...nothing, ...fresh }, first: 0, counted: [], cuts: [] };

  const holding = { ...before };
  const missed = shares.writeDowns.slice(before.epoch);
  const minimum = shares.terms?.minimum ?? 0n;
  const counted: bigint[] = [];
  const cuts: bigint[] = [];
  for (const { above, cut, counted: before, day, period } of missed) {
    accrueTo(shares, holding, day, period);
    const own = aboveMinimum(holding.units, minimum);
    const part = partOf(own, before, cut, above);
    if (part !== 0n) holding.queued = queuedAfter(holding.queued, holding.units, holding.units - part, minimum);
    holding.units -= part;
    counted.push(own);
    cuts.push(part);
  }
  accrueTo(shares, holding, fresh.day, fresh.period);
  holding.epoch = fresh.epoch;
  return { memberId, units: holding.units, holding, first: before.epoch, counted, cuts };
}

const sum = (list: readonly bigint[]): bigint => list.reduce((total, one) => total + one, 0n);

/** How many shares write-downs took on the way. */
export const cutOf = ({ cuts }: Settled): bigint => sum(cuts);

const WHY: Record<string, ShareReason> = {
  InterestClaimed: "interest",
  WithdrawalServed: "withdrawn",
  Redeemed: "redeemed",
};

/** Writes a member that was brought up to date, and its change into the totals. A cut that no event told is noted. */
export function put(coop: Coop, { memberId, units, holding, first, counted, cuts }: Settled, event: BookEvent): void {
  const { shares } = coop;
  for (const [i, own] of counted.entries()) {
    const writeDown = shares.writeDowns[first + i];
    if (!writeDown) continue;
    writeDown.counted += own;
    const part = cuts[i] ?? 0n;
    if (part === 0n) continue;
    writeDown.taken.push({ memberId, units: part, at: event.timestamp });
    shares.changes.push({ ...toldBy(event), memberId, by: -part, day: writeDown.day, why: "written down" });
  }
  const by = holding.units - units;
  if (by !== 0n) {
    const why = WHY[event.name] ?? "paid";
    shares.changes.push({ ...toldBy(event), memberId, by, day: dayOf(event.timestamp), why });
  }
  const cut = sum(cuts);
  if (cut !== 0n && event.name !== "HoldingCut") shares.untold.push({ memberId, units: cut, where: whereOf(event) });
  const minimum = shares.terms?.minimum ?? 0n;
  accrue(shares, event.timestamp);
  shares.units += by;
  shares.above += aboveMinimum(holding.units, minimum) - aboveMinimum(units, minimum);
  shares.holdings.set(memberId, holding);
  const member = coop.members.get(memberId);
  if (member) member.units = holding.units;
}

/** Shares times days of all members, up to now. */
export function accrue(shares: ShareBook, now: number): void {
  shares.unitDays += shares.units * BigInt(dayOf(now) - shares.day);
  shares.day = dayOf(now);
}

/** Ends a period of interest: what is to be posted for all members. */
export function closePeriod(shares: ShareBook, rate: number, now: number): { unitDays: bigint; amount: bigint } {
  accrue(shares, now);
  const { unitDays } = shares;
  const { amount, left } = posting(unitDays * BigInt(rate) * (shares.terms?.par ?? 0n), shares.carried);
  [shares.carried, shares.unitDays] = [left, 0n];
  return { unitDays, amount };
}

function accrueTo(shares: ShareBook, holding: Holding, day: number, period: number): void {
  while (holding.period < period) {
    const posted = shares.postings[holding.period];
    if (!posted) break;
    const unitDays = holding.unitDays + holding.units * BigInt(posted.day - holding.day);
    holding.interest += unitDays * BigInt(posted.rate) * (shares.terms?.par ?? 0n);
    [holding.unitDays, holding.day] = [0n, posted.day];
    holding.period += 1;
  }
  holding.unitDays += holding.units * BigInt(day - holding.day);
  holding.day = day;
}

/** What a member holds at a moment, every posting and write-down counted; interest in money, rounded down. */
export type MemberHolding = Pick<Holding, "units" | "promised" | "queued" | "unitDays" | "interest" | "due">;

export function holdingOf(coop: Coop, memberId: number, now: number): MemberHolding {
  const { units, promised, queued, unitDays, interest, due } = settled(coop, memberId, now).holding;
  return { units, promised, queued, unitDays, interest: money(interest), due };
}

/** Everybody brought up to date, in the order of their numbers, in a copy: what all holdings add up to. */
export function settleAll(coop: Coop, now: number): ShareBook {
  const copy = { ...coop, members: new Map(), shares: structuredClone(coop.shares) };
  const event = { timestamp: now, name: "HoldingCut" } as BookEvent;
  for (const memberId of copy.shares.holdings.keys()) put(copy, settled(copy, memberId, now), event);
  accrue(copy.shares, now);
  return copy.shares;
}
