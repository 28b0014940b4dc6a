import { Link, useNavigate } from "@tanstack/react-router";
import { type SubmitEvent, useState } from "react";
import type { Question } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { BringSheet } from "../../shared/act/BringSheet.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { wholeAssemblyAbi } from "../../shared/chain/abis.ts";
import { useChainStore, useCoop } from "../../shared/chain/useCoop.ts";
import { formatSpan } from "../../shared/format/time.ts";
import { plural } from "../../shared/format/words.ts";
import { rich } from "../../shared/language/rich.ts";
import { numberedPollDrafts } from "../../shared/motion/polls.ts";
import { isOnBoard, secondersNeeded } from "../../shared/motion/rolls.ts";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { isFaultless, mistakesInPoll, NOTHING_ASKED, questionOf, type WrittenPoll } from "./newPoll.ts";
import { OptionList } from "./OptionList.tsx";
import { QuestionFields } from "./QuestionFields.tsx";

export function NewPollPage() {
  const { coop, modules, now } = useCoop();
  const { address } = useWallet();
  const store = useChainStore();
  const navigate = useNavigate();
  const [written, setWritten] = useState<WrittenPoll>(NOTHING_ASKED);
  const [tried, setTried] = useState(false);
  const act = useAct("poll");
  const onBoard = isOnBoard(coop, address, now);
  const [asMember, setAsMember] = useState(false);
  const atOnce = onBoard && !asMember;
  const mistakes = mistakesInPoll(written);
  const question = questionOf(written);
  const needed = secondersNeeded(coop, now);

  const change = (next: WrittenPoll) => {
    setWritten(next);
    if (act.state.step !== "idle" && !act.busy) act.dismiss();
  };
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    setTried(true);
    if (!isFaultless(mistakes) || !question) {
      const [firstOption] = Object.keys(mistakes.options);
      const part = mistakes.question ? "question" : `option-${firstOption}`;
      form.querySelector<HTMLElement>(`[data-part="${part}"]`)?.focus();
      return;
    }
    const done = await act.run({
      address: modules.assembly,
      abi: wholeAssemblyAbi as never,
      functionName: atOnce ? "openPoll" : "draftPoll",
      args: [...(atOnce ? [address] : []), question.question, question.options],
    });
    if (done) goToIt(question);
  };
  const goToIt = ({ question: asked }: Question) => {
    const books = store.snapshot().reading?.coop;
    if (!books) return;
    const list = atOnce ? [...books.polls.values()].map((poll) => ({ ...poll, number: poll.id })) : undefined;
    const made = (list ?? numberedPollDrafts(books)).findLast((one) => one.question === asked);
    if (!made) return;
    act.dismiss();
    const params = { number: String(made.number) };
    if (atOnce) navigate({ to: "/polls/$number", params });
    else navigate({ to: "/polls/drafts/$number", params });
  };
  const label = atOnce ? t`Open the poll now` : t`Open it for seconding`;
  const period = coop.rules.get(coop.rulesVersion)?.kinds[0]?.period;

  return (
    <>
      <p className="small mb-3">
        <Link to="/polls" className="link">{t`All polls`}</Link>
      </p>
      <PageHead
        title={t`Ask the members`}
        lead={
          onBoard
            ? t`The board's questions open at once. Nothing is decided by a poll.`
            : t`Once ${needed} other ${plural(needed, t`member`, t`members`)} ${plural(needed, t`seconds`, t`second`)} it, the question opens. Nothing is decided by a poll.`
        }
      />
      <form onSubmit={submit} noValidate className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Sheet title={t`Your question`}>
          <QuestionFields written={written} mistakes={tried ? mistakes : { options: {} }} onChange={change} />
        </Sheet>
        <div className="space-y-6">
          <Sheet title={t`What others will read`}>
            {question ? (
              <>
                <p className="mb-3 font-serif text-xl wrap-anywhere">{question.question}</p>
                <OptionList options={question.options} />
              </>
            ) : (
              <p className="text-muted">{t`Write a question and two options at least to see it here.`}</p>
            )}
            <p className="small mt-4 border-t border-line pt-4 text-muted">{rich`${period !== undefined && t`Open for ${formatSpan(period)}. `}Each member chooses one, and can change it until the close. Everybody sees who answered what.`}</p>
          </Sheet>
          <BringSheet
            title={t`Ask it`}
            act={act}
            label={label}
            board={
              onBoard
                ? {
                    label: t`As the board, open it at once, without seconders`,
                    chosen: atOnce,
                    choose: (chosen) => setAsMember(!chosen),
                  }
                : undefined
            }
            warning={t`The question is public and stays so. Leave out what is private.`}
          />
        </div>
      </form>
    </>
  );
}
