import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents } from "../../shared/format/money.ts";
import { formatDay } from "../../shared/format/time.ts";
import { sharesInWords } from "../../shared/format/units.ts";
import { rich } from "../../shared/language/rich.ts";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import type { Props } from "./DividendSheet.tsx";

/** What a person has claimed, and when. */
export function HistorySheet({ person, market }: Props) {
  const { settlement } = useCoop();
  const claims = market.claims.filter(({ memberId }) => memberId === person.id).reverse();
  if (claims.length === 0) return null;
  return (
    <Sheet title={t`What you have claimed`}>
      <ul className="divide-y divide-line">
        {claims.map(({ at, period, amount, units }) => (
          <li key={period} className="flex justify-between gap-4 py-2.5">
            <span>
              {formatDay(at)}
              <span className="small block text-muted">{rich`Period ${period}${units > 0n && t`, ${sharesInWords(units)} of it`}`}</span>
            </span>
            <span className="figures">{formatCents(amount, settlement)}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
