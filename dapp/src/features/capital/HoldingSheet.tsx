import type { ReactNode } from "react";
import { recoveryOf } from "../../../../books/apply/recoveries.ts";
import type { Member } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import type { MemberHolding } from "../../../../books/share-ledger.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents } from "../../shared/format/money.ts";
import { inFigures } from "../../shared/format/units.ts";
import { rich } from "../../shared/language/rich.ts";
import { Note } from "../../shared/ui/Note.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import type { ShareTerms } from "./useShareTerms.ts";

export type Props = { person: Member; holding: MemberHolding; terms: ShareTerms };

/** What a member has, and money that waits for it. */
export function HoldingSheet({ person, holding, terms }: Props) {
  const { coop, modules, settlement, now } = useCoop();
  const { units, promised, queued, due, interest } = holding;
  const collect = useAct(`collect:${person.id}`);
  const money = (amount: bigint) => formatCents(amount, settlement);
  return (
    <Sheet title={t`What you hold`}>
      <p className="mb-4">
        <span className="figures font-serif text-4xl">{inFigures(units)}</span> {units === 1n ? t`share` : t`shares`}
        <span className="text-muted">{rich` at ${money(terms.par)}`}</span>
        <span className="figures block text-xl">{money(units * terms.par)}</span>
      </p>
      <dl className="space-y-1.5">
        {queued > 0n && <Fact term={t`of these waiting to be paid back`}>{inFigures(queued)}</Fact>}
        {promised > 0n && (
          <Fact term={t`promised, not paid for yet`}>
            {inFigures(promised)} ({money(promised * terms.par)})
          </Fact>
        )}
      </dl>
      {due > 0n && (
        <div className="mt-5 rounded-xl bg-good-soft p-4">
          <p className="mb-3 text-good">{rich`${<strong>{rich`${money(due)} from your withdrawals waits for you.`}</strong>} It could not be handed over when it was due. ${
            interest > 0n &&
            t`Your interest of ${money(interest)} comes with it, as money; to take it in shares, do that first.`
          }`}</p>
          <ActButton
            act={collect}
            label={t`Collect ${money(due + interest)}`}
            call={() => ({
              address: modules.shares,
              abi: ABI_OF.shares as never,
              functionName: "collect",
              args: [person.id],
            })}
          />
        </div>
      )}
      <ActStatus act={collect} done={t`The money is in your account.`} />
      {recoveryOf(coop, person.id, now) && (
        <div className="mt-4">
          <Note tone="wait">{t`Another account asks to take over your membership. Until that is decided no money is paid out and nothing can be withdrawn; what you have stays yours.`}</Note>
        </div>
      )}
    </Sheet>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="text-muted">{term}</dt>
      <dd className="figures">{children}</dd>
    </div>
  );
}
