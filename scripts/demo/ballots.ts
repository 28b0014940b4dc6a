// Who cast which ballot on a proposal of the story, and when.
import { Position } from "../deploy/charter.ts";
import { isLeftAlone, type Person, present } from "./people.ts";
import type { Positions, Proposal } from "./proposals/proposal.ts";
import { trusting } from "./proxies.ts";
import { type Random, shuffled } from "./random.ts";

const NOTICE_DAYS = {
  minute: 0,
  pay: 14,
  declare: 14,
  admit: 14,
  "appoint-auditor": 14,
  expel: 14,
  order: 14,
  "shorten-notice": 28,
};
const VOTING_DAYS = 14;
/** By their numbers in the Assembly. */
const POSITIONS = ["against", "for", "abstain", "block"] as const;
/** Nobody votes in the very first or last moments. */
const MARGIN_DAYS = 0.2;

/** `at` is in days before now. */
export type Ballot = { voter: number; at: number; support: number; reason: string };

/** A mind that changes casts two ballots. Named people have not voted yet where the vote is open. */
export function ballotsOf(people: readonly Person[], proposal: Proposal, random: Random): Ballot[] {
  if (!proposal.votes) return [];
  const opens = proposal.noticeDaysAgo - NOTICE_DAYS[proposal.act.does];
  const stillOpen = opens < VOTING_DAYS;
  const latest = Math.max(opens - VOTING_DAYS, 0) + MARGIN_DAYS;
  const roll = present(people, proposal.noticeDaysAgo)
    .filter((person) => !(stillOpen && isLeftAlone(person)))
    // Where the story tells their ballots, nobody else's proxy or principal votes by chance.
    .filter((person) => !(proposal.told && trusting.has(person.account)));
  const ballots: Ballot[] = [];
  for (const [class_, [className, positions]] of Object.entries(proposal.votes).entries()) {
    const reasons = proposal.reasons?.filter(([by]) => by === className).map(([, ...reason]) => reason) ?? [];
    const voters = shuffled(
      roll.filter((person) => person.class === class_),
      random,
    );
    for (const support of supports(positions)) {
      const voter = voters.pop();
      if (!voter) throw new Error(`${proposal.key} has more ballots of class ${class_} than members.`);
      const at = latest + random.next() * (opens - latest - MARGIN_DAYS);
      const given = reasons.findIndex(([position]) => position === POSITIONS[support]);
      const reason = given < 0 ? "" : (reasons.splice(given, 1)[0]?.[1] ?? "");
      ballots.push({ voter: voter.account, at, support, reason });
    }
  }
  const changed = shuffled(ballots, random).slice(0, proposal.changes ?? 0);
  const first = changed.map(({ voter, at, support }) => ({
    voter,
    at: at + (opens - at) * 0.6,
    support: support === Position.For ? Position.Against : Position.For,
    reason: "",
  }));
  const told = (proposal.told ?? []).map(({ by, position, daysAgo, words = "" }) => ({
    voter: by,
    at: daysAgo,
    support: POSITIONS.indexOf(position),
    reason: words,
  }));
  return [...first, ...ballots, ...told];
}

function supports(positions: Positions): number[] {
  return POSITIONS.flatMap((position, support) => Array<number>(positions[position] ?? 0).fill(support));
}
