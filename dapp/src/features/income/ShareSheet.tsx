import type { ReactNode } from "react";
import { useState } from "react";
import type { CommonsBook } from "../../../../books/commons.ts";
import { ONE } from "../../../../books/income.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents, formatMoney } from "../../shared/format/money.ts";
import { rich } from "../../shared/language/rich.ts";
import { Empty } from "../../shared/ui/Empty.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { IncomeTable, SourceName } from "./IncomeTable.tsx";
import { allPostings, bySource } from "./why.ts";

const PAGE = 6;

/** What came in for everybody, for anyone to read. */
export function ShareSheet({ book }: { book: CommonsBook }) {
  const { coop, settlement } = useCoop();
  const [shown, setShown] = useState(PAGE);
  const { posted, paid, perHead, carried } = book.income;
  const lines = allPostings(coop, book);
  const money = (amount: bigint) => formatCents(amount, settlement);
  const waits = carried / ONE;
  return (
    <Sheet title={t`What all members got together`}>
      {lines.length === 0 ? (
        <Empty>{t`No rent has come in for the members yet. It begins with the first machine that is let.`}</Empty>
      ) : (
        <>
          <dl className="mb-5 grid gap-4 sm:grid-cols-3">
            <Figure term={t`Came in for all`}>{money(posted)}</Figure>
            <Figure term={t`Taken by members`}>{money(paid)}</Figure>
            <Figure term={t`For each who was there from the start`}>{money(perHead / ONE)}</Figure>
          </dl>
          <p className="small mb-5 max-w-[46rem] text-muted">{rich`${money(posted - paid - waits)} is kept for those who have not taken it yet: it does not lapse. ${
            waits > 0n
              ? t`${money(waits)} came in while nobody was a member, and waits to be shared with the next rent.`
              : t`What can not be divided evenly, at the moment ${carried === 0n ? t`nothing` : t`less than ${formatMoney(1n, settlement)}`}, is carried to the next rent.`
          }`}</p>
          <h3 className="mb-1 text-base">{t`Where it came from`}</h3>
          <dl className="mb-5 space-y-1.5">
            {bySource(lines).map(({ source, times, amount }) => (
              <div
                key={`${source.machine?.id ?? source.name}`}
                className="pair border-b border-line py-1.5 last:border-b-0"
              >
                <dt>
                  <SourceName source={source} />
                  <span className="text-muted">, {times === 1 ? t`once` : t`${times} times`}</span>
                </dt>
                <dd className="figures">{money(amount)}</dd>
              </div>
            ))}
          </dl>
          <h3 className="mb-1 text-base">{t`Rent by rent`}</h3>
          <IncomeTable
            caption={t`Income of all members, the latest first`}
            lines={lines.slice(-shown)}
            part={t`Each got`}
          />
          {lines.length > shown && (
            <button
              type="button"
              className="button button-quiet mt-4"
              onClick={() => setShown(shown + 4 * PAGE)}
            >{t`Show earlier income`}</button>
          )}
        </>
      )}
    </Sheet>
  );
}

function Figure({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="small text-muted">{term}</dt>
      <dd className="figures font-serif text-2xl">{children}</dd>
    </div>
  );
}
