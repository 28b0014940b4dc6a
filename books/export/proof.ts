// The proof bundle of a resolution: everything that it takes to work its outcome out again, from public data alone, in one file. Members are
// there by number and seat. Amounts beyond 2**53 are decimal texts. `verifyProof` is in verify-proof.ts.
import { type Address, BooksError, type Hex } from "../event.ts";
import type { Ballot, Coop, Proposal } from "../model.ts";
import { numberedProposals } from "../numbering.ts";
import { type NamedTally, type Outcome, outcomeOf, rulesOf, tallyOf } from "../outcome.ts";
import { KIND_NAMES, type KindRule, POSITION_NAMES, type Terms, TOPIC_NAMES, type VotingRule } from "../rules.ts";
import { outcomeSentence } from "../sentence.ts";
import { stateOf } from "../state.ts";
import type { ExportFile, ExportOf } from "./subject.ts";

export const FORMAT = "rochdale-proof/1";

/** Which log of which transaction says so. */
type Source = { at: number; block: number; log: number; transaction: Hex };

export type ProofBallot = Source & {
  seat: number;
  class: number;
  serial: number;
  member: number;
  position: (typeof POSITION_NAMES)[number];
  /** The seat of the proxy that cast it, or nothing. */
  byProxy: number | null;
  /** How often it was changed before. */
  changes: number;
};

export type ProofOutcome = Omit<Outcome, "shareNumerator" | "shareDenominator"> & {
  shareNumerator: string;
  shareDenominator: string;
};

export type ProofBundle = {
  format: typeof FORMAT;
  chainId: number;
  directory: Address;
  assembly: Address;
  /** Up to which block this is told. */
  block: number;
  proposal: {
    id: string;
    draftId: string;
    round: number;
    kind: number;
    kindName: string;
    topic: string;
    proposer: Address;
    actions: { target: Address; value: string; calldata: Hex }[];
    text: string;
  };
  notice: { at: number; block: number; transaction: Hex };
  vote: { start: number; end: number };
  rules: { version: number; kind: KindRule; voting: VotingRule };
  terms: Terms;
  /** The closed roll: members a class, and the newest seat that is on it. */
  roll: { class: number; name: string; kind: number; members: number; newestSerial: number }[];
  /** The seat of the member whom it would expel, on no roll; 0 for none. */
  excludedSeat: number;
  petitioners: number[];
  ballots: ProofBallot[];
  passedOver: { voter: Address; why: number; at: number }[];
  tallies: NamedTally[];
  outcome: ProofOutcome;
  /** Whether voting had closed by `block`. */
  closed: boolean;
  state: string;
  sentence: string;
  execution: { at: number; transaction: Hex } | null;
};

/** @param now the time of the block up to which the books are, unix seconds */
export function proofOf(coop: Coop, proposal: Proposal, of: ExportOf, now: number): ProofBundle {
  const { kindRule, voting } = rulesOf(coop, proposal);
  const tallies = tallyOf(coop, proposal);
  const outcome = outcomeOf(coop, proposal);
  const closed = now > proposal.voteEnd;
  const { id, draftId, round, kind, topic, proposer, executedAt, executedTx } = proposal;
  return {
    format: FORMAT,
    chainId: of.chainId,
    directory: of.directory,
    assembly: proposal.assembly,
    block: Number(of.block),
    proposal: {
      ...{ id: String(id), draftId: String(draftId), round, kind, kindName: KIND_NAMES[kind] },
      ...{ topic: TOPIC_NAMES[topic], proposer, actions: actionsOf(proposal), text: proposal.description },
    },
    notice: { at: proposal.noticeAt, block: Number(proposal.noticeBlock), transaction: proposal.noticeTx },
    vote: { start: proposal.voteStart, end: proposal.voteEnd },
    rules: { version: proposal.rulesVersion, kind: kindRule, voting },
    terms: proposal.terms,
    roll: tallies.map(({ index, name, kind, roll }) => ({
      ...{ class: index, name, kind, members: roll },
      newestSerial: proposal.serials[index] ?? 0,
    })),
    excludedSeat: proposal.excluded,
    petitioners: [...proposal.petitioners.values()],
    ballots: [...proposal.ballots.values()].sort((a, b) => a.seat - b.seat).map((ballot) => ballotOf(coop, ballot)),
    passedOver: proposal.passedOver,
    tallies,
    outcome: toldOutcome(outcome),
    closed,
    state: stateOf(coop, proposal, now),
    sentence: outcomeSentence(outcome, tallies, closed, proposal.terms),
    execution: executedAt !== undefined && executedTx ? { at: executedAt, transaction: executedTx } : null,
  };
}

export const toldOutcome = (outcome: Outcome): ProofOutcome => ({
  ...outcome,
  shareNumerator: String(outcome.shareNumerator),
  shareDenominator: String(outcome.shareDenominator),
});

const actionsOf = ({ targets, values, calldatas }: Proposal) =>
  targets.map((target, i) => ({ target, value: String(values[i] ?? 0n), calldata: calldatas[i] ?? "0x" }));

function ballotOf(coop: Coop, { seat, support, byProxy, changes, at, block, logIndex, tx }: Ballot): ProofBallot {
  return {
    ...{ seat, class: seat >>> 24, serial: seat & 0xffffff, member: coop.memberAt.get(seat) ?? 0 },
    ...{ position: POSITION_NAMES[support], byProxy: byProxy ?? null, changes },
    ...{ at, block: Number(block), log: logIndex, transaction: tx },
  };
}

/** A file each, by the numbers that people use. */
export function proofFiles(coop: Coop, of: ExportOf, now: number): ExportFile[] {
  return numberedProposals(coop).map((proposal) => ({
    name: `proofs/${proposal.number}.json`,
    text: `${JSON.stringify(proofOrProblem(coop, proposal, of, now), null, 2)}\n`,
  }));
}

/** Books from an impossible stream can lack what a proof is made of: then the file says what. */
function proofOrProblem(coop: Coop, proposal: Proposal, of: ExportOf, now: number) {
  try {
    return proofOf(coop, proposal, of, now);
  } catch (error) {
    if (!(error instanceof BooksError)) throw error;
    return { format: "none", proposal: String(proposal.id), problem: error.message };
  }
}
