import { getRouteApi } from "@tanstack/react-router";
import type { Proposal } from "../../../../books/coop.ts";
import { KIND_NAMES } from "../../../../books/rules.ts";
import { said, t } from "../../../../books/say.ts";
import { type ProposalState, stateOf } from "../../../../books/state.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { rich } from "../../shared/language/rich.ts";
import { ActionList } from "../../shared/motion/ActionList.tsx";
import { MotionText } from "../../shared/motion/MotionText.tsx";
import { type Numbered, numberedProposals } from "../../shared/motion/numbering.ts";
import { nextEventOf, STATE_TONE, STATE_WORDS } from "../../shared/motion/stages.ts";
import { textOf } from "../../shared/motion/text.ts";
import { topicWords } from "../../shared/motion/topics.ts";
import { useSayUpcoming } from "../../shared/motion/upcoming.ts";
import { RehearsalSheet } from "../../shared/rehearsal/RehearsalSheet.tsx";
import { ArticleHead } from "../../shared/ui/ArticleHead.tsx";
import { Chip } from "../../shared/ui/Chip.tsx";
import { MemberName } from "../../shared/ui/MemberName.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { CarryOut } from "./CarryOut.tsx";
import { Hearing } from "./Hearing.tsx";
import { MissingMotion } from "./MissingMotion.tsx";
import { Petition } from "./Petition.tsx";
import { PutAgain } from "./PutAgain.tsx";
import { Standing } from "./Standing.tsx";
import { TakeAway } from "./TakeAway.tsx";
import { Timeline } from "./Timeline.tsx";
import { UncountedVotes } from "./UncountedVotes.tsx";
import { ToTheVote, VoteSheet } from "./VoteSheet.tsx";
import { WhoVoted } from "./WhoVoted.tsx";

const route = getRouteApi("/proposals/$number");

export function ProposalPage() {
  const { number } = route.useParams();
  const { coop } = useCoop();
  const proposal = numberedProposals(coop).find((one) => String(one.number) === number);
  return proposal ? <ProposalView proposal={proposal} /> : <MissingMotion what="proposal" number={number} />;
}

/** While it can still be carried out. */
const TRIED: readonly ProposalState[] = ["notice", "open", "waiting", "ready"];

function ProposalView({ proposal }: { proposal: Numbered<Proposal> }) {
  const { coop, now } = useCoop();
  const text = textOf(proposal.description);
  const state = stateOf(coop, proposal, now);
  useSayUpcoming(nextEventOf(coop, proposal, now));

  return (
    <article>
      <ArticleHead
        list={{ to: "/proposals", label: t`All proposals` }}
        eyebrow={t`No. ${proposal.number}`}
        title={text.title}
        chips={
          <>
            <Chip tone={STATE_TONE[state]}>{STATE_WORDS[state]}</Chip>
            <Chip>{rich`${said(KIND_NAMES[proposal.kind])} resolution`}</Chip>
            <Chip>{rich`about ${topicWords(proposal.topic).about}`}</Chip>
            {proposal.round > 0 && <Chip>{rich`put again, round ${proposal.round + 1}`}</Chip>}
          </>
        }
      >{rich`Brought by ${<MemberName account={proposal.proposer} coop={coop} within />}`}</ArticleHead>
      <ToTheVote proposal={proposal} state={state} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr]">
        <div className="space-y-6">
          <Sheet title={t`What it says`}>
            <MotionText text={text} />
          </Sheet>
          <Sheet title={state === "carried-out" ? t`What it changed` : t`What would change`}>
            <ActionList content={proposal} carriedOutAt={proposal.executedAt} />
          </Sheet>
        </div>
        <div className="space-y-6 lg:sticky lg:top-4 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <VoteSheet proposal={proposal} state={state} />
          <Hearing proposal={proposal} state={state} />
          <Petition proposal={proposal} state={state} />
          <CarryOut proposal={proposal} state={state} />
          <PutAgain proposal={proposal} state={state} />
          <Timeline proposal={proposal} state={state} />
        </div>
        <div className="space-y-6">
          {proposal.kind > 0 && TRIED.includes(state) && <RehearsalSheet content={proposal} />}
          <Standing proposal={proposal} state={state} />
          <UncountedVotes proposal={proposal} state={state} />
          <WhoVoted proposal={proposal} closed={state !== "notice" && state !== "open"} />
          <TakeAway proposal={proposal} state={state} />
        </div>
      </div>
    </article>
  );
}
