import { useState } from "react";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatDay } from "../../shared/format/time.ts";
import { directorAccounts } from "../../shared/membership/board.ts";
import { memberName } from "../../shared/motion/names.ts";
import { StatementNote } from "../../shared/statement/StatementNote.tsx";
import { useStatement } from "../../shared/statement/useStatement.ts";
import { WordsField } from "../../shared/statement/WordsField.tsx";
import { NumberField } from "../../shared/ui/NumberField.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";

/** From the new account: which member one is, and words for those who vouch. */
export function AskSheet() {
  const { coop, modules, now } = useCoop();
  const { address } = useWallet();
  const [number, setNumber] = useState("");
  const [text, setText] = useState("");
  const act = useAct(`ask-recovery:${address}`);
  const statement = useStatement();
  const member = /^\d{1,9}$/.test(number.trim()) ? coop.members.get(Number(number.trim())) : undefined;
  const unknown = number.trim() !== "" && !member;
  return (
    <Sheet title={t`I lost my wallet`}>
      <div className="max-w-[42rem] space-y-5">
        <NumberField
          label={t`Your member number`}
          hint={
            member
              ? t`This is ${memberName(member, coop)}, since ${formatDay(member.admittedAt)}.`
              : t`The list of members shows when each one joined, with how many shares.`
          }
          error={unknown ? t`No member has this number.` : undefined}
          value={number}
          onChange={setNumber}
        />
        <WordsField
          label={t`What happened`}
          hint={t`For the directors, who read it alone. Say how they can reach you and recognise you.`}
          value={text}
          onChange={setText}
        />
        <p className="small text-muted">{t`The account that is connected now gets the membership. Keep it safe: write down its recovery phrase.`}</p>
        <StatementNote statement={statement} text={text} />
        <ActButton
          act={act}
          label={member ? t`Ask for membership ${member.id} back` : t`Ask for my membership back`}
          disabled={!member || statement.busy}
          call={async () => {
            const written = await statement.write(text, directorAccounts(coop, now));
            return (
              written && {
                address: modules.register,
                abi: ABI_OF.register as never,
                functionName: "requestRecovery",
                args: [member?.id, written],
              }
            );
          }}
        />
        <ActStatus act={act} done={t`Now tell a director and two members who know you.`} />
      </div>
    </Sheet>
  );
}
