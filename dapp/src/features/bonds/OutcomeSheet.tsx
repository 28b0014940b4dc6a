import type { ReactNode } from "react";
import type { Series } from "../../../../books/commons.ts";
import { t } from "../../../../books/say.ts";
import { percent } from "../../../../books/words.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents } from "../../shared/format/money.ts";
import { formatDay } from "../../shared/format/time.ts";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { outcomeOf } from "./schedule.ts";

/** How a series ended, for all who lent: repaid, or in default; and what of it is collected. */
export function OutcomeSheet({ series }: { series: Series }) {
  const { settlement } = useCoop();
  const outcome = outcomeOf(series);
  if (!outcome) return null;
  const { at, lent, repaid, coupons, waiting } = outcome;
  const money = (amount: bigint) => formatCents(amount, settlement);
  return (
    <Sheet title={t`How it ended`}>
      <p className="mb-4">
        {series.state === "redeemed"
          ? t`Everything that was lent was there on ${formatDay(at)}, and is handed out at par.`
          : t`The machine went on ${formatDay(at)} and brought less than was owed. What there was is shared by all who lent, in proportion; there is nothing else that they could be paid from.`}
      </p>
      <dl className="space-y-1.5">
        <Fact term={t`Lent`}>{money(lent)}</Fact>
        <Fact term={t`Repaid`}>
          {money(repaid)}
          {repaid < lent && t`, ${percent(repaid, lent)} of it`}
        </Fact>
        <Fact term={t`Coupons paid`}>{money(coupons)}</Fact>
        {waiting > 0n && <Fact term={t`Not collected yet`}>{money(waiting)}</Fact>}
      </dl>
    </Sheet>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="pair">
      <dt className="text-muted">{term}</dt>
      <dd className="figures">{children}</dd>
    </div>
  );
}
