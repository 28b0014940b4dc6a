import { getRouteApi, Link } from "@tanstack/react-router";
import type { Proposal } from "../../../../books/coop.ts";
import type { Numbered } from "../../../../books/numbering.ts";
import { t } from "../../../../books/say.ts";
import { stateOf } from "../../../../books/state.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { hasWords, numberIn } from "../../shared/format/find.ts";
import { DecisionTabs } from "../../shared/motion/DecisionTabs.tsx";
import { DraftRow } from "../../shared/motion/DraftRow.tsx";
import { numberedDrafts, numberedProposals } from "../../shared/motion/numbering.ts";
import { ProposalRow } from "../../shared/motion/ProposalRow.tsx";
import { FILTER_WORDS, FILTERS, type Filter, matches } from "../../shared/motion/stages.ts";
import { Empty } from "../../shared/ui/Empty.tsx";
import { FindField } from "../../shared/ui/FindField.tsx";
import { More, usePieces } from "../../shared/ui/More.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { FollowAlong } from "./TakeAway.tsx";

/** More than most co-ops decide in a year. */
const FIRST = 40;

/** So many are found with the eyes alone. */
const MANY = 12;

const route = getRouteApi("/proposals");

export function ProposalsPage() {
  const { state: filter = "all", find } = route.useSearch();
  const navigate = route.useNavigate();
  const { coop, now } = useCoop();
  const proposals = numberedProposals(coop)
    .filter((proposal) => find === undefined || isFound(proposal, find))
    .map((proposal) => ({ proposal, state: stateOf(coop, proposal, now) }))
    .reverse();
  const shown = proposals.filter(({ state }) => matches(state, filter));
  const drafts = numberedDrafts(coop)
    .filter(({ state }) => state === "open")
    .reverse();
  const { shown: drawn, ...more } = usePieces(shown, FIRST);
  const count = (one: Filter) => proposals.filter(({ state }) => matches(state, one)).length;

  return (
    <>
      <DecisionTabs />
      <PageHead title={t`Proposals`} lead={t`What the members decide, are deciding, and have decided.`}>
        <Link to="/proposals/new" className="button button-main">{t`Write a proposal`}</Link>
      </PageHead>
      {(coop.proposals.size > MANY || find !== undefined) && (
        <FindField
          label={t`Find a proposal`}
          hint={t`Its number, or words of its text.`}
          find={find}
          onFind={(wanted) => navigate({ search: (now) => ({ ...now, find: wanted }), replace: true })}
        />
      )}
      <nav aria-label={t`Filter proposals`} className="mb-4">
        <ul className="flex flex-wrap gap-2">
          {FILTERS.map((one) => (
            <li key={one}>
              <Link
                to="/proposals"
                search={{ ...(one !== "all" && { state: one }), ...(find && { find }) }}
                aria-current={one === filter ? "true" : undefined}
                className={`button min-h-10! small ${one === filter ? "button-main" : "button-quiet"}`}
              >
                {FILTER_WORDS[one]} <span className="figures font-normal">{count(one)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <Sheet title={filter === "all" ? t`All proposals` : FILTER_WORDS[filter]}>
          {shown.length === 0 && (
            <Empty>
              {find === undefined
                ? emptyWords(filter)
                : t`None of these has that. Look among all proposals, or for fewer words.`}
            </Empty>
          )}
          <ul>
            {drawn.map(({ proposal }) => (
              <ProposalRow key={proposal.id} proposal={proposal} coop={coop} now={now} />
            ))}
          </ul>
          <More {...more} all={t`Show all ${shown.length} proposals`} />
        </Sheet>
        <div className="space-y-6">
          <Sheet title={t`Drafts`}>
            <p className="small mb-4 text-muted">{t`A draft becomes a proposal once enough other members second it.`}</p>
            {drafts.length === 0 && <Empty>{t`No draft is waiting for seconders.`}</Empty>}
            <ul>
              {drafts.map((draft) => (
                <DraftRow key={draft.id} draft={draft} coop={coop} now={now} />
              ))}
            </ul>
          </Sheet>
          <FollowAlong />
        </div>
      </div>
    </>
  );
}

const isFound = ({ number, description }: Numbered<Proposal>, find: string): boolean =>
  numberIn(find) === number || hasWords(description, find);

function emptyWords(filter: Filter): string {
  if (filter === "open") return t`Nothing is open for votes at the moment.`;
  if (filter === "notice") return t`Nothing is on notice at the moment.`;
  if (filter === "all") return t`The members have not put anything to the vote yet. Write the first proposal.`;
  return t`No proposal has ended like this.`;
}
