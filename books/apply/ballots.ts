// Assembly: ballots, one by one and in batches of signed ones.
import { type BookEvent, BooksError, type Hex, whereOf } from "../event.ts";
import type { Coop, Proposal } from "../model.ts";
import { readAddress, readHex, readNumber, readText } from "../read.ts";
import type { Position } from "../rules.ts";
import { isOnRoll, proposalOf } from "./voting.ts";

/** A counted ballot in the event of a batch: one byte position and 20 bytes voter, in hexadecimal digits. */
const TOLD = 2 * 21;

export type ToldBallot = { support: number; voter: string };

export function applyBallots(coop: Coop, event: BookEvent): void {
  if (event.name === "VoteCast") castVote(coop, event);
  else if (event.name === "SignedBallotsCast") castSigned(coop, event);
}

/** The ballots that the event of a batch tells of; undefined when it ends inside a ballot. */
export function toldBallots(ballots: Hex): ToldBallot[] | undefined {
  const digits = ballots.slice(2).toLowerCase();
  if (digits.length % TOLD !== 0) return undefined;
  return Array.from({ length: digits.length / TOLD }, (_, i) => {
    const told = digits.slice(i * TOLD, (i + 1) * TOLD);
    return { support: Number.parseInt(told.slice(0, 2), 16), voter: `0x${told.slice(2)}` };
  });
}

/** A changed position replaces the earlier one. */
function castVote(coop: Coop, event: BookEvent): void {
  const proposal = proposalOf(coop, event);
  const voter = readAddress(event.args, "voter").toLowerCase();
  const ballot = readBallot(coop, proposal, event, { voter, support: readNumber(event.args, "support") });
  const earlier = proposal.ballots.get(voter);
  const changes = earlier ? earlier.changes + 1 : 0;
  proposal.ballots.set(voter, { ...ballot, reason: readText(event.args, "reason"), changes });
}

/** Signed ballots count only for members who have not voted yet. All are read before any is kept. */
function castSigned(coop: Coop, event: BookEvent): void {
  const proposal = proposalOf(coop, event);
  const told = toldBallots(readHex(event.args, "ballots"));
  if (!told) throw new BooksError(`${whereOf(event)} ends inside a ballot.`);
  const counted: Proposal["ballots"] = new Map();
  for (const one of told) {
    const ballot = readBallot(coop, proposal, event, one);
    if (proposal.ballots.has(one.voter) || counted.has(one.voter)) {
      throw new BooksError(`${whereOf(event)} counts a signed ballot of ${one.voter}, who has voted already.`);
    }
    counted.set(one.voter, { ...ballot, reason: "", changes: 0 });
  }
  for (const [voter, ballot] of counted) proposal.ballots.set(voter, ballot);
}

function readBallot(coop: Coop, proposal: Proposal, event: BookEvent, { voter, support }: ToldBallot) {
  const member = coop.members.get(coop.memberOf.get(voter) ?? 0);
  if (!member) throw new BooksError(`${whereOf(event)} counts a ballot of ${voter}, who is no member.`);
  if (!isOnRoll(proposal, member.seat)) {
    throw new BooksError(`${whereOf(event)} counts a ballot of ${voter}, who is not on the roll.`);
  }
  if (event.timestamp < proposal.voteStart || event.timestamp > proposal.voteEnd) {
    throw new BooksError(`${whereOf(event)} counts a ballot of ${voter} while voting is closed.`);
  }
  if (support > 3) throw new BooksError(`${whereOf(event)} counts a ballot for position ${support}.`);
  return { support: support as Position, at: event.timestamp, seat: member.seat };
}
