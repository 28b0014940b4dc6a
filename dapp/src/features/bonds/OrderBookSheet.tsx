import { biddersOf } from "../../../../books/apply/bonds.ts";
import type { Series } from "../../../../books/commons.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { seriesStanding } from "../../shared/commons/standing.ts";
import { formatCents } from "../../shared/format/money.ts";
import { formatRate } from "../../shared/format/rate.ts";
import { plural } from "../../shared/format/words.ts";
import { rich } from "../../shared/language/rich.ts";
import { Bar } from "../../shared/ui/Bar.tsx";
import { Disclosure } from "../../shared/ui/Disclosure.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";
import { MemberName } from "../../shared/ui/MemberName.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { type BookRow, type OrderBook, orderBookOf } from "./order-book.ts";

/** What is bid at each rate, and where the lowest rates fill the target. */
export function OrderBookSheet({ series }: { series: Series }) {
  const { coop, settlement, now } = useCoop();
  const book = orderBookOf(series);
  const money = (amount: bigint) => formatCents(amount, settlement);
  const open = seriesStanding(series, now) === "bids";
  const bidders = biddersOf(series);
  const accounts = plural(bidders.length, t`account`, t`accounts`);
  return (
    <Sheet title={open ? t`Bids so far` : t`What was bid`}>
      <p className="mb-4">
        <Clearing series={series} book={book} />
      </p>
      {open && (
        <div className="mb-4">
          <Bar
            label={t`${money(book.offered)} offered`}
            text={t`of ${money(series.target)}`}
            parts={[{ share: Math.min(1, Number((book.offered * 1_000n) / series.target) / 1_000), fill: "bg-act" }]}
          />
        </div>
      )}
      {book.rows.length === 0 ? (
        <Empty>{open ? t`Nobody has bid yet. Yours can be the first.` : t`Nobody bid.`}</Empty>
      ) : (
        <Rates series={series} book={book} open={open} />
      )}
      {bidders.length > 0 && (
        <Disclosure
          label={open ? t`Who bids: ${bidders.length} ${accounts}` : t`Who bid: ${bidders.length} ${accounts}`}
        >
          <ul className="small space-y-1">
            {bidders.map(({ bidder, offered, rate }) => (
              <li key={bidder} className="pair">
                <MemberName account={bidder} coop={coop} />
                <span className="figures text-muted">{rich`${money(offered)} at ${formatRate(rate)} or more`}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Sheet>
  );
}

/** "If it closed now: 4.25 %, filled." */
function Clearing({ series, book }: { series: Series; book: OrderBook }) {
  const { settlement, now } = useCoop();
  const money = (amount: bigint) => formatCents(amount, settlement);
  const standing = seriesStanding(series, now);
  const { clearing, missing } = book;
  if (standing === "failed") {
    return rich`${money(missing)} were missing when bidding closed. Nothing is bought, and everybody gets all of their money back.`;
  }
  if (series.clearing) {
    return rich`It cleared at ${<strong className="figures">{formatRate(series.clearing.rate)}</strong>}: the lowest rates that together reached the target. Everybody who lends gets this rate, also those who would have accepted less.`;
  }
  if (!clearing) {
    return rich`${<strong>{t`If it closed now: not filled.`}</strong>} ${money(missing)} are missing. Then nothing would be bought, and everybody would get their money back.`;
  }
  return rich`${<strong className="figures">{rich`${standing === "bids" ? t`If it closed now` : t`As it will be counted`}: ${formatRate(clearing.rate)}, filled.`}</strong>} The lowest rates that together reach the target are taken, and all of them get the highest rate among them.`;
}

function Rates({ series, book, open }: { series: Series; book: OrderBook; open: boolean }) {
  const { settlement } = useCoop();
  const most = book.rows.reduce((largest, { offered }) => (offered > largest ? offered : largest), 1n);
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{t`What is bid at each rate, the lowest first`}</caption>
      <thead>
        <tr className="small border-b border-line text-left text-muted">
          <th scope="col" className="py-2 pr-4 font-semibold">{t`Rate`}</th>
          <th scope="col" className="py-2 pr-4 text-right font-semibold">{t`Amount bid`}</th>
          <th scope="col" className="hidden py-2 pr-4 text-right font-semibold sm:table-cell">{t`Up to here`}</th>
          <th scope="col" className="py-2 font-semibold">
            {open ? t`If it closed now` : t`Became`}
          </th>
        </tr>
      </thead>
      <tbody className="figures">
        {book.rows.map((row) => (
          <tr key={row.rate} className="border-b border-line last:border-b-0">
            <th scope="row" className="py-2 pr-4 text-left font-semibold whitespace-nowrap">
              {formatRate(row.rate)}
            </th>
            <td className="py-2 pr-4 text-right whitespace-nowrap">{formatCents(row.offered, settlement)}</td>
            <td className="hidden py-2 pr-4 text-right whitespace-nowrap text-muted sm:table-cell">
              {formatCents(row.together, settlement)}
              {row.together >= series.target && row.together - row.offered < series.target && (
                <span className="sr-only">{t`, reaches the target`}</span>
              )}
            </td>
            <td className="w-2/5 min-w-24 py-2">
              <FateBar row={row} most={most} failed={series.state === "failed"} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FateBar({ row, most, failed }: { row: BookRow; most: bigint; failed: boolean }) {
  const { settlement } = useCoop();
  const share = (part: bigint) => `${(Number((part * 1_000n) / most) / 10).toFixed(1)}%`;
  const words = {
    filled: t`taken`,
    part: t`${formatCents(row.taken, settlement)} taken`,
    none: failed ? t`goes back` : t`not taken`,
  };
  return (
    <>
      <span className="small block wrap-anywhere">{words[row.fate]}</span>
      <span aria-hidden="true" className="mt-0.5 flex h-2 overflow-hidden rounded-full">
        <span className="block h-full bg-act" style={{ width: share(row.taken) }} />
        <span className="block h-full bg-edge/45" style={{ width: share(row.offered - row.taken) }} />
      </span>
    </>
  );
}
