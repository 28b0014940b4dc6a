import { Link } from "@tanstack/react-router";
import type { Machine, Series } from "../../../../books/commons.ts";
import { bookValueAt, depreciationAt } from "../../../../books/depreciation.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { coverageOf, timesCovered } from "../../shared/commons/coverage.ts";
import { rentIsLate } from "../../shared/commons/standing.ts";
import { formatCents } from "../../shared/format/money.ts";
import { formatDay } from "../../shared/format/time.ts";
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
      <Sheet title={gone.price === 0n ? "Written off" : "Sold"}>
        <p>
          {gone.price === 0n
            ? `It was written off on ${formatDay(gone.at)}: it brought nothing.`
            : `It went to ${nameOf(gone.buyer, coop)} for ${money(gone.price)} on ${formatDay(gone.at)}.`}{" "}
          {toLenders > 0n && `The lenders got ${money(toLenders)} of that, `}
          {gone.price > 0n &&
            `${toLenders > 0n ? "and the commons fund" : "The commons fund got"} ${money(gone.commons)}.`}
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
    <Sheet title="What it is worth">
      <Bar
        label={`${money(worth)} in the books`}
        text={`of ${money(terms.price)} when it was bought on ${formatDay(boughtAt)}`}
        parts={[{ share, fill: "bg-act" }]}
      />
      <p className="small mt-3 text-muted">
        {money(depreciationAt(machine, now))} are written off, evenly until {formatDay(wornAt)}
        {terms.residual > 0n ? `, down to ${money(terms.residual)}` : ", down to nothing"}. Below its value in the books
        it is sold only by an extraordinary resolution of the members.
      </p>
      {times && coverage && (
        <p className="mt-4">
          Its rent covers the coupon of its{" "}
          <Link to="/bonds/$series" params={{ series: String(machine.id) }} className="link">
            bonds
          </Link>{" "}
          <strong>{times}</strong>: {money(coverage.rent)} this coupon period after upkeep, for {money(coverage.coupon)}
          .{rentIsLate(machine, now) && <strong> But the rent is late now.</strong>}
        </p>
      )}
    </Sheet>
  );
}
