// Assembly: ballots that one signature cast together.
import { type BookEvent, BooksError, type Hex, whereOf } from "../event.ts";
import type { Coop } from "../model.ts";
import { readBigInt, readHex, readNumber } from "../read.ts";
import { hasKeyFor, seatsOnPage } from "./ballot-keys.ts";
import { hasOwnBallot, keep, memberAt, readBallot } from "./ballots.ts";
import { proposalOf } from "./voting.ts";

/** Four bytes of page and sixteen of seats, in hexadecimal digits. */
const PAGE_DIGITS = 2 * 4;
const ENTRY_DIGITS = 2 * 20;

export function applyAggregates(coop: Coop, event: BookEvent): void {
  if (event.name === "AggregateCast") castTogether(coop, event);
  else if (event.name === "SeatsPassedOver") passOver(coop, event);
}

/** The seats that the event of an aggregate tells of; undefined when it ends inside a page. */
export function seatsTold(ballots: Hex): number[] | undefined {
  const digits = ballots.slice(2);
  if (digits.length % ENTRY_DIGITS !== 0) return undefined;
  return Array.from({ length: digits.length / ENTRY_DIGITS }, (_, i) => {
    const entry = digits.slice(i * ENTRY_DIGITS, (i + 1) * ENTRY_DIGITS);
    return seatsOnPage(Number.parseInt(entry.slice(0, PAGE_DIGITS), 16), BigInt(`0x${entry.slice(PAGE_DIGITS)}`));
  }).flat();
}

/** They count only for members who have not voted themselves and have keys that hold. All are read before any is kept. */
function castTogether(coop: Coop, event: BookEvent): void {
  const proposal = proposalOf(coop, event);
  const support = readNumber(event.args, "position");
  const seats = seatsTold(readHex(event.args, "ballots"));
  if (!seats) throw new BooksError(`${whereOf(event)} ends inside a page.`);
  const counted = new Set<number>();
  const ballots = seats.map((seat) => {
    const ballot = readBallot(proposal, event, memberAt(coop, seat), `seat ${seat}`, support);
    if (hasOwnBallot(proposal, seat) || counted.has(seat)) {
      throw new BooksError(`${whereOf(event)} counts a ballot of ${ballot.voter}, who has voted already.`);
    }
    if (!hasKeyFor(coop, seat, proposal.noticeAt)) {
      throw new BooksError(`${whereOf(event)} counts a ballot of ${ballot.voter}, whose ballot key did not hold.`);
    }
    counted.add(seat);
    return { ...ballot, aggregated: true as const };
  });
  for (const ballot of ballots) keep(proposal, ballot);
}

function passOver(coop: Coop, event: BookEvent): void {
  const proposal = proposalOf(coop, event);
  const why = readNumber(event.args, "why");
  const passed = seatsOnPage(readNumber(event.args, "page"), readBigInt(event.args, "seats")).map((seat) => {
    const member = coop.members.get(coop.memberAt.get(seat) ?? 0);
    if (!member) throw new BooksError(`${whereOf(event)} passes over seat ${seat}, which nobody ever had.`);
    return { voter: member.account, why, at: event.timestamp };
  });
  proposal.passedOver.push(...passed);
}
