// Assembly: ballots, one by one, in batches of signed ones, and by proxy.
import { type BookEvent, BooksError, type Hex, whereOf } from "../event.ts";
import type { Ballot, Coop, Member, Proposal } from "../model.ts";
import { readAddress, readHex, readNumber, readNumbers, readText } from "../read.ts";
import type { Position } from "../rules.ts";
import { proxyKey } from "./proxies.ts";
import { toldBy } from "./told.ts";
import { isOnRoll, proposalOf } from "./voting.ts";

/** A counted ballot in the event of a batch: one byte position and four bytes seat, in hexadecimal digits. */
const TOLD = 2 * 5;

export type ToldBallot = { support: number; seat: number };

export function applyBallots(coop: Coop, event: BookEvent): void {
  if (event.name === "VoteCast") castVote(coop, event);
  else if (event.name === "SignedBallotsCast") castSigned(coop, event);
  else if (event.name === "VotedByProxy") castByProxy(coop, event);
  else if (event.name === "BallotPassedOver") passOver(coop, event);
}

/** The ballots that the event of a batch tells of; undefined when it ends inside a ballot. */
export function toldBallots(ballots: Hex): ToldBallot[] | undefined {
  const digits = ballots.slice(2);
  if (digits.length % TOLD !== 0) return undefined;
  return Array.from({ length: digits.length / TOLD }, (_, i) => {
    const told = digits.slice(i * TOLD, (i + 1) * TOLD);
    return { support: Number.parseInt(told.slice(0, 2), 16), seat: Number.parseInt(told.slice(2), 16) };
  });
}

/** A changed position replaces the earlier one, and an own ballot one that a proxy cast. */
function castVote(coop: Coop, event: BookEvent): void {
  const proposal = proposalOf(coop, event);
  const voter = readAddress(event.args, "voter");
  const member = coop.members.get(coop.memberOf.get(voter.toLowerCase()) ?? 0);
  const ballot = readBallot(proposal, event, member, voter, readNumber(event.args, "support"));
  keep(proposal, { ...ballot, reason: readText(event.args, "reason") });
}

/** Signed ballots count only for members who have not voted themselves. All are read before any is kept. */
function castSigned(coop: Coop, event: BookEvent): void {
  const proposal = proposalOf(coop, event);
  const told = toldBallots(readHex(event.args, "ballots"));
  if (!told) throw new BooksError(`${whereOf(event)} ends inside a ballot.`);
  const counted = new Set<number>();
  const ballots = told.map(({ support, seat }) => {
    const member = memberAt(coop, seat);
    const ballot = readBallot(proposal, event, member, `seat ${seat}`, support);
    if (hasOwnBallot(proposal, seat) || counted.has(seat)) {
      throw new BooksError(`${whereOf(event)} counts a signed ballot of ${ballot.voter}, who has voted already.`);
    }
    counted.add(seat);
    return ballot;
  });
  for (const ballot of ballots) keep(proposal, ballot);
}

/** A proxy's ballot counts for principals who have accepted it as theirs and have not voted themselves (V11). */
function castByProxy(coop: Coop, event: BookEvent): void {
  const proposal = proposalOf(coop, event);
  const proxy = readNumber(event.args, "proxy");
  const support = readNumber(event.args, "support");
  const own = proposal.ballots.get(proxy);
  if (own === undefined || own.byProxy !== undefined || own.support !== support) {
    throw new BooksError(`${whereOf(event)} counts a position for principals that seat ${proxy} has not taken itself.`);
  }
  const counted = new Set<number>();
  const ballots = readNumbers(event.args, "principals").map((seat) => {
    const named = coop.proxies.get(proxyKey(proposal.topic, seat));
    if (!named?.accepted || named.proxy !== proxy) {
      throw new BooksError(`${whereOf(event)} counts seat ${proxy} for seat ${seat}, for which it does not speak.`);
    }
    if (hasOwnBallot(proposal, seat) || counted.has(seat)) {
      throw new BooksError(`${whereOf(event)} counts a proxy for seat ${seat}, which has voted already.`);
    }
    counted.add(seat);
    return { ...readBallot(proposal, event, memberAt(coop, seat), `seat ${seat}`, support), byProxy: proxy };
  });
  for (const ballot of ballots) keep(proposal, ballot);
}

function passOver(coop: Coop, event: BookEvent): void {
  const voter = readAddress(event.args, "voter");
  proposalOf(coop, event).passedOver.push({ voter, why: readNumber(event.args, "why"), at: event.timestamp });
}

export function keep(proposal: Proposal, ballot: Ballot): void {
  const earlier = proposal.ballots.get(ballot.seat);
  proposal.ballots.set(ballot.seat, earlier ? { ...ballot, changes: earlier.changes + 1 } : ballot);
}

/** Whether a seat has a ballot that no proxy cast. */
export function hasOwnBallot({ ballots }: Pick<Proposal, "ballots">, seat: number): boolean {
  const ballot = ballots.get(seat);
  return ballot !== undefined && ballot.byProxy === undefined;
}

export function memberAt(coop: Coop, seat: number): Member | undefined {
  const member = coop.members.get(coop.memberAt.get(seat) ?? 0);
  return member?.status === "active" && member.seat === seat ? member : undefined;
}

export function readBallot(
  proposal: Proposal,
  event: BookEvent,
  member: Member | undefined,
  whose: string,
  support: number,
): Ballot {
  if (!member) throw new BooksError(`${whereOf(event)} counts a ballot of ${whose}, who is no member.`);
  const { account: voter, seat } = member;
  if (!isOnRoll(proposal, seat)) {
    throw new BooksError(`${whereOf(event)} counts a ballot of ${voter}, who is not on the roll.`);
  }
  if (event.timestamp < proposal.voteStart || event.timestamp > proposal.voteEnd) {
    throw new BooksError(`${whereOf(event)} counts a ballot of ${voter} while voting is closed.`);
  }
  if (support > 3) throw new BooksError(`${whereOf(event)} counts a ballot for position ${support}.`);
  return { ...toldBy(event), support: support as Position, reason: "", seat, voter, changes: 0 };
}
