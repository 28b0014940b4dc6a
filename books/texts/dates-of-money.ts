// Dates of money: coupons and ends of bond series, withdrawals of shares, periods of the surplus, leases and auctions.

import { runningPeriod } from "../apply/patronage.ts";
import type { CommonsBook, Machine, Series } from "../commons.ts";
import { lastDateAt } from "../coupons.ts";
import { leaseEnds } from "../leases.ts";
import type { MarketBook } from "../market.ts";
import type { Coop } from "../model.ts";
import { t } from "../say.ts";
import { plural } from "../words.ts";
import type { CoopDate } from "./dates.ts";
import { dayOf, momentOf } from "./moment.ts";

export function datesOfBonds(commons: CommonsBook, now: number): CoopDate[] {
  return [...commons.series.values()].flatMap((series) => {
    if (series.state === "live") return couponsOf(commons, series, now);
    return series.state === "bidding" ? [biddingOf(commons, series)] : [];
  });
}

function biddingOf({ machines }: CommonsBook, { id, terms }: Series): CoopDate {
  return {
    key: ["series", id, "bids"],
    at: terms.closesAt,
    known: machines.get(id)?.orderedAt ?? terms.closesAt,
    summary: t`Bids for bond series ${id} close`,
    description: t`The lowest rates that fill the target lend the money; who bids more gets it back.`,
    path: `/bonds/${id}`,
    category: "bonds",
  };
}

/** The first date is that of issue. An announced redemption ends a series at an earlier date than its last. */
function couponsOf(commons: CommonsBook, series: Series, now: number): CoopDate[] {
  const last = lastDateAt(series, now);
  const { id, dates, announced, issuedAt } = series;
  return dates.slice(1, last + 1).map((at, i) => {
    const isLast = i + 1 === last;
    const redeemed = isLast && announced?.dateIndex === last;
    return {
      key: ["series", id, "date", i + 1],
      at,
      wholeDay: true,
      known: (redeemed ? announced.at : issuedAt) ?? at,
      summary: isLast ? t`Bond series ${id} ends: last coupon and principal` : t`Coupon of bond series ${id}`,
      description: t`Coupon ${i + 1} of ${last} falls due. It is paid as far as the machine's rent has brought it in.`,
      path: `/bonds/${id}`,
      category: "bonds",
      concerns: (memberId) => holdsUnits(commons, series, memberId),
    };
  });
}

function holdsUnits({ heldBy, memberOf }: CommonsBook, { holders }: Series, memberId: number): boolean {
  return [...holders].some(
    ([account, { units }]) => units > 0n && (heldBy.get(account) ?? memberOf.get(account)) === memberId,
  );
}

export function datesOfShares({ shares }: Coop): CoopDate[] {
  const stop = shares.stops.at(-1);
  return shares.queue.slice(shares.head).flatMap(({ id, memberId, units, askedAt, payableFrom }) => {
    if (units === 0n) return [];
    const stopped = stop !== undefined && stop.until > payableFrom;
    const number = Number(units);
    return [
      {
        key: ["withdrawal", id],
        at: stopped ? stop.until : payableFrom,
        known: stopped ? Math.max(askedAt, stop.from) : askedAt,
        summary: t`Shares can be paid back: member ${memberId}, ${number} ${plural(number, t`share`, t`shares`)}`,
        description: stopped
          ? t`Their notice ends on ${momentOf(payableFrom)}, and withdrawals are suspended until ${momentOf(stop.until)}. They are paid in turn, as far as there is share capital.`
          : t`Their notice ends. They are paid in turn, as far as there is share capital.`,
        path: "/shares",
        category: "shares" as const,
        concerns: (one: number) => one === memberId,
      },
    ];
  });
}

export function datesOfSurplus(market: MarketBook): CoopDate[] {
  const running = runningPeriod(market);
  if (!running || !market.surplusTerms) return [];
  const { period, openedAt } = running;
  return [
    {
      key: ["period", period],
      at: openedAt + market.surplusTerms.period,
      known: openedAt,
      summary: t`Period ${period} of the surplus ends`,
      description: t`It began on ${dayOf(openedAt)}. From now on anyone can close it; then the members can share out its surplus.`,
      path: "/surplus",
      category: "market",
    },
  ];
}

export const datesOfMachines = ({ machines }: CommonsBook): CoopDate[] =>
  [...machines.values()].flatMap((machine) => [...leaseOf(machine), ...auctionOf(machine)]);

function leaseOf({ id, lease }: Machine): CoopDate[] {
  if (!lease) return [];
  const { lessee, startedAt } = lease;
  return [
    {
      key: ["machine", id, "lease", startedAt],
      at: leaseEnds(lease),
      known: startedAt,
      summary: t`Lease of machine ${id} ends: member ${lessee}`,
      description: t`It began on ${dayOf(startedAt)}.`,
      path: `/machines/${id}`,
      category: "machines",
      concerns: (memberId) => memberId === lessee,
    },
  ];
}

/** A late bid moves the close. */
function auctionOf({ id, auction }: Machine): CoopDate[] {
  if (!auction) return [];
  const { openedAt, closesAt, bids, kind } = auction;
  return [
    {
      key: ["machine", id, "auction", openedAt],
      at: closesAt,
      known: bids.at(-1)?.at ?? openedAt,
      summary: kind === "rent" ? t`Bids of a rent for machine ${id} close` : t`Bids for machine ${id} close`,
      description: t`A bid in the last day leaves the others a day to answer it.`,
      path: `/machines/${id}`,
      category: "machines",
    },
  ];
}
