import { t } from "../../../../../books/say.ts";
import type { CashFlow } from "../../../../../books/statements/cash-flow.ts";
import { capitalised } from "../../../../../books/words.ts";
import { useBooks } from "../../../shared/chain/books.ts";
import type { Settlement } from "../../../shared/chain/settlement.ts";
import { Exact } from "../../../shared/ui/Exact.tsx";
import { Scroller } from "../../../shared/ui/Scroller.tsx";
import { accountTitle } from "../ledger/names.ts";

const COLUMNS = [
  { of: "opening", title: t`At first` },
  { of: "operating", title: t`Jobs, rent and costs` },
  { of: "investing", title: t`Machines` },
  { of: "financing", title: t`Shares, bonds and what was shared out` },
  { of: "between", title: t`From and to other places` },
  { of: "closing", title: t`At last` },
] as const;

/** Most places are in the treasury, and need not say so. */
const placeIn = (title: string, path: string): string =>
  path.startsWith("Assets:Treasury:") ? capitalised(title.slice(title.indexOf(": ") + 2)) : title;

type Props = { cash: CashFlow; unit: Settlement };

/** A row for each place that keeps money, without the columns in which there is nothing. On a phone it moves sideways inside its own frame. */
export function CashFlowTable({ cash: { rows, totals }, unit }: Props) {
  const { coop, commons } = useBooks();
  const columns = COLUMNS.filter(({ of }) => of === "closing" || rows.some((row) => row[of] !== 0n));
  return (
    <Scroller label={t`Cash flow, in figures`}>
      <table className="small figures w-full border-collapse">
        <caption className="sr-only">{t`Cash flow by place that keeps money`}</caption>
        <thead>
          <tr className="border-b border-line align-bottom text-muted">
            <th scope="col" className="sticky left-0 bg-surface py-2 pr-4 text-left font-semibold">{t`Where`}</th>
            {columns.map(({ of, title }) => (
              <th key={of} scope="col" className="min-w-24 py-2 pl-4 text-right font-semibold">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.account.path} className="border-b border-line align-top">
              <th scope="row" className="sticky left-0 min-w-36 bg-surface py-2 pr-4 text-left font-normal">
                {placeIn(accountTitle(row.account, coop, commons), row.account.path)}
              </th>
              {columns.map(({ of }) => (
                <td key={of} className="py-2 pl-4 text-right whitespace-nowrap">
                  {row[of] === 0n ? "–" : <Exact amount={row[of]} unit={unit} />}
                </td>
              ))}
            </tr>
          ))}
          <tr className="font-semibold">
            <th scope="row" className="sticky left-0 bg-surface py-2 pr-4 text-left font-semibold">{t`Together`}</th>
            {columns.map(({ of }) => (
              <td key={of} className="py-2 pl-4 text-right whitespace-nowrap">
                {totals[of] === 0n ? "–" : <Exact amount={totals[of]} unit={unit} />}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </Scroller>
  );
}
