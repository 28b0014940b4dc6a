import type { PeriodEntry } from "../../../../books/market.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents } from "../../shared/format/money.ts";
import { formatDay } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { inPoints, perPoint } from "../../shared/surplus/points.ts";
import { Disclosure } from "../../shared/ui/Disclosure.tsx";
import { Scroller } from "../../shared/ui/Scroller.tsx";

/** All periods in figures, the earliest first: to compare them, or to copy into a chart. */
export function PeriodsTable({ periods }: { periods: readonly PeriodEntry[] }) {
  const { settlement } = useCoop();
  const money = (amount: bigint | undefined) => (amount === undefined ? "" : formatCents(amount, settlement));
  return (
    <Disclosure label={t`All periods in one table`}>
      <Scroller label={t`All periods`}>
        <table className="w-full border-collapse whitespace-nowrap">
          <caption className="sr-only">{t`All periods, the earliest first`}</caption>
          <thead>
            <tr className="small border-b border-line text-right text-muted">
              <th scope="col" className="sticky left-0 bg-surface py-1.5 pr-4 text-left font-semibold">{t`Period`}</th>
              {[t`Points`, t`Surplus`, t`Reserve`, t`Community`, t`Interest`, t`Dividends`, t`A point`].map((name) => (
                <th key={name} scope="col" className="py-1.5 pl-4 font-semibold">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {periods.map(({ period, closedAt, points, declared }) => (
              <tr key={period} className="figures border-b border-line text-right last:border-b-0">
                <th scope="row" className="sticky left-0 bg-surface py-1.5 pr-4 text-left font-normal">
                  {period} <span className="small text-muted">{rich`to ${formatDay(closedAt)}`}</span>
                </th>
                <td className="py-1.5 pl-4">{inPoints(points, settlement)}</td>
                <td className="py-1.5 pl-4">{money(declared?.surplus)}</td>
                <td className="py-1.5 pl-4">{money(declared?.reserve)}</td>
                <td className="py-1.5 pl-4">{money(declared?.community)}</td>
                <td className="py-1.5 pl-4">{money(declared?.interest)}</td>
                <td className="py-1.5 pl-4">{money(declared?.dividends)}</td>
                <td className="py-1.5 pl-4">{declared ? perPoint(declared.pot, points, settlement) : ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </Disclosure>
  );
}
