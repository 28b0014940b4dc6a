import { useState } from "react";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { rich } from "../../shared/language/rich.ts";
import { directorAccounts } from "../../shared/membership/board.ts";
import { CLASS_FOR, COMMUNITY } from "../../shared/membership/class-kinds.ts";
import { StatementNote } from "../../shared/statement/StatementNote.tsx";
import { useStatement } from "../../shared/statement/useStatement.ts";
import { WordsField } from "../../shared/statement/WordsField.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";

/** Which class, and some words about oneself. */
export function ApplyForm() {
  const { coop, modules, now } = useCoop();
  const { address, member } = useWallet();
  const act = useAct(`apply:${address}`);
  const statement = useStatement();
  const open = coop.classes.filter(({ kind, index }) => kind !== COMMUNITY && index !== member?.class);
  const [chosen, setChosen] = useState<number>();
  const [text, setText] = useState("");
  const readers = directorAccounts(coop, now);
  return (
    <Sheet title={member ? t`Your application to move` : t`Your application`}>
      <div className="space-y-6">
        <fieldset>
          <legend className="mb-2 font-semibold">{rich`As what do you want to ${member ? t`go on` : t`join`}?`}</legend>
          <ul className="grid gap-2 sm:grid-cols-2">
            {open.map(({ index, name, kind }) => (
              <li key={index}>
                <label
                  className={`flex h-full gap-3 rounded-xl border-2 p-3 ${chosen === index ? "border-act bg-act-soft" : "border-line"}`}
                >
                  <input
                    type="radio"
                    name="class"
                    className="mt-1 size-4 accent-(--act)"
                    checked={chosen === index}
                    onChange={() => setChosen(index)}
                  />
                  <span className="min-w-0 wrap-anywhere">
                    <span className="block font-semibold">{name}</span>
                    <span className="small block text-muted">{CLASS_FOR[kind]}</span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
        <WordsField
          label={t`About you`}
          hint={
            member
              ? t`Why you want to move. The directors read it, nobody else.`
              : t`Who you are and what brings you here. The directors read it, nobody else; on record is only a fingerprint.`
          }
          value={text}
          onChange={setText}
        />
        {member && (
          <p className="small text-muted">{t`Ballots you have cast in votes that are open stay counted in your old class, and can not be changed once you have moved. Your member number, shares and money stay yours.`}</p>
        )}
        <StatementNote statement={statement} text={text} />
        <ActButton
          act={act}
          label={statement.busy ? t`One moment` : member ? t`Apply to move` : t`Apply for membership`}
          disabled={chosen === undefined || statement.busy}
          call={async () => {
            const commitment = await statement.write(text, readers);
            return (
              commitment && {
                address: modules.register,
                abi: ABI_OF.register as never,
                functionName: "applyFor",
                args: [chosen, commitment],
              }
            );
          }}
        />
        <ActStatus act={act} done={t`Your application is with the board.`} />
      </div>
    </Sheet>
  );
}
