import { useState } from "react";
import { t } from "../../../../books/say.ts";
import type { Why } from "../../../../books/surplus.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { inFull } from "../../shared/format/inFull.ts";
import { formatMoney } from "../../shared/format/money.ts";
import { rich } from "../../shared/language/rich.ts";
import { dividendsOf } from "../../shared/surplus/dividends.ts";
import { inFullPoints, inPoints } from "../../shared/surplus/points.ts";
import { WaterfallTable } from "../../shared/surplus/WaterfallTable.tsx";
import { Disclosure } from "../../shared/ui/Disclosure.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import type { Props } from "./DividendSheet.tsx";
import { OwnView } from "./OwnView.tsx";
import { PointsTable } from "./PointsTable.tsx";
import { useDividendView } from "./useOwnViews.ts";

const FIRST = 3;

/** Why this amount: for every period the jobs, the points, what they shared, and the last rounding (A4, J5). */
export function WhySheet({ person, market }: Props) {
  const [open, setOpen] = useState(false);
  const dividends = dividendsOf(market, person.id).reverse();
  const shown = open ? dividends : dividends.slice(0, FIRST);
  return (
    <Sheet title={t`Why this amount`}>
      {dividends.length === 0 ? (
        <Empty>
          {person.status === "active"
            ? t`No surplus was shared out yet for a period in which you earned points.`
            : t`No surplus was shared out for a period in which you earned points.`}
        </Empty>
      ) : (
        <div className="divide-y divide-line">
          {shown.map((why) => (
            <OnePeriod key={why.period} why={why} />
          ))}
        </div>
      )}
      {dividends.length > shown.length && (
        <button
          type="button"
          className="button button-quiet mt-4"
          onClick={() => setOpen(true)}
        >{t`Show earlier periods`}</button>
      )}
    </Sheet>
  );
}

function OnePeriod({ why }: { why: Why }) {
  const { settlement } = useCoop();
  const { period, own, work, custom, points, division, surplus, terms, amount, exact, claimed } = why;
  const money = (sum: bigint) => inFull(sum, settlement);
  const inFigures = (count: bigint) => inFullPoints(count, settlement);
  const rounded = exact.numerator % exact.denominator !== 0n;
  return (
    <section aria-label={t`Period ${period}`} className="py-4 first:pt-0 last:pb-0">
      <h3 className="pair mb-2 max-w-[40rem] text-base">
        <span>{rich`Period ${period}`}</span>
        <span className="figures">
          {money(amount)}
          {claimed && <span className="small text-muted">{t` claimed`}</span>}
        </span>
      </h3>
      <dl className="max-w-[40rem] space-y-1.5">
        <Step term={t`Points for your work`}>{inFigures(work)}</Step>
        <Step term={t`Points for your custom`}>{inFigures(custom)}</Step>
        <Step term={t`Your points`} strong>
          {inFigures(own)}
        </Step>
        <Step term={t`All members' points`}>{inFigures(points)}</Step>
        <Step term={t`Dividends of the period`}>{money(division.dividends)}</Step>
        {division.fromCarried > 0n && <Step term={t`Left by earlier periods`}>{money(division.fromCarried)}</Step>}
        <Step term={t`What all points share`}>{money(division.pot)}</Step>
        <Step term={`${inFigures(own)} × ${money(division.pot)} ÷ ${inFigures(points)}`} strong>
          {money(amount)}
        </Step>
      </dl>
      <p className="small mt-2 text-muted">
        {rounded
          ? t`Worked out with all decimals and rounded down to ${formatMoney(1n, settlement)}; what rounding leaves goes to a later period.`
          : t`It divides without a remainder.`}
      </p>
      <ViewOf why={why} />
      <Disclosure label={t`How the surplus was divided`}>
        <div className="max-w-[40rem]">
          <WaterfallTable
            caption={t`How the surplus of period ${period} was divided`}
            waterfall={{ ...division, surplus, points }}
            terms={terms}
          />
        </div>
      </Disclosure>
      <Disclosure label={t`The jobs that gave you points: ${why.jobs.length}`}>
        <PointsTable why={why} />
      </Disclosure>
    </section>
  );
}

function ViewOf({ why }: { why: Why }) {
  const { settlement } = useCoop();
  const { period, memberId, work, custom, points, division, amount } = why;
  const view = useDividendView(period, memberId);
  if (!view) return null;
  const isSame =
    view.amount === amount &&
    view.pot === division.pot &&
    view.points === points &&
    view.work === work &&
    view.custom === custom;
  const says = t`${inFull(view.amount, settlement)} for ${inPoints(view.work + view.custom, settlement)} of ${inPoints(view.points, settlement)} points`;
  return <OwnView says={isSame ? "same" : says} />;
}

function Step({ term, strong, children }: { term: string; strong?: boolean; children: string }) {
  return (
    <div className={`pair ${strong ? "font-semibold" : ""}`}>
      <dt className={strong ? "figures" : "text-muted"}>{term}</dt>
      <dd className="figures">{children}</dd>
    </div>
  );
}
