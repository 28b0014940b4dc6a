import { useState } from "react";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { DAY, formatDay, formatSpan } from "../../shared/format/time.ts";
import { boardInOffice } from "../../shared/membership/board.ts";
import { memoOf } from "../../shared/motion/purpose.ts";
import { StatementNote } from "../../shared/statement/StatementNote.tsx";
import { useStatement } from "../../shared/statement/useStatement.ts";
import { WordsField } from "../../shared/statement/WordsField.tsx";
import { NumberField } from "../../shared/ui/NumberField.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { type Decided, decisionOf, mistakesInDecision } from "./deciding.ts";

/** What a director can decide and another is to carry out. */
export function DecideSheet() {
  const { coop, modules, now } = useCoop();
  const [decided, setDecided] = useState<Decided>({ what: "member", number: "", days: "", reason: "" });
  const act = useAct("decide");
  const statement = useStatement();
  const member = decided.what === "member";
  const limit = member ? coop.membershipTerms?.suspensionLimit : coop.shares.terms?.suspensionLimit;
  const context = { coop, now, limit: limit ?? 0 };
  const mistakes = mistakesInDecision(decided, context);
  const change = (part: Partial<Decided>) => setDecided({ ...decided, ...part });
  const until = now + Number(decided.days) * DAY;
  const complete = decided.days !== "" && decided.reason.trim() !== "" && (!member || decided.number !== "");
  const subject = coop.members.get(Number(decided.number));
  return (
    <Sheet title={t`Decide something`}>
      <div className="max-w-[42rem] space-y-5">
        <fieldset>
          <legend className="sr-only">{t`What should happen`}</legend>
          <div className="flex flex-wrap gap-x-6 gap-y-1">
            {(["member", "withdrawals"] as const).map((what) => (
              <label key={what} className="flex min-h-11 items-center gap-2">
                <input
                  type="radio"
                  name="decide"
                  className="size-4 accent-(--act)"
                  checked={decided.what === what}
                  onChange={() => change({ what })}
                />
                {what === "member" ? t`Suspend a member` : t`Suspend the withdrawal of shares`}
              </label>
            ))}
          </div>
        </fieldset>
        <p className="small text-muted">
          {member
            ? t`It stops the use of the co-op's services, never vote, income, shares or the right to be heard. It ends by itself, and is never given twice for one reason.`
            : t`For withdrawals that wait too. Places and dates are kept, it ends by itself, and it can not follow on another one.`}
        </p>
        <div className="grid gap-5 sm:grid-cols-2">
          {member && (
            <NumberField
              label={t`Member number`}
              error={decided.number === "" ? undefined : mistakes.number}
              value={decided.number}
              onChange={(number) => change({ number })}
            />
          )}
          <NumberField
            label={t`For how many days`}
            hint={
              decided.days !== "" && !mistakes.days
                ? t`Until ${formatDay(until)}.`
                : limit
                  ? t`At most ${formatSpan(limit)}.`
                  : undefined
            }
            error={decided.days === "" ? undefined : mistakes.days}
            value={decided.days}
            onChange={(days) => change({ days })}
          />
        </div>
        <WordsField
          label={t`Reason`}
          hint={
            member
              ? t`For the member and the directors; on record is only a fingerprint.`
              : t`For all members; it is shown to everybody.`
          }
          rows={3}
          value={decided.reason}
          onChange={(reason) => change({ reason })}
        />
        <StatementNote statement={statement} text={decided.reason} />
        <ActButton
          act={act}
          label={t`Decide it`}
          disabled={!complete || Object.keys(mistakes).length > 0 || statement.busy}
          onDone={() => setDecided({ ...decided, number: "", days: "", reason: "" })}
          call={async () => {
            const readers = subject ? [subject.account] : [];
            const written = await statement.write(decided.reason, readers);
            if (!written) return undefined;
            const call = decisionOf(
              decided,
              context,
              modules,
              /^0x0+$/.test(written) ? memoOf(decided.reason) : written,
            );
            return { address: modules.board, abi: ABI_OF.board as never, functionName: "decide", args: call };
          }}
        />
        <ActStatus
          act={act}
          done={
            boardInOffice(coop, now)
              ? t`Another director carries it out.`
              : t`Another member must agree, and a third carries it out.`
          }
        />
      </div>
    </Sheet>
  );
}
