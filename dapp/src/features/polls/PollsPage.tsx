import { Link } from "@tanstack/react-router";
import type { PollDraft } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { rich } from "../../shared/language/rich.ts";
import { DecisionTabs } from "../../shared/motion/DecisionTabs.tsx";
import { ListRow, ROW_LINK } from "../../shared/motion/ListRow.tsx";
import type { Numbered } from "../../shared/motion/numbering.ts";
import { asWritten, isOpen, openPollDrafts } from "../../shared/motion/polls.ts";
import { secondersMissing } from "../../shared/motion/rolls.ts";
import { SecondedChip } from "../../shared/motion/SecondedChip.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";
import { MemberName } from "../../shared/ui/MemberName.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { PollRow } from "./PollRow.tsx";

export function PollsPage() {
  const { coop, now } = useCoop();
  const polls = [...coop.polls.values()].reverse();
  const open = polls.filter((poll) => isOpen(poll, now));
  const closed = polls.filter((poll) => !isOpen(poll, now));
  const drafts = openPollDrafts(coop);
  return (
    <>
      <DecisionTabs />
      <PageHead
        title={t`Polls`}
        lead={t`Questions to the members. A poll shows what they think; nothing is decided by it.`}
      >
        <Link to="/polls/new" className="button button-main">{t`Ask a question`}</Link>
      </PageHead>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="space-y-6">
          <Sheet title={t`Open polls`}>
            {open.length === 0 && <Empty>{t`No question is open at the moment. Any member can ask one.`}</Empty>}
            <ul>
              {open.map((poll) => (
                <PollRow key={poll.id} poll={poll} now={now} />
              ))}
            </ul>
          </Sheet>
          <Sheet title={t`Closed polls`}>
            {closed.length === 0 && <Empty>{t`No poll has closed yet.`}</Empty>}
            <ul>
              {closed.map((poll) => (
                <PollRow key={poll.id} poll={poll} now={now} />
              ))}
            </ul>
          </Sheet>
        </div>
        <Sheet title={t`Questions to second`}>
          <p className="small mb-4 text-muted">{t`A member's question opens once enough others second it.`}</p>
          {drafts.length === 0 && <Empty>{t`No question is waiting for seconders.`}</Empty>}
          <ul>
            {drafts.map((draft) => (
              <DraftRow key={draft.id} draft={draft} />
            ))}
          </ul>
        </Sheet>
      </div>
    </>
  );
}

function DraftRow({ draft }: { draft: Numbered<PollDraft> }) {
  const { coop, now } = useCoop();
  return (
    <ListRow
      eyebrow={t`Poll draft ${draft.number}`}
      chips={<SecondedChip missing={secondersMissing(coop, draft, now)} />}
      title={
        <Link to="/polls/drafts/$number" params={{ number: String(draft.number) }} className={ROW_LINK}>
          {asWritten(draft.question)}
        </Link>
      }
    >{rich`By ${<MemberName account={draft.proposer} coop={coop} within />}`}</ListRow>
  );
}
