import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import type { PollDraft } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { useChainStore, useCoop } from "../../shared/chain/useCoop.ts";
import { formatSpan } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import type { Numbered } from "../../shared/motion/numbering.ts";
import { asWritten, numberedPollDrafts } from "../../shared/motion/polls.ts";
import { secondersNeeded } from "../../shared/motion/rolls.ts";
import { SecondingSheet } from "../../shared/motion/SecondingSheet.tsx";
import { ArticleHead } from "../../shared/ui/ArticleHead.tsx";
import { Chip } from "../../shared/ui/Chip.tsx";
import { MemberName } from "../../shared/ui/MemberName.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { When } from "../../shared/ui/When.tsx";
import { MissingPoll } from "./MissingPoll.tsx";
import { OptionList } from "./OptionList.tsx";

const route = getRouteApi("/polls/drafts/$number");

export function PollDraftPage() {
  const { number } = route.useParams();
  const { coop } = useCoop();
  const draft = numberedPollDrafts(coop).find((one) => String(one.number) === number);
  return draft ? <PollDraftView draft={draft} /> : <MissingPoll what="poll draft" number={number} />;
}

const STATE = { open: t`Gathering seconders`, noticed: t`Opened`, withdrawn: t`Withdrawn` } as const;

function PollDraftView({ draft }: { draft: Numbered<PollDraft> }) {
  const { coop, now } = useCoop();
  const period = coop.rules.get(coop.rulesVersion)?.kinds[0]?.period;
  return (
    <article>
      <ArticleHead
        list={{ to: "/polls", label: t`All polls` }}
        eyebrow={t`Poll draft ${draft.number}`}
        title={asWritten(draft.question)}
        chips={<Chip tone={draft.state === "open" ? "coming" : "quiet"}>{STATE[draft.state]}</Chip>}
      >{rich`Written by ${<MemberName account={draft.proposer} coop={coop} within />}, ${<When at={draft.openedAt} now={now} />}`}</ArticleHead>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Sheet title={t`The options`}>
          <OptionList options={draft.options} />
          <p className="small mt-4 text-muted">{rich`${period !== undefined && t`Once opened, it is open for ${formatSpan(period)}. `}Each member chooses one; nothing is decided by it.`}</p>
        </Sheet>
        <div className="space-y-6 lg:col-start-2 lg:row-start-1">
          <PollSeconding draft={draft} />
        </div>
      </div>
    </article>
  );
}

function PollSeconding({ draft }: { draft: PollDraft }) {
  const { coop, now } = useCoop();
  const store = useChainStore();
  const navigate = useNavigate();
  const goToPoll = () => {
    const id = store.snapshot().reading?.coop.pollDrafts.get(String(draft.id))?.pollId;
    if (id !== undefined) navigate({ to: "/polls/$number", params: { number: String(id) } });
  };
  if (draft.pollId !== undefined) {
    return (
      <Sheet title={t`It was opened`}>
        <p className="mb-4">{t`This question has been put to the members.`}</p>
        <Link
          to="/polls/$number"
          params={{ number: String(draft.pollId) }}
          className="button button-main"
        >{rich`Go to poll ${draft.pollId}`}</Link>
      </Sheet>
    );
  }
  return (
    <SecondingSheet
      draft={draft}
      needed={secondersNeeded(coop, now)}
      meaning={t`Seconding means: this is worth asking.`}
      next={{
        label: t`Open the poll`,
        words: t`Anyone can open it now.`,
        done: t`The poll is open.`,
        onDone: goToPoll,
        call: () => ({ functionName: "openPoll", args: [draft.proposer, draft.question, draft.options] }),
      }}
    />
  );
}
