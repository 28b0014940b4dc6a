import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { MarketBook, PeriodEntry } from "../../../../books/market.ts";
import { t } from "../../../../books/say.ts";
import { divisionOf } from "../../../../books/surplus.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents, formatMoney } from "../../shared/format/money.ts";
import { formatDay } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { inPoints, perPoint } from "../../shared/surplus/points.ts";
import { WaterfallTable } from "../../shared/surplus/WaterfallTable.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { OwnView } from "./OwnView.tsx";
import { PeriodsTable } from "./PeriodsTable.tsx";
import { useRecordView } from "./useOwnViews.ts";

const FIRST = 4;

/** Every period that ended: what was shared out, and where every unit of it went. */
export function PeriodsSheet({ market }: { market: MarketBook }) {
  const [open, setOpen] = useState(false);
  const ended = [...market.periods.values()].filter(({ closedAt }) => closedAt !== 0).reverse();
  const shown = open ? ended : ended.slice(0, FIRST);
  return (
    <Sheet title={t`Periods that have ended`}>
      {ended.length === 0 ? (
        <Empty>{t`None yet. The first one is closed when its time is over; then the members can share out a surplus.`}</Empty>
      ) : (
        <>
          <ul className="grid items-start gap-6 lg:grid-cols-2">
            {shown.map((period) => (
              <li key={period.period} className="rounded-xl border border-line p-4">
                <OnePeriod period={period} />
              </li>
            ))}
          </ul>
          {ended.length > shown.length && (
            <button
              type="button"
              className="button button-quiet mt-4"
              onClick={() => setOpen(true)}
            >{t`Show earlier periods`}</button>
          )}
          {ended.some(({ declared }) => declared) && <PeriodsTable periods={[...ended].reverse()} />}
        </>
      )}
    </Sheet>
  );
}

function OnePeriod({ period }: { period: PeriodEntry }) {
  const { settlement } = useCoop();
  const { openedAt, closedAt, points, declared, moneyLeft } = period;
  return (
    <>
      <h3 className="text-base">{rich`Period ${period.period}`}</h3>
      <p className="small mb-2 text-muted">{rich`${formatDay(openedAt)} to ${formatDay(closedAt)}, ${inPoints(points, settlement)} points`}</p>
      {declared ? (
        <Declared period={period} declared={declared} />
      ) : (
        <p>{rich`No surplus was shared out yet. ${<Link to="/proposals/new" className="link">{t`Propose it`}</Link>}`}</p>
      )}
      {moneyLeft > 0n && (
        <p className="small mt-1 text-muted">{rich`${formatCents(moneyLeft, settlement)} of it is not claimed yet and does not lapse.`}</p>
      )}
    </>
  );
}

type DeclaredProps = { period: PeriodEntry; declared: NonNullable<PeriodEntry["declared"]> };

function Declared({ period: { period, points }, declared }: DeclaredProps) {
  const { settlement } = useCoop();
  const { terms, surplus, interest, carried, pot, fromCarried } = declared;
  const follows = divisionOf(terms, { surplus, interest, points, carried });
  const view = useRecordView(period);
  const isSame =
    follows !== undefined &&
    view?.reserve === follows.reserve &&
    view.community === follows.community &&
    view.interest === follows.interest &&
    view.dividends === follows.dividends &&
    view.carried === follows.fromCarried &&
    view.points === points;
  const money = (amount: bigint) => formatMoney(amount, settlement);
  return (
    <>
      {follows && (
        <WaterfallTable
          caption={t`How the surplus of period ${period} was divided`}
          waterfall={{ ...follows, surplus, points }}
          terms={terms}
        />
      )}
      <p className="small mt-2">
        {points === 0n
          ? t`Nobody earned points in it, so there were no dividends.`
          : t`A point brought ${perPoint(pot, points, settlement)}${fromCarried > 0n ? t`, with ${money(fromCarried)} that earlier periods left` : ""}.`}
      </p>
      {view && (
        <OwnView
          says={
            isSame
              ? "same"
              : t`${money(view.reserve)} to the reserve, ${money(view.community)} to the community, ${money(view.interest)} of interest, ${money(view.dividends)} of dividends`
          }
        />
      )}
    </>
  );
}
