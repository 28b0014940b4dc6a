import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { centsUp, formatCents } from "../../shared/format/money.ts";
import { type PeriodSums, type Sums, totalIn } from "../../shared/market/my-work.ts";
import { inPoints } from "../../shared/surplus/points.ts";
import { breaking } from "../../shared/ui/breaking.ts";

/** Both sides of one person's jobs, beside each other. */
export function SumsTable({ sums: { provider, customer, isDeclared } }: { sums: PeriodSums }) {
  const { settlement } = useCoop();
  const money = (amount: bigint) => formatCents(amount, settlement);
  const rows = [
    { words: t`Jobs`, of: ({ jobs }: Sums) => String(jobs) },
    { words: t`Fares`, of: ({ fares }: Sums) => money(fares) },
    { words: t`Of it the fee`, of: ({ fees }: Sums) => money(centsUp(fees, settlement)) },
    { words: t`Tolls and other costs`, of: ({ costs }: Sums) => money(costs) },
    { words: t`Tips`, of: ({ tips }: Sums) => money(tips) },
  ];
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{t`What you earned and what you paid`}</caption>
      <thead>
        <tr className="small border-b border-line text-muted">
          <td />
          <th scope="col" className="py-2 text-right font-semibold">{t`As provider`}</th>
          <th scope="col" className="py-2 pl-3 text-right font-semibold">{t`As customer`}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ words, of }) => (
          <Row key={words} words={words} cells={[of(provider), of(customer)]} />
        ))}
        <Row
          strong
          words={t`You got, you paid`}
          cells={[money(totalIn("provider", provider)), money(totalIn("customer", customer))]}
        />
        <Row
          strong
          words={t`Points`}
          cells={[inPoints(provider.points, settlement), inPoints(customer.points, settlement)]}
        />
        {isDeclared && (
          <Row strong words={t`Dividend for them`} cells={[money(provider.dividends), money(customer.dividends)]} />
        )}
      </tbody>
    </table>
  );
}

/** Two columns of figures beside words, on a phone. */
const LONGEST = 14;

function Row({ words, cells, strong }: { words: string; cells: readonly [string, string]; strong?: boolean }) {
  return (
    <tr className={strong ? "border-t-2 border-line font-semibold" : "border-t border-line first:border-t-0"}>
      <th scope="row" className={`py-1.5 pr-3 text-left ${strong ? "" : "font-normal"}`}>
        {words}
      </th>
      <td className={`figures py-1.5 text-right ${breaking(cells[0], LONGEST)}`}>{cells[0]}</td>
      <td className={`figures py-1.5 pl-3 text-right ${breaking(cells[1], LONGEST)}`}>{cells[1]}</td>
    </tr>
  );
}
