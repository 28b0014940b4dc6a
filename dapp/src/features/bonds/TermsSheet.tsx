import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Machine, Series } from "../../../../books/commons.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { coverageOf, expectedCoverage, timesCovered } from "../../shared/commons/coverage.ts";
import { rentIsLate, seriesStanding } from "../../shared/commons/standing.ts";
import { formatCents } from "../../shared/format/money.ts";
import { formatRate } from "../../shared/format/rate.ts";
import { formatDay, formatMoment, formatSpan } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
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
    <Sheet title={t`Terms`}>
      <dl className="divide-y divide-line">
        <Term
          name={t`What it is for`}
        >{rich`${money(target)} towards ${<Link to="/machines/$id" params={{ id: String(machine.id) }} className="link">{rich`machine ${machine.id}`}</Link>}, which costs ${money(price)}${contribution > 0n ? t`; the commons fund pays the other ${money(contribution)}.` : "."}`}</Term>
        <Term name={t`Bidding`}>
          {bids ? t`Until` : t`Closed on`} {formatMoment(terms.closesAt)}.
          {bids &&
            t` A bid is ${money(terms.minimumBid)} or more. If the target is missed, everybody gets all of it back and nothing is bought.`}
        </Term>
        <Term name={t`Rate`}>
          {rateWords(series)}. {series.clearing ? t`All get the same.` : runs && t`All get the rate that clears.`}
        </Term>
        <Term
          name={t`Interest`}
        >{rich`Counts from ${formatDay(plan.issueDate)}, paid ${everyWords(plan)} (${DAY_COUNTS[plan.dayCount]}). When a date falls on a weekend, ${weekendWords(plan.businessDays)}.`}</Term>
        {runs && (
          <>
            <Term
              name={t`Your money back`}
            >{rich`By ${formatDay(dates[lastDate] ?? 0)}. An even part of every rent is set aside for it; all of it is handed out together at the end, at par.${
              series.announced &&
              t` The members announced that the bonds are redeemed early, on ${formatDay(series.announced.date)}.`
            }`}</Term>
            <Term name={t`What the rent covers`}>
              <Covered series={series} machine={machine} />
            </Term>
            <Term
              name={t`Early end`}
            >{rich`The members can redeem it at par on a coupon date, announced ${formatSpan(30 * 86_400)} before. Interest then ends there.`}</Term>
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
  if (!coverage) return rich`The machine is not let now, so no rent comes in. What falls due meanwhile is late.`;
  const { rent, coupon, instalment } = coverage;
  const times = timesCovered(coverage);
  return rich`${
    before
      ? t`At ${formatRate(rate)}, the agreed rent would cover the coupon ${times}`
      : t`The rent covers the coupon ${times}`
  }: ${money(rent)} a coupon period after upkeep, for a coupon of ${money(coupon)}. With the ${money(instalment)} that are set aside for the principal, it covers both ${timesCovered({ rent, coupon: coupon + instalment })}.${rentIsLate(machine, now) && <strong>{t` But the rent is late now.`}</strong>}`;
}

function Term({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 py-2.5 sm:grid-cols-[10rem_minmax(0,1fr)]">
      <dt className="font-semibold">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
