// Rows of the Assembly: drafts, proposals as they stand, ballots, polls, proxies, and what was decided besides.
import { seatsTold } from "../apply/aggregates.ts";
import { toldBallots } from "../apply/ballots.ts";
import { proxyKey } from "../apply/proxies.ts";
import { type BookEvent, BooksError, type Hex } from "../event.ts";
import type { Ballot, Coop, Poll, Proposal, Seconding } from "../model.ts";
import { outcomeOf, tallyOf } from "../outcome.ts";
import type { Topic } from "../rules.ts";
import { accounts, forEach, ids, jsonOf, numbers } from "./read.ts";
import type { State } from "./state.ts";
import { growing, keyed } from "./table.ts";

const byDraft = (event: BookEvent): string[] => ids(event, "draftId");
const byProposal = (event: BookEvent): string[] => ids(event, "proposalId");

const seconding = ({ id, proposer, openedAt, seconders, state }: Seconding) => ({
  id,
  proposer,
  openedAt,
  seconders: jsonOf(seconders),
  state,
});
const SECONDING = { id: "amount", proposer: "text", openedAt: "time", seconders: "json", state: "text" } as const;

export const drafts = keyed({
  name: "drafts",
  key: ["id"],
  columns: {
    ...SECONDING,
    kind: "number",
    appeal: "flag",
    description: "text",
    targets: "json",
    values: "json",
    calldatas: "json",
    proposalId: "amount",
  },
  entries: ({ coop }) => coop.drafts,
  find: ({ coop }, id) => coop.drafts.get(id),
  touched: forEach(["Drafted", "Seconded", "DraftWithdrawn", "NoticeGiven"], byDraft),
  row: (draft) => ({
    ...seconding(draft),
    kind: draft.kind,
    appeal: draft.appeal,
    description: draft.description,
    targets: jsonOf(draft.targets),
    values: jsonOf(draft.values),
    calldatas: jsonOf(draft.calldatas),
    proposalId: draft.proposalId ?? null,
  }),
});

export const pollDrafts = keyed({
  name: "poll_drafts",
  key: ["id"],
  columns: { ...SECONDING, question: "text", options: "json", pollId: "number" },
  entries: ({ coop }) => coop.pollDrafts,
  find: ({ coop }, id) => coop.pollDrafts.get(id),
  touched: forEach(["PollDrafted", "Seconded", "DraftWithdrawn", "PollOpened"], byDraft),
  row: (draft) => ({
    ...seconding(draft),
    question: draft.question,
    options: jsonOf(draft.options),
    pollId: draft.pollId ?? null,
  }),
});

/** Facts, tallies by class, and the verdict on the ballots so far: final once voting has closed. */
export const proposals = keyed({
  name: "proposals",
  key: ["id"],
  columns: {
    id: "amount",
    draftId: "amount",
    proposer: "text",
    description: "text",
    targets: "json",
    values: "json",
    calldatas: "json",
    kind: "number",
    topic: "number",
    round: "number",
    excluded: "number",
    rulesVersion: "number",
    terms: "json",
    noticeAt: "time",
    noticeBlock: "amount",
    seconders: "json",
    voteStart: "time",
    voteEnd: "time",
    heard: "json",
    petitioners: "json",
    passedOver: "number",
    tallies: "json",
    roll: "number",
    ballots: "number",
    inFavour: "number",
    against: "number",
    blocks: "number",
    quorum: "number",
    turnout: "number",
    verdict: "text",
    reason: "text",
    executedAt: "time",
    executedTx: "text",
    assembly: "text",
  },
  entries: ({ coop }) => coop.proposals,
  find: ({ coop }, id) => coop.proposals.get(id),
  touched: forEach(
    [
      "NoticeGiven",
      "Heard",
      "Petitioned",
      "EveryClassAsked",
      "VoteCast",
      "SignedBallotsCast",
      "AggregateCast",
      "VotedByProxy",
      "BallotPassedOver",
      "SeatsPassedOver",
      "ProposalExecuted",
    ],
    byProposal,
  ),
  row: (proposal, _, { coop }) => {
    const { outcome, tallies } = standingOf(coop, proposal);
    return {
      id: proposal.id,
      draftId: proposal.draftId,
      proposer: proposal.proposer,
      description: proposal.description,
      targets: jsonOf(proposal.targets),
      values: jsonOf(proposal.values),
      calldatas: jsonOf(proposal.calldatas),
      kind: proposal.kind,
      topic: proposal.topic,
      round: proposal.round,
      excluded: proposal.excluded,
      rulesVersion: proposal.rulesVersion,
      terms: jsonOf(proposal.terms),
      noticeAt: proposal.noticeAt,
      noticeBlock: proposal.noticeBlock,
      seconders: jsonOf(proposal.seconders),
      voteStart: proposal.voteStart,
      voteEnd: proposal.voteEnd,
      heard: jsonOf(proposal.heard),
      petitioners: jsonOf([...proposal.petitioners.keys()]),
      passedOver: proposal.passedOver.length,
      tallies: jsonOf(tallies),
      roll: outcome?.roll ?? null,
      ballots: outcome?.ballots ?? null,
      inFavour: outcome?.inFavour ?? null,
      against: outcome?.against ?? null,
      blocks: outcome?.blocks ?? null,
      quorum: outcome?.quorum ?? null,
      turnout: outcome?.turnout ?? null,
      verdict: outcome?.verdict ?? null,
      reason: outcome?.reason ?? null,
      executedAt: proposal.executedAt ?? null,
      executedTx: proposal.executedTx ?? null,
      assembly: proposal.assembly,
    };
  },
});

/** Nothing when the stream is impossible and leaves a class or rules out. */
function standingOf(coop: Coop, proposal: Proposal) {
  try {
    return { outcome: outcomeOf(coop, proposal), tallies: tallyOf(coop, proposal) };
  } catch (error) {
    if (!(error instanceof BooksError)) throw error;
    return {};
  }
}

type Seat = `${string}|${number}`;

/** The last ballot of each seat. */
export const ballots = keyed<Seat, { proposal: Proposal; ballot: Ballot }>({
  name: "ballots",
  key: ["proposalId", "seat"],
  columns: {
    proposalId: "amount",
    seat: "number",
    voter: "text",
    support: "number",
    reason: "text",
    byProxy: "number",
    changes: "number",
    at: "time",
    tx: "text",
    block: "amount",
    log: "number",
  },
  *entries({ coop }) {
    for (const [id, proposal] of coop.proposals) {
      for (const [seat, ballot] of proposal.ballots) yield [`${id}|${seat}`, { proposal, ballot }];
    }
  },
  find: ({ coop }, key) => {
    const [id = "", seat] = key.split("|");
    const proposal = coop.proposals.get(id);
    const ballot = proposal?.ballots.get(Number(seat));
    return proposal && ballot ? { proposal, ballot } : undefined;
  },
  touched: {
    VoteCast: (event, state) => seatsOf(event, seatOf(state, accounts(event, "voter"))),
    SignedBallotsCast: (event) =>
      seatsOf(
        event,
        (toldBallots(event.args.ballots as Hex) ?? []).map(({ seat }) => seat),
      ),
    AggregateCast: (event) => seatsOf(event, seatsTold(event.args.ballots as Hex) ?? []),
    VotedByProxy: (event) => seatsOf(event, (event.args.principals as number[]) ?? []),
  },
  row: ({ proposal, ballot }) => ({
    proposalId: proposal.id,
    seat: ballot.seat,
    voter: ballot.voter,
    support: ballot.support,
    reason: ballot.reason,
    byProxy: ballot.byProxy ?? null,
    changes: ballot.changes,
    at: ballot.at,
    tx: ballot.tx,
    block: ballot.block,
    log: ballot.logIndex,
  }),
});

const seatsOf = (event: BookEvent, seats: readonly number[]): Seat[] =>
  byProposal(event).flatMap((id) => seats.map((seat): Seat => `${id}|${seat}`));

const seatOf = ({ coop }: State, of: readonly string[]): number[] =>
  of.flatMap((account) => coop.members.get(coop.memberOf.get(account) ?? 0)?.seat ?? []);

export const polls = keyed({
  name: "polls",
  key: ["id"],
  columns: {
    id: "number",
    question: "text",
    options: "json",
    proposer: "text",
    opensAt: "time",
    closesAt: "time",
    rolls: "json",
    answers: "number",
    assembly: "text",
  },
  entries: ({ coop }) => coop.polls,
  find: ({ coop }, id) => coop.polls.get(id),
  touched: forEach(["PollOpened", "Answered"], (event: BookEvent) => numbers(event, "pollId")),
  row: (poll) => ({
    id: poll.id,
    question: poll.question,
    options: jsonOf(poll.options),
    proposer: poll.proposer,
    opensAt: poll.opensAt,
    closesAt: poll.closesAt,
    rolls: jsonOf(poll.rolls),
    answers: poll.answers.size,
    assembly: poll.assembly,
  }),
});

/** The last answer of each seat: an option from 1. */
export const pollAnswers = keyed<Seat, { poll: Poll; seat: number; option: number }>({
  name: "poll_answers",
  key: ["pollId", "seat"],
  columns: { pollId: "number", seat: "number", option: "number" },
  *entries({ coop }) {
    for (const [id, poll] of coop.polls) {
      for (const [seat, option] of poll.answers) yield [`${id}|${seat}`, { poll, seat, option }];
    }
  },
  find: ({ coop }, key) => {
    const [id, seat] = key.split("|").map(Number) as [number, number];
    const poll = coop.polls.get(id);
    const option = poll?.answers.get(seat);
    return poll && option !== undefined ? { poll, seat, option } : undefined;
  },
  touched: {
    Answered: (event, state) =>
      numbers(event, "pollId").flatMap((id) =>
        seatOf(state, accounts(event, "member")).map((seat): Seat => `${id}|${seat}`),
      ),
  },
  row: ({ poll, seat, option }) => ({ pollId: poll.id, seat, option }),
});

/** Who speaks for whom, by topic and the principal's seat. */
export const proxies = keyed({
  name: "proxies",
  key: ["topic", "principal"],
  columns: { topic: "number", principal: "number", proxy: "number", accepted: "flag", at: "time" },
  entries: ({ coop }) => coop.proxies,
  find: ({ coop }, key) => coop.proxies.get(key),
  touched: forEach(["ProxyNamed", "ProxyAccepted", "ProxyEnded"], (event: BookEvent) =>
    numbers(event, "topic").flatMap((topic) =>
      numbers(event, "principal").map((seat) => proxyKey(topic as Topic, seat)),
    ),
  ),
  row: ({ topic, principal, proxy, accepted, at }) => ({ topic, principal, proxy, accepted, at }),
  keyOf: (key) => {
    const [topic, principal] = key.split(":").map(Number) as [number, number];
    return { topic, principal };
  },
});

export const minutes = growing({
  name: "minutes",
  key: ["number"],
  columns: { number: "number", matter: "text", at: "time", tx: "text" },
  list: ({ coop }) => coop.minutes,
  row: ({ matter, at, tx }, number) => ({ number, matter, at, tx }),
});

/** What resolutions called that is no module of the co-op. */
export const outsideCalls = growing({
  name: "outside_calls",
  key: ["number"],
  columns: { number: "number", target: "text", data: "text", at: "time", tx: "text" },
  list: ({ coop }) => coop.outsideCalls,
  row: ({ target, data, at, tx }, number) => ({ number, target, data, at, tx }),
});
