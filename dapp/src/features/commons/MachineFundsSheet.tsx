import { Link } from "@tanstack/react-router";
import type { CommonsBook } from "../../../../books/commons.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { titleOfMachine } from "../../shared/commons/naming.ts";
import { formatCents } from "../../shared/format/money.ts";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { machineFunds } from "./funds.ts";

/** What is held for machines and their bonds: it belongs to those who lent it, or pays for the machine. */
export function MachineFundsSheet({ book, held }: { book: CommonsBook; held: ReadonlyMap<number, bigint> }) {
  const { coop, settlement } = useCoop();
  const funds = machineFunds(held);
  if (funds.length === 0) return null;
  const money = (amount: bigint) => (amount === 0n ? "" : formatCents(amount, settlement));
  const nameOf = (id: number) => {
    const machine = book.machines.get(id);
    return machine ? titleOfMachine(coop, machine) : t`Machine ${id}`;
  };
  return (
    <Sheet title={t`Held for machines and their bonds`}>
      <p className="mb-3 max-w-[46rem] text-muted">{t`It is set aside for its purpose and can not be spent otherwise: coupons and repayments belong to those who lent the money, and bids to the bidders until they are counted.`}</p>
      <ul className="divide-y divide-line">
        {funds.map(({ id, service, bids, purchase }) => (
          <li key={id} className="py-3">
            <Link to="/machines/$id" params={{ id: String(id) }} className="link font-semibold">
              {nameOf(id)}
            </Link>
            <dl className="mt-1 grid gap-x-8 gap-y-1 sm:grid-cols-3">
              <Held term={t`For coupons and repayment`}>{money(service)}</Held>
              <Held term={t`Bids, or to be handed back`}>{money(bids)}</Held>
              <Held term={t`To buy it`}>{money(purchase)}</Held>
            </dl>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function Held({ term, children }: { term: string; children: string }) {
  if (children === "") return null;
  return (
    <div className="flex justify-between gap-4 sm:block">
      <dt className="small text-muted">{term}</dt>
      <dd className="figures">{children}</dd>
    </div>
  );
}
