import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Machine, Series } from "../../../../books/commons.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { resolutionOf, wordsOfMachine } from "../../shared/commons/naming.ts";
import { SealedDocument } from "../../shared/documents/SealedDocument.tsx";
import { shortAddress } from "../../shared/format/address.ts";
import { formatCents } from "../../shared/format/money.ts";
import { formatSpan } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { Address } from "../../shared/ui/Address.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { everyPeriod, shareWords } from "./words.ts";

type Props = { machine: Machine; series: Series | undefined };

/** What the members approved. */
export function ApprovedSheet({ machine, series }: Props) {
  const { coop, settlement } = useCoop();
  const { terms } = machine;
  const money = (amount: bigint) => formatCents(amount, settlement);
  const bonds = terms.price - terms.contribution;
  const words = wordsOfMachine(coop, machine);
  const lessee = coop.members.get(terms.lessee);
  return (
    <Sheet title={t`What was approved`}>
      <dl className="divide-y divide-line">
        <Term name={t`What it is`}>
          {words ? (
            <>
              {words}
              <span className="small block text-muted">{rich`As the resolution says. Fingerprint ${<code title={terms.specification}>{shortAddress(terms.specification)}</code>}`}</span>
            </>
          ) : (
            <SealedDocument
              hash={terms.specification}
              author={resolutionOf(coop, machine)?.proposer}
              readers={lessee ? [lessee.account] : []}
            />
          )}
        </Term>
        <Term name={t`Price`}>
          {money(terms.price)}
          {series
            ? rich`, ${terms.contribution > 0n ? t`${money(bonds)} of it` : t`all of it`} from ${<Link to="/bonds/$series" params={{ series: String(machine.id) }} className="link">{t`its bonds`}</Link>}${terms.contribution > 0n && rich` and ${money(terms.contribution)} from the commons fund`}`
            : t`, from the commons fund`}
        </Term>
        <Term name={t`Seller`}>
          <Address value={terms.seller} />
        </Term>
        <Term
          name={t`First lease`}
        >{rich`Member ${terms.lessee}, ${terms.periods} rents of ${money(terms.rent)} ${everyPeriod(terms.rentPeriod)}`}</Term>
        <Term name={t`Upkeep`}>{rich`${shareWords(terms.upkeepShare)} of every rent keep it in order`}</Term>
        <Term name={t`Grace`}>
          {terms.grace === 0
            ? t`None: the lease can be ended as soon as rent is late`
            : t`Rent may be ${formatSpan(terms.grace)} late before anyone can end the lease`}
        </Term>
      </dl>
    </Sheet>
  );
}

function Term({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 py-2.5 sm:grid-cols-[7rem_minmax(0,1fr)]">
      <dt className="font-semibold">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
