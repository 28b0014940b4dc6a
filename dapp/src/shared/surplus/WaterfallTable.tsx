import type { ReactNode } from "react";
import type { SurplusTerms } from "../../../../books/market.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../chain/useCoop.ts";
import { centOf, formatMoney } from "../format/money.ts";
import { percentOf } from "../format/rate.ts";
import { Exact } from "../ui/Exact.tsx";
import type { Waterfall } from "./preview.ts";

type Props = {
  caption: string;
  waterfall: Waterfall;
  terms: Pick<SurplusTerms, "reserveShare" | "communityShare">;
  /** Whether the interest is an estimate. */
  about?: boolean;
};

/** Where every unit of a surplus goes, in the order of the rules: the lines add up to the surplus. */
export function WaterfallTable({ caption, waterfall, terms, about }: Props) {
  const { settlement } = useCoop();
  const { surplus, least, reserve, community, interest, dividends } = waterfall;
  const rest = reserve - least;
  const inCents = [surplus, least, community, interest, dividends, rest].every(
    (part) => part % centOf(settlement) === 0n,
  );
  const money = (amount: bigint) =>
    inCents ? formatMoney(amount, settlement) : <Exact amount={amount} unit={settlement} />;
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t`Goes to`}</th>
          <th scope="col">{t`Amount`}</th>
        </tr>
      </thead>
      <tbody>
        <Line name={t`Reserve`} note={t`${percentOf(terms.reserveShare)} of the surplus, never shared out`}>
          {money(least)}
        </Line>
        <Line name={t`Community`} note={t`${percentOf(terms.communityShare)} of the surplus, spent by resolution`}>
          {money(community)}
        </Line>
        <Line
          name={t`Interest on shares`}
          note={about ? t`About: it grows until the day on which it is carried out` : undefined}
        >
          {money(interest)}
        </Line>
        <Line name={t`Dividends`} note={t`By points; a point never brings more than one unit of money`}>
          {money(dividends)}
        </Line>
        {rest > 0n && (
          <Line name={t`Reserve, what is left`} note={t`Points may not have more than that`}>
            {money(rest)}
          </Line>
        )}
      </tbody>
      <tfoot>
        <tr className="border-t border-edge font-semibold">
          <th scope="row" className="py-2 pr-3 text-left">{t`Surplus`}</th>
          <td className="figures py-2 text-right">{money(surplus)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function Line({ name, note, children }: { name: string; note?: string | undefined; children: ReactNode }) {
  return (
    <tr className="border-b border-line align-top last:border-b-0">
      <th scope="row" className="py-2 pr-3 text-left font-normal">
        {name}
        {note && <span className="small block text-muted">{note}</span>}
      </th>
      <td className="figures py-2 text-right whitespace-nowrap">{children}</td>
    </tr>
  );
}
