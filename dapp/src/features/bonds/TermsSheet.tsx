import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Machine, Series } from "../../../../books/commons.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { coverageOf, expectedCoverage, timesCovered } from "../../shared/commons/coverage.ts";
import { rentIsLate, seriesStanding } from "../../shared/commons/standing.ts";
import { formatCents } from "../../shared/format/money.ts";
import { formatRate } from "../../shared/format/rate.ts";
import { formatDay, formatMoment, formatSpan } from "../../shared/format/time.ts";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { orderBookOf } from "./order-book.ts";
import { RiskNote } from "./RiskNote.tsx";
import { DAY_COUNTS, everyWords, rateWords, weekendWords } from "./words.ts";

type Props = { series: Series; machine: Machine };

/** On what terms one lends, in plain words. */
export function TermsSheet({ series, machine }: Props) {
  const { settlement, now } = useCoop();
  const { terms, dates, lastDate, target } = series;
  const { plan } = terms;
  const money = (amount: bigint) => formatCents(amount, settlement);
  const { price, contribution } = machine.terms;
  const standing = seriesStanding(series, now);
  const bids = standing === "bids";
  const runs = bids || standing === "counting" || standing === "paying";
  return (
    <Sheet title="Terms">
      <dl className="divide-y divide-line">
        <Term name="What it is for">
          {money(target)} towards{" "}
          <Link to="/machines/$id" params={{ id: String(machine.id) }} className="link">
            machine {machine.id}
          </Link>
          , which costs {money(price)}
          {contribution > 0n ? `; the commons fund pays the other ${money(contribution)}.` : "."}
        </Term>
        <Term name="Bidding">
          {bids ? "Until" : "Closed on"} {formatMoment(terms.closesAt)}.
          {bids &&
            ` A bid is ${money(terms.minimumBid)} or more. If the target is missed, everybody gets all of it back and nothing is bought.`}
        </Term>
        <Term name="Rate">
          {rateWords(series)}. {series.clearing ? "All get the same." : runs && "All get the rate that clears."}
        </Term>
        <Term name="Interest">
          Counts from {formatDay(plan.issueDate)}, paid {everyWords(plan)} ({DAY_COUNTS[plan.dayCount]}). When a date
          falls on a weekend, {weekendWords(plan.businessDays)}.
        </Term>
        {runs && (
          <>
            <Term name="Your money back">
              By {formatDay(dates[lastDate] ?? 0)}. An even part of every rent is set aside for it; all of it is handed
              out together at the end, at par.
              {series.announced &&
                ` The members announced that the bonds are redeemed early, on ${formatDay(series.announced.date)}.`}
            </Term>
            <Term name="What the rent covers">
              <Covered series={series} machine={machine} />
            </Term>
            <Term name="Early end">
              The members can redeem it at par on a coupon date, announced {formatSpan(30 * 86_400)} before. Interest
              then ends there.
            </Term>
          </>
        )}
      </dl>
      {runs && !bids && (
        <div className="mt-4">
          <RiskNote />
        </div>
      )}
    </Sheet>
  );
}

function Covered({ series, machine }: Props) {
  const { settlement, now } = useCoop();
  const money = (amount: bigint) => formatCents(amount, settlement);
  const standing = seriesStanding(series, now);
  const before = standing === "bids" || standing === "counting";
  const rate = orderBookOf(series).clearing?.rate ?? series.terms.highestRate;
  const coverage = before ? expectedCoverage(series, machine, rate) : coverageOf(series, machine, now);
  if (!coverage) return <>The machine is not let now, so no rent comes in. What falls due meanwhile is late.</>;
  const { rent, coupon, instalment } = coverage;
  const times = timesCovered(coverage);
  return (
    <>
      {before
        ? `At ${formatRate(rate)}, the agreed rent would cover the coupon ${times}`
        : `The rent covers the coupon ${times}`}
      : {money(rent)} a coupon period after upkeep, for a coupon of {money(coupon)}. With the {money(instalment)} that
      are set aside for the principal, it covers both {timesCovered({ rent, coupon: coupon + instalment })}.
      {rentIsLate(machine, now) && <strong> But the rent is late now.</strong>}
    </>
  );
}

function Term({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 py-2.5 sm:grid-cols-[10rem_minmax(0,1fr)]">
      <dt className="font-semibold">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
