import { getRouteApi } from "@tanstack/react-router";
import type { Poll } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { rich } from "../../shared/language/rich.ts";
import { asWritten, isOpen } from "../../shared/motion/polls.ts";
import { useSayUpcoming } from "../../shared/motion/upcoming.ts";
import { ArticleHead } from "../../shared/ui/ArticleHead.tsx";
import { Chip } from "../../shared/ui/Chip.tsx";
import { MemberName } from "../../shared/ui/MemberName.tsx";
import { When } from "../../shared/ui/When.tsx";
import { AnswerSheet } from "./AnswerSheet.tsx";
import { Answers } from "./Answers.tsx";
import { MissingPoll } from "./MissingPoll.tsx";
import { PollFacts } from "./PollFacts.tsx";
import { WhoAnswered } from "./WhoAnswered.tsx";

const route = getRouteApi("/polls/$number");

export function PollPage() {
  const { number } = route.useParams();
  const { coop } = useCoop();
  const poll = coop.polls.get(Number(number));
  return poll ? <PollView poll={poll} /> : <MissingPoll what="poll" number={number} />;
}

function PollView({ poll }: { poll: Poll }) {
  const { coop, now } = useCoop();
  const open = isOpen(poll, now);
  useSayUpcoming(open ? { at: poll.closesAt + 1, label: t`the poll has closed` } : undefined);
  return (
    <article>
      <ArticleHead
        list={{ to: "/polls", label: t`All polls` }}
        eyebrow={t`Poll ${poll.id}`}
        title={asWritten(poll.question)}
        chips={<Chip tone={open ? "active" : "quiet"}>{open ? t`Open` : t`Closed`}</Chip>}
      >{rich`Asked by ${<MemberName account={poll.proposer} coop={coop} within />}. ${open ? t`It closes` : t`It closed`} ${<When at={poll.closesAt} now={now} />}. A poll asks; nothing is decided by it.`}</ArticleHead>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr]">
        <div className="empty:hidden lg:col-start-2">
          <AnswerSheet poll={poll} />
        </div>
        <div className="space-y-6 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <Answers poll={poll} />
          <WhoAnswered poll={poll} />
        </div>
        <div className="lg:col-start-2">
          <PollFacts poll={poll} />
        </div>
      </div>
    </article>
  );
}
