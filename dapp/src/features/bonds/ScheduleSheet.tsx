import { useState } from "react";
import type { Machine, Series } from "../../../../books/commons.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { seriesStanding } from "../../shared/commons/standing.ts";
import { formatCents } from "../../shared/format/money.ts";
import { formatRate } from "../../shared/format/rate.ts";
import { formatDay } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { Chip } from "../../shared/ui/Chip.tsx";
import { Note } from "../../shared/ui/Note.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import type { Tone } from "../../shared/ui/tone.ts";
import { orderBookOf } from "./order-book.ts";
import { type DateRow, datesOf, totalsOf } from "./schedule.ts";

const STATES: Record<DateRow["state"], { words: string; tone: Tone }> = {
  coming: { words: t`to come`, tone: "quiet" },
  running: { words: t`running`, tone: "active" },
  paid: { words: t`all there`, tone: "good" },
  late: { words: t`late`, tone: "bad" },
};
const WORD_TONES = {
  coming: "text-muted",
  running: "text-on-act-soft",
  paid: "text-good",
  late: "font-semibold text-bad",
};
/** A long schedule shows so many dates around today; the others are a click away. */
const SHOWN = 12;

/** The coupon dates: what falls due, and how much of it is there. */
export function ScheduleSheet({ series, machine }: { series: Series; machine: Machine }) {
  const { settlement, now } = useCoop();
  const rate = orderBookOf(series).clearing?.rate ?? series.terms.highestRate;
  const rows = datesOf(series, now, rate);
  const [all, showAll] = useState(false);
  const { coupon, late } = totalsOf(rows);
  const expected = series.units === 0n && series.ended === undefined;
  const money = (amount: bigint) => formatCents(amount, settlement);
  const running = rows.findIndex(({ state }) => state === "late" || state === "running");
  const first = rows.length > SHOWN ? Math.min(Math.max(0, running - 2), rows.length - SHOWN) : 0;
  if (rows.length === 0) return null;
  return (
    <Sheet
      title={expected ? t`Coupons as they would fall due` : t`Coupons`}
      aside={<span className="small figures text-muted">{rich`${money(coupon)} in all`}</span>}
    >
      {expected && seriesStanding(series, now) === "bids" && (
        <p className="small mb-3 text-muted">{rich`For all ${money(series.target)} together at ${formatRate(rate)}.`}</p>
      )}
      {late > 0n && (
        <div className="mb-3">
          <Note tone="bad">{rich`Coupons of ${money(late)} are late: the rent of machine ${machine.id} did not bring them yet. They are paid first when rent comes in, and go with the bonds if those are sent on.`}</Note>
        </div>
      )}
      <Dates rows={all ? rows : rows.slice(first, first + SHOWN)} expected={expected} />
      {rows.length > SHOWN && (
        <button
          type="button"
          className="button button-quiet mt-4 print:hidden"
          aria-expanded={all}
          onClick={() => showAll(!all)}
        >
          {all ? t`Only the next ${SHOWN} dates` : t`All ${rows.length} dates`}
        </button>
      )}
    </Sheet>
  );
}

function Dates({ rows, expected }: { rows: readonly DateRow[]; expected: boolean }) {
  const { settlement } = useCoop();
  const money = (amount: bigint) => formatCents(amount, settlement);
  return (
    <table className="small w-full border-collapse">
      <caption className="sr-only">{t`Coupon dates, the first first`}</caption>
      <thead>
        <tr className="border-b border-line text-left text-muted">
          <th scope="col" className="py-1.5 pr-3 font-semibold">{t`Date`}</th>
          <th scope="col" className="py-1.5 pr-3 text-right font-semibold">{t`Coupon`}</th>
          <th scope="col" className="py-1.5 text-right font-semibold">
            <span className="sm:hidden">{t`Set aside`}</span>
            <span className="hidden sm:inline">{t`Set aside for the principal`}</span>
          </th>
          {!expected && (
            <th scope="col" className="hidden py-1.5 pl-3 text-right font-semibold sm:table-cell">{t`Is there`}</th>
          )}
        </tr>
      </thead>
      <tbody className="figures align-top">
        {rows.map(({ index, at, coupon, couponPaid, instalment, instalmentPaid, state }) => (
          <tr key={index} className="border-b border-line last:border-b-0">
            <th scope="row" className="py-1.5 pr-3 text-left font-normal whitespace-nowrap">
              {formatDay(at)}
              {!expected && <span className={`block sm:hidden ${WORD_TONES[state]}`}>{STATES[state].words}</span>}
            </th>
            <td className="py-1.5 pr-3 text-right">
              {money(coupon)}
              {!expected && couponPaid > 0n && couponPaid < coupon && (
                <span className="block text-muted">{rich`${money(couponPaid)} there`}</span>
              )}
            </td>
            <td className="py-1.5 text-right">
              {money(instalment)}
              {!expected && instalmentPaid > 0n && instalmentPaid < instalment && (
                <span className="block text-muted">{rich`${money(instalmentPaid)} there`}</span>
              )}
            </td>
            {!expected && (
              <td className="hidden py-1.5 pl-3 text-right sm:table-cell">
                <Chip tone={STATES[state].tone}>{STATES[state].words}</Chip>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
