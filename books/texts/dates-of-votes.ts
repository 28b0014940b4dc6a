// Dates of the members' decisions: when votes and polls open and close, until when what passed can be carried out, and when terms
// of office end.

import { isOnRoll } from "../apply/voting.ts";
import type { Coop, Poll, Proposal } from "../model.ts";
import { textOf } from "../motion-text.ts";
import { type Numbered, numberedProposals } from "../numbering.ts";
import { officeName } from "../offices.ts";
import { outcomeOf, tallyOf } from "../outcome.ts";
import { t } from "../say.ts";
import { outcomeSentence } from "../sentence.ts";
import { executionWindow, stateOf } from "../state.ts";
import type { CoopDate } from "./dates.ts";
import { momentOf } from "./moment.ts";
import { memberBehind, personBehind } from "./people.ts";

export const datesOfVotes = (coop: Coop, now: number): CoopDate[] =>
  numberedProposals(coop).flatMap((proposal) => datesOfProposal(coop, proposal, now));

export function datesOfProposal(coop: Coop, proposal: Numbered<Proposal>, now: number): CoopDate[] {
  const { id, assembly, number, voteStart, voteEnd, noticeAt, description } = proposal;
  const title = t`${textOf(description).title} (No. ${number})`;
  const date = (step: string, at: number, summary: string, says: string): CoopDate => ({
    contract: assembly,
    key: ["proposal", id, step],
    at,
    known: noticeAt,
    summary: `${summary}: ${title}`,
    description: says,
    path: `/proposals/${number}`,
    category: "vote",
    concerns: (memberId) => hasSeat(coop, memberId, (seat) => isOnRoll(proposal, seat)),
  });
  const state = stateOf(coop, proposal, now);
  const ended = state !== "notice" && state !== "open";
  const dates = [
    date("opens", voteStart, t`Vote opens`, t`Voting is open until ${momentOf(voteEnd)}.`),
    {
      ...date("closes", voteEnd, t`Vote closes`, t`The last moment to vote is ${momentOf(voteEnd)}.`),
      ...(ended && {
        known: voteEnd + 1,
        description: outcomeSentence(outcomeOf(coop, proposal), tallyOf(coop, proposal), true, proposal.terms),
      }),
    },
  ];
  if (state !== "waiting" && state !== "ready") return dates;
  const { opens, ends } = executionWindow(coop, proposal);
  const says = t`It passed. Anyone can carry it out from ${momentOf(opens)} to ${momentOf(ends)}; after that it lapses.`;
  const last = { ...date("lapses", ends, t`Last moment to carry out`, says), known: voteEnd + 1 };
  return [...dates, last];
}

export const datesOfPolls = (coop: Coop): CoopDate[] =>
  [...coop.polls.values()].flatMap((poll) => [
    dateOfPoll(coop, poll, "opens", poll.opensAt, t`Poll opens`),
    dateOfPoll(coop, poll, "closes", poll.closesAt, t`Poll closes`),
  ]);

function dateOfPoll(coop: Coop, poll: Poll, step: string, at: number, summary: string): CoopDate {
  const { id, assembly, opensAt, closesAt, question, options } = poll;
  return {
    contract: assembly,
    key: ["poll", id, step],
    at,
    known: opensAt,
    summary: `${summary}: ${question}`,
    description: t`Answers count until ${momentOf(closesAt)}: ${options.join(" / ")}.`,
    path: `/polls/${id}`,
    category: "poll",
    concerns: (memberId) => hasSeat(coop, memberId, (seat) => isOnRoll({ serials: poll.serials, excluded: 0 }, seat)),
  };
}

/** The seats that a member has and had are looked at: a vote is cast with the one that was on the roll. */
function hasSeat(coop: Coop, memberId: number, isOn: (seat: number) => boolean): boolean {
  const member = coop.members.get(memberId);
  return member !== undefined && [member.seat, ...member.formerSeats.map(({ seat }) => seat)].some(isOn);
}

export const datesOfOffices = (coop: Coop): CoopDate[] =>
  coop.offices.map(({ role, account, until, at }) => {
    const who = personBehind(coop, account, at);
    return {
      key: ["office", role, account.toLowerCase(), at],
      at: until,
      known: at,
      summary: t`Term of office ends: ${officeName(role)}, ${who}`,
      description: t`From then on ${who} does not hold this office any more, unless the members appoint anew.`,
      path: "/board",
      category: "offices",
      concerns: (memberId) => memberBehind(coop, account, at)?.id === memberId,
    };
  });
