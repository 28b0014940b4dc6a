import type { Member } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents } from "../../shared/format/money.ts";
import { DAY, formatDay } from "../../shared/format/time.ts";
import { inFigures } from "../../shared/format/units.ts";
import { rich } from "../../shared/language/rich.ts";
import { Disclosure } from "../../shared/ui/Disclosure.tsx";
import { Scroller } from "../../shared/ui/Scroller.tsx";
import { type InterestPeriod, interestOf } from "./interest.ts";

/** Why this amount: period by period, shares, days and rate. */
export function WhyInterest({ person, owed }: { person: Member; owed: bigint }) {
  const { coop, settlement, now } = useCoop();
  const periods = interestOf(coop, person.id, now);
  if (periods.length === 0) return null;
  const all = periods.reduce((sum, { amount }) => sum + amount, 0n);
  const taken = all - owed;
  const money = (amount: bigint) => formatCents(amount, settlement);
  return (
    <Disclosure label={t`Why this amount`}>
      <Scroller label={t`Interest by period`}>
        <table className="small w-full border-collapse">
          <caption className="sr-only">{t`Interest by period`}</caption>
          <thead>
            <tr className="border-b border-line text-left text-muted">
              <th scope="col" className="py-1.5 pr-3 font-semibold">{t`Period`}</th>
              <th scope="col" className="py-1.5 pr-3 font-semibold">{t`Shares and days`}</th>
              <th scope="col" className="hidden py-1.5 pr-3 text-right font-semibold sm:table-cell">{t`Rate`}</th>
              <th scope="col" className="py-1.5 text-right font-semibold">{t`Interest`}</th>
            </tr>
          </thead>
          <tbody className="figures align-top">
            {periods.map((period) => (
              <PeriodRow key={period.to} period={period} money={money} />
            ))}
          </tbody>
        </table>
      </Scroller>
      {taken > 0n && owed > 0n && (
        <p className="small mt-2 text-muted">{rich`${money(all)} in all, of which you have taken ${money(taken)}.`}</p>
      )}
      <p className="small mt-2 text-muted">{t`Shares times days, times the rate, divided by 365. The days are those between two postings.`}</p>
    </Disclosure>
  );
}

function PeriodRow({ period, money }: { period: InterestPeriod; money: (amount: bigint) => string }) {
  const { from, to, parts, rate, amount } = period;
  return (
    <tr className="border-b border-line last:border-b-0">
      <th
        scope="row"
        className="py-1.5 pr-3 text-left font-normal"
      >{rich`${formatDay(from * DAY)} to ${formatDay(to * DAY)}`}</th>
      <td className="py-1.5 pr-3">
        {parts.map(({ units, days }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a period that is over never change
          <span key={i} className="block">
            {inFigures(units)} × {days} {days === 1 ? t`day` : t`days`}
            <span className="whitespace-nowrap sm:hidden"> × {rate / 100} %</span>
          </span>
        ))}
      </td>
      <td className="hidden py-1.5 pr-3 text-right whitespace-nowrap sm:table-cell">{rate / 100} %</td>
      <td className="py-1.5 text-right">{money(amount)}</td>
    </tr>
  );
}
