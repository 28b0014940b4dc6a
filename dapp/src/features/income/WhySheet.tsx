import type { ReactNode } from "react";
import { useState } from "react";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatDay } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { Empty } from "../../shared/ui/Empty.tsx";
import { Exact } from "../../shared/ui/Exact.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import type { Props } from "./DueSheet.tsx";
import { IncomeTable } from "./IncomeTable.tsx";
import { whyIncome } from "./why.ts";

const FIRST = 8;

/** Why this amount: every rent since the member entered, and what it took, in figures that add up. */
export function WhySheet({ person, book }: Props) {
  const { coop, settlement } = useCoop();
  const [open, setOpen] = useState(false);
  const { lines, rest, total, taken, due } = whyIncome(coop, book, person.id);
  const money = (amount: bigint) => <Exact amount={amount} unit={settlement} />;
  const shown = open ? lines : lines.slice(-FIRST);
  const hidden = lines.slice(0, lines.length - shown.length);
  const earlier = hidden.reduce((sum, { part }) => sum + part, 0n);
  return (
    <Sheet title={t`Why this amount`}>
      {lines.length === 0 ? (
        <Empty>
          {person.status === "active"
            ? t`No rent has come in since you became a member.`
            : t`No rent came in while you were a member.`}
        </Empty>
      ) : (
        <>
          <p className="mb-3 max-w-[46rem] text-muted">{rich`You have been part of it ${person.status === "active" ? t`since you joined` : t`while you were a member`}: ${lines.length === 1 ? t`one rent` : t`${lines.length} rents`} since ${formatDay(lines[0]?.at ?? 0)}. Each was shared equally by everybody who was a member on that day, whatever they work, ride or own.`}</p>
          <IncomeTable caption={t`Rents that you had part in, the latest first`} lines={shown} part={t`Your part`} />
          <dl className="mt-3 space-y-1.5 border-t border-edge pt-3">
            {hidden.length > 0 && (
              <Sum
                term={rich`${hidden.length} earlier. ${<button type="button" className="link" onClick={() => setOpen(true)}>{t`Show them`}</button>}`}
              >
                {money(earlier)}
              </Sum>
            )}
            {rest > 0n && <Sum term={t`Parts too small to show, added up`}>{money(rest)}</Sum>}
            <Sum term={t`All your parts`}>{money(total)}</Sum>
            {taken > 0n && <Sum term={t`Taken so far`}>−{money(taken)}</Sum>}
            <Sum term={t`Yours to take`} strong>
              {money(due)}
            </Sum>
          </dl>
        </>
      )}
    </Sheet>
  );
}

function Sum({ term, strong, children }: { term: ReactNode; strong?: boolean; children: ReactNode }) {
  return (
    <div className={`pair ${strong ? "font-semibold" : ""}`}>
      <dt className={strong ? "" : "text-muted"}>{term}</dt>
      <dd className="figures">{children}</dd>
    </div>
  );
}
