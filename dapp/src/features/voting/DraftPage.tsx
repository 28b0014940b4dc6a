import { getRouteApi, Link } from "@tanstack/react-router";
import type { Draft } from "../../../../books/coop.ts";
import { KIND_NAMES } from "../../../../books/rules.ts";
import { said, t } from "../../../../books/say.ts";
import { ruleSentence } from "../../../../books/sentence.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatSpan } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { ActionList } from "../../shared/motion/ActionList.tsx";
import { MotionText } from "../../shared/motion/MotionText.tsx";
import { type Numbered, numberedDrafts, numberedProposals } from "../../shared/motion/numbering.ts";
import { textOf } from "../../shared/motion/text.ts";
import { RehearsalSheet } from "../../shared/rehearsal/RehearsalSheet.tsx";
import { ArticleHead } from "../../shared/ui/ArticleHead.tsx";
import { Chip } from "../../shared/ui/Chip.tsx";
import { MemberName } from "../../shared/ui/MemberName.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { When } from "../../shared/ui/When.tsx";
import { MissingMotion } from "./MissingMotion.tsx";
import { Seconding } from "./Seconding.tsx";

const route = getRouteApi("/drafts/$number");

export function DraftPage() {
  const { number } = route.useParams();
  const { coop } = useCoop();
  const draft = numberedDrafts(coop).find((one) => String(one.number) === number);
  return draft ? <DraftView draft={draft} /> : <MissingMotion what="draft" number={number} />;
}

const STATE = { open: t`Gathering seconders`, noticed: t`Notice given`, withdrawn: t`Withdrawn` } as const;

function DraftView({ draft }: { draft: Numbered<Draft> }) {
  const { coop, now } = useCoop();
  const text = textOf(draft.description);
  const rules = coop.rules.get(coop.rulesVersion);
  const kindRule = rules?.kinds[draft.kind];
  const proposal = numberedProposals(coop).find(({ id }) => id === draft.proposalId);
  return (
    <article>
      <ArticleHead
        list={{ to: "/proposals", label: t`All proposals` }}
        eyebrow={t`Draft ${draft.number}`}
        title={text.title}
        chips={<Chip tone={draft.state === "open" ? "coming" : "quiet"}>{STATE[draft.state]}</Chip>}
      >{rich`Written by ${<MemberName account={draft.proposer} coop={coop} within />}, ${<When at={draft.openedAt} now={now} />}`}</ArticleHead>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="space-y-6">
          <Sheet title={t`What it says`}>
            <MotionText text={text} />
          </Sheet>
          <Sheet title={t`What would change`}>
            <ActionList content={draft} />
          </Sheet>
          {draft.state === "open" && <RehearsalSheet content={draft} />}
        </div>
        <div className="space-y-6 lg:col-start-2 lg:row-start-1">
          {proposal ? (
            <Sheet title={t`Notice was given`}>
              <p className="mb-4">{t`This draft has become a proposal.`}</p>
              <Link
                to="/proposals/$number"
                params={{ number: String(proposal.number) }}
                className="button button-main"
              >{rich`Go to proposal ${proposal.number}`}</Link>
            </Sheet>
          ) : (
            <Seconding draft={draft} />
          )}
          {rules && kindRule && (
            <Sheet title={t`How it would be decided`}>
              <p>{rich`By ${said(KIND_NAMES[draft.kind])} resolution. ${ruleSentence(kindRule, rules.voting, coop.memberOf.size, draft.kind)}`}</p>
              <p className="small mt-2 text-muted">{rich`${kindRule.notice > 0 ? t`${formatSpan(kindRule.notice)} of notice, then ` : t`Without notice, `}${formatSpan(kindRule.period)} to vote.`}</p>
            </Sheet>
          )}
        </div>
      </div>
    </article>
  );
}
