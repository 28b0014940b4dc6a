// Proposals: records, ballots, tallies, outcomes, states.
import type { Proposal } from "../../../books/coop.ts";
import { outcomeOf, REASONS, tallyOf, VERDICTS } from "../../../books/outcome.ts";
import { POSITION_NAMES } from "../../../books/rules.ts";
import { stateOf } from "../../../books/state.ts";
import { askAll } from "../chain.ts";
import { type Check, Comparison } from "../check.ts";
import { type Subject, timeOf } from "../subject.ts";

const NO_CLASS = 255;
/** IGovernor.ProposalState of each of our states. */
const GOVERNOR_STATE = {
  notice: 0,
  open: 1,
  waiting: 5,
  ready: 5,
  "carried-out": 7,
  passed: 4,
  held: 3,
  adjourned: 3,
  defeated: 3,
  lapsed: 6,
};

const proposalsOf = ({ coop }: Subject): Proposal[] => [...coop.proposals.values()];
const named = ({ id }: Proposal): string => `proposal ${id}`;

/** The Assembly keeps the position plus one in three bits, and whether a proxy cast it in the fourth. */
const BY_PROXY = 8;

export async function checkRecords(subject: Subject): Promise<Check> {
  const comparison = new Comparison("records of proposals");
  const list = proposalsOf(subject);
  const records = await askAll(list, ({ id, assembly }) =>
    subject.chain.ask("assembly", assembly, "proposalRecord", id),
  );
  for (const [i, proposal] of list.entries()) {
    const record = records[i]?.[0];
    for (const field of ["noticeAt", "rulesVersion", "kind", "round"] as const) {
      comparison.same(`${named(proposal)}, ${field}`, proposal[field], record?.[field]);
    }
    comparison.same(`${named(proposal)}, classes`, proposal.rolls.length, record?.classes);
  }
  return comparison.check;
}

export async function checkTallies(subject: Subject): Promise<Check> {
  const comparison = new Comparison("tallies by class and position");
  const list = proposalsOf(subject);
  const tallies = await askAll(list, ({ id, assembly }) => subject.chain.ask("assembly", assembly, "tally", id));
  for (const [i, proposal] of list.entries()) {
    for (const { index, name, kind, roll, votes } of tallyOf(subject.coop, proposal)) {
      const stored = tallies[i]?.[0]?.[index];
      const where = `${named(proposal)}, ${name}`;
      comparison.same(`${where}, kind`, kind, stored?.kind);
      comparison.same(`${where}, roll`, roll, stored?.roll);
      for (const [position, word] of POSITION_NAMES.entries()) {
        comparison.same(`${where}, ${word}`, votes[position], stored?.votes[position]);
      }
    }
  }
  return comparison.check;
}

export async function checkOutcomes(subject: Subject): Promise<Check> {
  const comparison = new Comparison("outcomes with every figure");
  const list = proposalsOf(subject);
  const outcomes = await askAll(list, ({ id, assembly }) => subject.chain.ask("assembly", assembly, "outcome", id));
  for (const [i, proposal] of list.entries()) {
    const { verdict, reason, class: stopping, ...figures } = outcomeOf(subject.coop, proposal);
    const stored = outcomes[i]?.[0];
    comparison.same(`${named(proposal)}, verdict`, verdict, VERDICTS[Number(stored?.verdict)]);
    comparison.same(`${named(proposal)}, reason`, reason, REASONS[Number(stored?.reason)]);
    comparison.same(`${named(proposal)}, class`, stopping ?? NO_CLASS, stored?.class);
    for (const [figure, value] of Object.entries(figures)) {
      comparison.same(`${named(proposal)}, ${figure}`, value, stored?.[figure]);
    }
  }
  return comparison.check;
}

export async function checkBallots(subject: Subject): Promise<Check> {
  const comparison = new Comparison("ballots one by one");
  const ballots = proposalsOf(subject).flatMap((proposal) =>
    [...proposal.ballots.values()].map((ballot) => ({ proposal, ballot })),
  );
  const stored = await askAll(ballots, ({ proposal, ballot }) =>
    subject.chain.ask("assembly", proposal.assembly, "ballotOf", proposal.id, ballot.seat),
  );
  for (const [i, { proposal, ballot }] of ballots.entries()) {
    const { voter, support, byProxy } = ballot;
    const said = Number(stored[i]?.[0] ?? 0n);
    comparison.same(`${named(proposal)}, ballot of ${voter}`, POSITION_NAMES[support], POSITION_NAMES[(said & 7) - 1]);
    comparison.same(`${named(proposal)}, ballot of ${voter} by proxy`, byProxy !== undefined, (said & BY_PROXY) !== 0);
  }
  return comparison.check;
}

export async function checkStates(subject: Subject): Promise<Check> {
  const comparison = new Comparison("states of proposals");
  const list = proposalsOf(subject);
  const { chain, coop } = subject;
  const now = await timeOf(chain, subject.house);
  const states = await askAll(list, ({ id, assembly }) => chain.ask("assembly", assembly, "state", id));
  for (const [i, proposal] of list.entries()) {
    comparison.same(named(proposal), GOVERNOR_STATE[stateOf(coop, proposal, now)], states[i]?.[0]);
  }
  return comparison.check;
}
