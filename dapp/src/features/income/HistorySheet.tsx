import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents } from "../../shared/format/money.ts";
import { formatDay } from "../../shared/format/time.ts";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import type { Props } from "./DueSheet.tsx";

/** What a person has taken, and when. */
export function HistorySheet({ person, book }: Props) {
  const { settlement } = useCoop();
  const claims = book.income.claims.filter(({ memberId }) => memberId === person.id).reverse();
  if (claims.length === 0) return null;
  return (
    <Sheet title={t`What you have taken`}>
      <ul className="divide-y divide-line">
        {claims.map(({ at, amount, tx }) => (
          <li key={`${tx}:${at}`} className="flex justify-between gap-4 py-2.5">
            <span>{formatDay(at)}</span>
            <span className="figures">{formatCents(amount, settlement)}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
