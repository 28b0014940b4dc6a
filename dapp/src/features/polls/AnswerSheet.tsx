import { useId, useState } from "react";
import type { Poll } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { wholeAssemblyAbi } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { rich } from "../../shared/language/rich.ts";
import { asWritten, isOpen, mayAnswer } from "../../shared/motion/polls.ts";
import { Note } from "../../shared/ui/Note.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";

/** Where a member answers, and changes the answer until the close. */
export function AnswerSheet({ poll }: { poll: Poll }) {
  const { address, member } = useWallet();
  const { now } = useCoop();
  const open = isOpen(poll, now);
  const answer = member && poll.answers.get(member.seat);
  if (!open && answer === undefined) return null;
  const may = !address || (member && mayAnswer(poll, member));
  return (
    <Sheet title={t`Your answer`}>
      {answer !== undefined && (
        <p className="mb-4">{rich`You answered ${<strong className="wrap-anywhere">{asWritten(poll.options[answer - 1])}</strong>}${open ? t`. You can change it until the poll closes.` : "."}`}</p>
      )}
      {address && !member && (
        <Note>{t`The account in your wallet is not a member's. You can read everything; members answer.`}</Note>
      )}
      {member && !may && (
        <Note>{t`You became a member after this poll opened, so you are not on its roll. The next one will ask you.`}</Note>
      )}
      {open && may && <AnswerForm key={address ?? "nobody"} poll={poll} before={answer} />}
    </Sheet>
  );
}

function AnswerForm({ poll, before }: { poll: Poll; before?: number }) {
  const [chosen, setChosen] = useState(before);
  const act = useAct(`answer:${poll.id}`);
  const name = useId();
  return (
    <>
      <fieldset className="mb-4">
        <legend className="sr-only">{asWritten(poll.question)}</legend>
        <div className="space-y-2">
          {poll.options.map((option, i) => (
            <label
              // biome-ignore lint/suspicious/noArrayIndexKey: the options of a poll never change their order
              key={i}
              className={`flex cursor-pointer gap-3 rounded-xl border px-4 py-2.5 ${chosen === i + 1 ? "border-act bg-act-soft" : "border-line hover:bg-sunken"}`}
            >
              <input
                type="radio"
                name={name}
                checked={chosen === i + 1}
                onChange={() => setChosen(i + 1)}
                className="mt-1.5 size-4 shrink-0 accent-(--act)"
              />
              <span className="min-w-0 font-semibold wrap-anywhere">
                <bdi>{asWritten(option)}</bdi>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <ActButton
        act={act}
        label={before === undefined ? t`Give my answer` : t`Change my answer`}
        disabled={chosen === undefined || chosen === before}
        call={() => ({
          address: poll.assembly,
          abi: wholeAssemblyAbi as never,
          functionName: "answer",
          args: [BigInt(poll.id), chosen],
        })}
      />
      <ActStatus act={act} done={t`Your answer is counted.`} />
    </>
  );
}
