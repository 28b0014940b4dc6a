// The minutes of a resolution as Markdown: what was put, on what notice and to whom, who voted how and who did not, and what came
// of it and why. Members by number only. What people wrote is quoted, so that none of it steers the program that shows it.

import type { Books } from "./books.ts";
import type { Coop, Proposal } from "./model.ts";
import { textOf } from "./motion-text.ts";
import { numberedProposals } from "./numbering.ts";
import { outcomeOf, rulesOf, tallyOf } from "./outcome.ts";
import { KIND_NAMES, TOPIC_NAMES } from "./rules.ts";
import { t } from "./say.ts";
import { outcomeSentence, ruleSentence } from "./sentence.ts";
import { type ProposalState, stateOf } from "./state.ts";
import type { SaidIn } from "./texts/calls.ts";
import { inline, quoted } from "./texts/markdown.ts";
import { executionPart, noticePart } from "./texts/minutes-dates.ts";
import { actionsPart, talliesPart } from "./texts/minutes-matter.ts";
import { ballotsPart, passedOverPart, petitionPart } from "./texts/minutes-votes.ts";
import { momentOf } from "./texts/moment.ts";
import { personBehind } from "./texts/people.ts";

export type MinutesOf = {
  /** Of the co-op. */
  name: string;
  chainId: number;
  /** The chain's time, unix seconds. */
  now: number;
  /** For sums; without it they are as the chain has them. */
  token?: SaidIn["token"];
  /** What each action does in the words of a page that knows more; the call itself stands below it. */
  sentences?: readonly string[];
};

export function minutesOf({ coop }: Pick<Books, "coop">, proposal: Proposal, of: MinutesOf): string {
  const state = stateOf(coop, proposal, of.now);
  const closed = isClosed(state);
  const parts = [
    headPart(coop, proposal, of, state),
    section("Outcome", outcomePart(coop, proposal, closed)),
    section("Text", quoted(proposal.description)),
    section(t`What it does`, actionsPart(coop, proposal, of)),
    section("Notice", noticePart(coop, proposal)),
    section(closed ? t`Tallies` : t`Tallies so far`, talliesPart(coop, proposal)),
    section(closed ? t`Who voted` : t`Who has voted so far`, ballotsPart(coop, proposal, closed)),
    section(t`Signed ballots that were not counted`, passedOverPart(coop, proposal)),
    section(t`Petition that every class must agree`, petitionPart(coop, proposal)),
    section(t`Carrying out`, executionPart(coop, proposal, state)),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

const numberOf = (coop: Coop, { id }: Proposal): number =>
  numberedProposals(coop).find((one) => one.id === id)?.number ?? 0;

const section = (title: string, text: string): string => (text === "" ? "" : `## ${title}\n\n${text}`);

function headPart(coop: Coop, proposal: Proposal, { name, chainId, now }: MinutesOf, state: ProposalState): string {
  const { title } = textOf(proposal.description);
  const number = numberOf(coop, proposal);
  const kind = t`${KIND_NAMES[proposal.kind]} resolution; topic: ${TOPIC_NAMES[proposal.topic]}`;
  return [
    t`# ${isClosed(state) ? t`Minutes` : t`Interim minutes`} of proposal No. ${number}: ${inline(title)}`,
    ...(isClosed(state) ? [] : [t`**Interim: ${standing(proposal, state)}, and all of this can still change.**`]),
    [
      t`- Co-op: ${inline(name)}, directory \`${coop.directory ?? "unknown"}\`, chain ${chainId}`,
      t`- Proposal: \`${proposal.id}\`, ${kind}${proposal.round > 0 ? t`, put again: round ${proposal.round + 1}` : ""}`,
      t`- Brought by ${personBehind(coop, proposal.proposer, proposal.noticeAt)}`,
      t`- Made from the records of the chain as of ${momentOf(now)}`,
    ].join("\n"),
  ].join("\n\n");
}

const isClosed = (state: ProposalState): boolean => state !== "notice" && state !== "open";

const standing = ({ voteStart, voteEnd }: Proposal, state: ProposalState): string =>
  state === "notice" ? t`voting opens on ${momentOf(voteStart)}` : t`voting is open until ${momentOf(voteEnd)}`;

function outcomePart(coop: Coop, proposal: Proposal, closed: boolean): string {
  const classes = tallyOf(coop, proposal);
  const outcome = outcomeOf(coop, proposal);
  const { kindRule, voting } = rulesOf(coop, proposal);
  return [
    `**${inline(outcomeSentence(outcome, classes, closed, proposal.terms))}**`,
    inline(ruleSentence(kindRule, voting, outcome.roll, proposal.kind, proposal.terms)),
    ...(outcome.blocksToHold > 0
      ? [t`Blocks that hold it: ${outcome.blocksToHold}; there are ${outcome.blocks}.`]
      : []),
  ].join("\n\n");
}
