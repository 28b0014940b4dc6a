import { useState } from "react";
import { t } from "../../../../../books/say.ts";
import { useCoop } from "../../../shared/chain/useCoop.ts";
import { useLedger } from "../../../shared/commons/ledger.ts";
import { formatCents } from "../../../shared/format/money.ts";
import { formatDay } from "../../../shared/format/time.ts";
import { rich } from "../../../shared/language/rich.ts";
import { Disclosure } from "../../../shared/ui/Disclosure.tsx";
import { Empty } from "../../../shared/ui/Empty.tsx";
import { SaveTable } from "../../../shared/ui/SaveTable.tsx";
import { Sheet } from "../../../shared/ui/Sheet.tsx";
import { ofAsset } from "../ledger/lines.ts";
import { Areas } from "./Areas.tsx";
import { historyCsv } from "./csv.ts";
import { HistoryTable } from "./HistoryTable.tsx";
import { BANDS, historyOf, totalOf } from "./history.ts";

/** What the co-op held over time, as a picture, at a day that the reader chooses, and as the table that both come from. */
export function FundsChart() {
  const { settlement, now } = useCoop();
  const points = historyOf(ofAsset(useLedger(), settlement.address), now);
  const [chosen, choose] = useState<number>();
  const money = (amount: bigint) => formatCents(amount, settlement);
  const at = Math.min(chosen ?? points.length - 1, points.length - 1);
  const point = points[at];
  return (
    <Sheet title={t`What the co-op held over time`}>
      {!point && <Empty>{t`No money has moved yet.`}</Empty>}
      {point && (
        <>
          <Areas points={points} chosen={at} />
          <label className="mt-2 block print:hidden">
            <span className="sr-only">{t`Day to read off`}</span>
            <input
              type="range"
              className="min-h-11 w-full accent-(--act)"
              min={0}
              max={points.length - 1}
              value={at}
              aria-valuetext={t`${formatDay(point.until)}: ${money(totalOf(point))} together`}
              onChange={({ target }) => choose(Number(target.value))}
            />
          </label>
          <p className="pair mt-2">
            <strong>{at === points.length - 1 ? t`Now` : t`At the end of ${formatDay(point.until - 1)}`}</strong>
            <span className="figures font-semibold">{rich`${money(totalOf(point))} together, with the reserve`}</span>
          </p>
          <dl className="mt-2 grid gap-x-8 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
            {BANDS.map(({ name }, band) => (
              <div key={name} className="flex items-baseline gap-2">
                <dt className="flex grow items-baseline gap-2">
                  <span aria-hidden="true" className={`chart-key chart-${band + 1}`} />
                  <span>{name}</span>
                </dt>
                <dd className="figures whitespace-nowrap">{money(point.amounts[band] ?? 0n)}</dd>
              </div>
            ))}
          </dl>
          <Disclosure label={t`The same as a table`}>
            <HistoryTable points={points} money={money} />
            <p className="mt-3">
              <SaveTable name="funds-over-time.csv" text={() => historyCsv(points, settlement)} />
            </p>
          </Disclosure>
        </>
      )}
    </Sheet>
  );
}
