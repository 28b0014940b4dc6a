import type { Series } from "../../../../books/commons.ts";
import { t } from "../../../../books/say.ts";
import { useCommons } from "../../shared/chain/commons.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents } from "../../shared/format/money.ts";
import { formatDay } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { personOf } from "../../shared/membership/persons.ts";
import { Disclosure } from "../../shared/ui/Disclosure.tsx";
import { Scroller } from "../../shared/ui/Scroller.tsx";
import { accountsOf, type Holding, leftBehind, partsOf, wholeOf } from "./holding.ts";

type Props = { series: Series; account: string; holding: Holding };

/** Why this amount: each time rent paid the bonds, what one's part of them got. */
export function WhyCoupons({ series, account, holding }: Props) {
  const { coop, settlement } = useCoop();
  const commons = useCommons();
  const person = personOf(coop, account);
  const behind = person ? leftBehind(commons, series, person) : [];
  const followed = (former: string) => !behind.includes(former.toLowerCase());
  const parts = partsOf(series, accountsOf(coop, account, followed));
  if (parts.length === 0) return null;
  const money = (amount: bigint) => formatCents(amount, settlement);
  const cents = (amount: bigint) => formatCents(amount, settlement);
  const all = wholeOf(
    series,
    parts.reduce((sum, { part }) => sum + part, 0n),
  );
  return (
    <Disclosure label={t`Why this amount`}>
      <Scroller label={t`What your bonds got, each time that they were paid`}>
        <table className="small w-full border-collapse">
          <caption className="sr-only">{t`What your bonds got, each time that they were paid`}</caption>
          <thead>
            <tr className="border-b border-line text-left text-muted">
              <th scope="col" className="py-1.5 pr-3 font-semibold">{t`Date`}</th>
              <th scope="col" className="py-1.5 pr-3 font-semibold">{t`Coupon × your bonds ÷ all bonds`}</th>
              <th scope="col" className="py-1.5 text-right font-semibold">{t`Yours`}</th>
            </tr>
          </thead>
          <tbody className="figures align-top">
            {parts.map(({ funding, own, part }) => (
              <tr key={`${funding.block}:${funding.logIndex}`} className="border-b border-line last:border-b-0">
                <th scope="row" className="py-1.5 pr-3 text-left font-normal whitespace-nowrap">
                  {formatDay(funding.at)}
                </th>
                <td className="py-1.5 pr-3">
                  {cents(funding.coupon)} × {money(own)} ÷ {money(series.issued)}
                </td>
                <td className="py-1.5 text-right whitespace-nowrap">{cents(wholeOf(series, part))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
      <p className="small mt-2 text-muted">{rich`${cents(all)} in all${holding.coupons > 0n && t`, of which ${cents(holding.coupons)} was collected`}. Parts of a cent are kept and count with the next coupon.`}</p>
    </Disclosure>
  );
}
