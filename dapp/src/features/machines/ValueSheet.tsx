import { Link } from "@tanstack/react-router";
import type { Machine, Series } from "../../../../books/commons.ts";
import { bookValueAt, depreciationAt } from "../../../../books/depreciation.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { coverageOf, timesCovered } from "../../shared/commons/coverage.ts";
import { rentIsLate } from "../../shared/commons/standing.ts";
import { formatCents } from "../../shared/format/money.ts";
import { formatDay } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { nameOf } from "../../shared/motion/names.ts";
import { Bar } from "../../shared/ui/Bar.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";

type Props = { machine: Machine; series: Series | undefined };

/** What it is worth in the books, and what its rent has to cover. */
export function ValueSheet({ machine, series }: Props) {
  const { coop, settlement, now } = useCoop();
  const { terms, boughtAt = 0, gone } = machine;
  const money = (amount: bigint) => formatCents(amount, settlement);
  if (gone) {
    const toLenders = gone.coupon + gone.principal;
    return (
      <Sheet title={gone.price === 0n ? t`Written off` : t`Sold`}>
        <p>
          {gone.price === 0n
            ? t`It was written off on ${formatDay(gone.at)}: it brought nothing.`
            : t`It went to ${nameOf(gone.buyer, coop)} for ${money(gone.price)} on ${formatDay(gone.at)}.`}{" "}
          {toLenders > 0n && t`The lenders got ${money(toLenders)} of that, `}
          {gone.price > 0n &&
            `${toLenders > 0n ? t`and the commons fund` : t`The commons fund got`} ${money(gone.commons)}.`}
        </p>
      </Sheet>
    );
  }
  const worth = bookValueAt(machine, now);
  const wornAt = boughtAt + terms.usefulLife;
  const coverage = series && coverageOf(series, machine, now);
  const times = coverage && timesCovered(coverage);
  const share = Number((worth * 1_000n) / terms.price) / 1_000;
  return (
    <Sheet title={t`What it is worth`}>
      <Bar
        label={t`${money(worth)} in the books`}
        text={t`of ${money(terms.price)} when it was bought on ${formatDay(boughtAt)}`}
        parts={[{ share, fill: "bg-act" }]}
      />
      <p className="small mt-3 text-muted">{rich`${money(depreciationAt(machine, now))} are written off, evenly until ${formatDay(wornAt)}${terms.residual > 0n ? t`, down to ${money(terms.residual)}` : t`, down to nothing`}. Below its value in the books it is sold only by an extraordinary resolution of the members.`}</p>
      {times && coverage && (
        <p className="mt-4">{rich`Its rent covers the coupon of its ${<Link to="/bonds/$series" params={{ series: String(machine.id) }} className="link">{t`bonds`}</Link>} ${<strong>{times}</strong>}: ${money(coverage.rent)} this coupon period after upkeep, for ${money(coverage.coupon)}.${rentIsLate(machine, now) && <strong>{t` But the rent is late now.`}</strong>}`}</p>
      )}
    </Sheet>
  );
}
