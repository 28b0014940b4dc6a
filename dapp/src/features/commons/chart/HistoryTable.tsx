import { t } from "../../../../../books/say.ts";
import { formatDay } from "../../../shared/format/time.ts";
import { Scroller } from "../../../shared/ui/Scroller.tsx";
import { BANDS, type Point, totalOf } from "./history.ts";

/** Every point of the chart in figures, the latest first. On a phone it moves sideways inside its own frame. */
export function HistoryTable({ points, money }: { points: readonly Point[]; money: (amount: bigint) => string }) {
  return (
    <Scroller label={t`What the co-op held, in figures`} className="max-h-96 rounded-xl border border-line">
      <table className="small figures w-full border-collapse">
        <caption className="sr-only">{t`What the co-op held at the end of each stretch of time, the latest first`}</caption>
        <thead className="sticky top-0 z-10 bg-surface">
          <tr className="text-left text-muted">
            <th scope="col" className="sticky left-0 bg-surface px-3 py-2 font-semibold">{t`Until`}</th>
            {BANDS.map(({ name }) => (
              <th key={name} scope="col" className="min-w-28 px-3 py-2 text-right font-semibold">
                {name}
              </th>
            ))}
            <th scope="col" className="px-3 py-2 text-right font-semibold">{t`Together`}</th>
          </tr>
        </thead>
        <tbody>
          {[...points].reverse().map((point, i) => (
            <tr key={point.until} className="border-t border-line">
              <th scope="row" className="sticky left-0 bg-surface px-3 py-1.5 text-left font-normal whitespace-nowrap">
                {i === 0 ? t`now` : formatDay(point.until - 1)}
              </th>
              {point.amounts.map((amount, band) => (
                <td key={BANDS[band]?.name} className="px-3 py-1.5 text-right whitespace-nowrap">
                  {money(amount)}
                </td>
              ))}
              <td className="px-3 py-1.5 text-right font-semibold whitespace-nowrap">{money(totalOf(point))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
