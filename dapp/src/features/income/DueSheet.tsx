import { Link } from "@tanstack/react-router";
import { recoveryOf } from "../../../../books/apply/recoveries.ts";
import type { CommonsBook } from "../../../../books/commons.ts";
import type { Member } from "../../../../books/coop.ts";
import { incomeDue } from "../../../../books/income.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { centOf, formatCents } from "../../shared/format/money.ts";
import { rich } from "../../shared/language/rich.ts";
import { Note } from "../../shared/ui/Note.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";

export type Props = { person: Member; book: CommonsBook };

/** A person's own income, and taking it: one act. */
export function DueSheet({ person, book }: Props) {
  const { coop, modules, settlement, now } = useCoop();
  const act = useAct(`income:${person.id}`);
  const due = incomeDue(book.income, person.id);
  const payable = due >= centOf(settlement);
  const recovering = recoveryOf(coop, person.id, now) !== undefined;
  return (
    <Sheet title={t`Your income`}>
      <p className="mb-4 text-muted">{rich`${<span className="figures font-serif text-4xl text-ink">{formatCents(due, settlement)}</span>} is yours to take`}</p>
      {payable && !recovering && (
        <ActButton
          act={act}
          label={t`Take ${formatCents(due, settlement)}`}
          call={() => ({
            address: modules.income,
            abi: ABI_OF.income as never,
            functionName: "claim",
            args: [person.id],
          })}
        />
      )}
      <ActStatus act={act} done={t`The money is in your account.`} />
      {recovering && (
        <Note tone="wait">{t`Another account asks to take over your membership. Until that is decided no income is paid out; it goes on adding up, and stays yours.`}</Note>
      )}
      <p className="small mt-4 text-muted">{rich`${sentenceFor(person, due, payable)} ${<Link to="/claims" className="link">{t`Take it with everything else that is yours`}</Link>}`}</p>
    </Sheet>
  );
}

function sentenceFor({ status }: Member, due: bigint, payable: boolean): string {
  if (status !== "active") {
    return due === 0n
      ? t`Your membership has ended, and you have taken all that was yours until then.`
      : t`Your membership has ended. What had come in until then stays yours; take it when you like.`;
  }
  if (!payable) return t`Nothing to take at the moment. With the next rent there will be.`;
  return t`Leave it as long as you like: it does not lapse, and it grows with every rent.`;
}
