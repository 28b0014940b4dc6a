import type { CommonsBook } from "../../../../books/commons.ts";
import { disposalOf } from "../../../../books/disposal.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents } from "../../shared/format/money.ts";
import { Sheet } from "../../shared/ui/Sheet.tsx";

/** How much ordinary resolutions can still part with (V7). */
export function LimitSheet({ book }: { book: CommonsBook }) {
  const { coop, settlement, now } = useCoop();
  const { disposed, limit } = disposalOf(coop, book.budgets.values(), settlement.address, now);
  const left = limit > disposed ? limit - disposed : 0n;
  const money = (amount: bigint) => formatCents(amount, settlement);
  const filled = limit === 0n ? 0 : Math.min(100, Number((disposed * 100n) / limit));
  return (
    <Sheet title={t`What resolutions may part with`}>
      <p className="max-w-[46rem] text-muted">{t`In twelve months ordinary resolutions stay below a share of the most that the co-op held in that time. Payments, what the commons fund gives for machines, and budgets count; a budget counts whole on the day it is granted. Beyond the limit it takes an extraordinary resolution.`}</p>
      <div aria-hidden="true" className="my-4 h-2 rounded-full bg-sunken">
        <span className="block h-full rounded-full bg-act" style={{ width: `${filled}%` }} />
      </div>
      <dl className="grid gap-x-8 gap-y-1.5 sm:grid-cols-3">
        <Figure term={t`Parted with in twelve months`}>{money(disposed)}</Figure>
        <Figure term={t`Limit`}>{money(limit)}</Figure>
        <Figure term={t`Left for ordinary resolutions`}>{money(left)}</Figure>
      </dl>
    </Sheet>
  );
}

function Figure({ term, children }: { term: string; children: string }) {
  return (
    <div className="flex justify-between gap-4 sm:block">
      <dt className="small text-muted">{term}</dt>
      <dd className="figures">{children}</dd>
    </div>
  );
}
