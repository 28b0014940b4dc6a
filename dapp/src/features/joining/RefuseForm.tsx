import { useState } from "react";
import type { Application } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatSpan } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { StatementNote } from "../../shared/statement/StatementNote.tsx";
import { useStatement } from "../../shared/statement/useStatement.ts";
import { WordsField } from "../../shared/statement/WordsField.tsx";
import { Field } from "../../shared/ui/Field.tsx";
import { REASONS } from "./reasons.ts";

const OTHER = "5";

/** A refusal gives its reason (M2). */
export function RefuseForm({ application, onClose }: { application: Application; onClose: () => void }) {
  const { coop, modules } = useCoop();
  const { account } = application;
  const act = useAct(`refuse:${account}`);
  const statement = useStatement();
  const [reason, setReason] = useState("");
  const [text, setText] = useState("");
  const again = coop.membershipTerms?.decideWithin;
  return (
    <div className="max-w-[42rem] space-y-4 rounded-xl bg-sunken p-4">
      <Field label={t`Reason`} hint={t`The applicant and all members read it.`}>
        {(ids) => (
          <select {...ids} className="field" value={reason} onChange={(event) => setReason(event.target.value)}>
            <option value="">{t`Choose the reason`}</option>
            {Object.entries(REASONS).map(([code, { short }]) => (
              <option key={code} value={code}>
                {short}
              </option>
            ))}
          </select>
        )}
      </Field>
      <WordsField
        label={t`To the applicant`}
        hint={
          reason === OTHER
            ? t`Say what the reason is. Only the applicant reads it.`
            : t`Only the applicant reads it. You may leave it empty.`
        }
        rows={3}
        value={text}
        onChange={setText}
      />
      <p className="small text-muted">{rich`The applicant can turn to the members at once${again === undefined ? "" : t`, and apply again after ${formatSpan(again)}`}.`}</p>
      <StatementNote statement={statement} text={text} />
      <div className="flex flex-wrap gap-3">
        <ActButton
          act={act}
          label={statement.busy ? t`One moment` : t`Refuse the application`}
          disabled={reason === "" || (reason === OTHER && text.trim() === "") || statement.busy}
          onDone={onClose}
          call={async () => {
            const written = await statement.write(text, [account]);
            return (
              written && {
                address: modules.register,
                abi: ABI_OF.register as never,
                functionName: "refuse",
                args: [account, Number(reason), written],
              }
            );
          }}
        />
        <button type="button" className="button button-quiet" onClick={onClose}>{t`Not now`}</button>
      </div>
      <ActStatus act={act} />
    </div>
  );
}
