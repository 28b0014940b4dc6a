// BallotKeys: with which keys members sign ballots that add up, and from when to when each counts.
import { type BookEvent, BooksError, whereOf } from "../event.ts";
import type { BallotKey, Coop } from "../model.ts";
import { readAddress, readBigInt, readHex, readNumber } from "../read.ts";

const PAGE_BITS = 7;
const KEY_DIGITS = 2 + 2 * 96;

export function applyBallotKeys(coop: Coop, event: BookEvent): void {
  if (event.name === "KeyRegistered") register(coop, event);
  else if (event.name === "KeyMoved") move(coop, event);
  else if (event.name === "KeyEnded") end(coop, event);
  else if (event.name === "KeysPacked") pack(coop, event);
}

/** The member's present key; undefined when it has none. */
export function keyOf({ keysBy }: Pick<Coop, "keysBy">, memberId: number): BallotKey | undefined {
  return keysBy.member.get(memberId)?.find(isPresent);
}

/** How many keys the member registered; one that moved with the member is one. */
export const keysRegistered = ({ keysBy }: Pick<Coop, "keysBy">, memberId: number): number =>
  new Set(keysBy.member.get(memberId)?.map(({ key }) => key)).size;

/** Whether a ballot of this key counts now on a proposal noticed at `noticeAt`. */
export function keyHolds({ since, until, endedAt }: BallotKey, noticeAt: number): boolean {
  return endedAt === undefined && since < noticeAt && (until === undefined || noticeAt <= until);
}

/** Whether a seat has such a key. */
export function hasKeyFor({ keysBy }: Pick<Coop, "keysBy">, seat: number, noticeAt: number): boolean {
  return keysBy.seat.get(seat)?.some((one) => keyHolds(one, noticeAt)) ?? false;
}

/** The seats of a page whose bits are set. */
export function seatsOnPage(page: number, seats: bigint): number[] {
  const found: number[] = [];
  for (let slot = 0; slot < 1 << PAGE_BITS; slot++) {
    if ((seats >> BigInt(slot)) & 1n) found.push((page << PAGE_BITS) | slot);
  }
  return found;
}

const isPresent = (key: BallotKey): boolean => key.until === undefined && key.endedAt === undefined;

function register(coop: Coop, event: BookEvent): void {
  const memberId = readNumber(event.args, "memberId");
  const seat = readNumber(event.args, "seat");
  const key = readHex(event.args, "key").toLowerCase() as BallotKey["key"];
  const member = coop.members.get(memberId);
  const refuse = (why: string) =>
    new BooksError(`${whereOf(event)} registers a ballot key of member ${memberId}, ${why}.`);
  if (member?.status !== "active") throw refuse("who is not active");
  if (member.seat !== seat) throw refuse(`who has seat ${member.seat} and not ${seat}`);
  if (key.length !== KEY_DIGITS) throw refuse("which is not 96 bytes long");
  if (coop.keysBy.key.has(key)) throw refuse("which was registered before");
  const former = keyOf(coop, memberId);
  if (former) former.until = event.timestamp;
  keep(coop, { memberId, seat, key, since: event.timestamp });
}

/** To the seat that the member has now; at the former one it counts no more. */
function move(coop: Coop, event: BookEvent): void {
  const memberId = readNumber(event.args, "memberId");
  const seat = readNumber(event.args, "seat");
  const present = requireKey(coop, event, memberId);
  if (coop.members.get(memberId)?.seat !== seat) {
    throw new BooksError(`${whereOf(event)} moves a ballot key to seat ${seat}, which is not member ${memberId}'s.`);
  }
  endAll(coop, memberId, event.timestamp);
  keep(coop, { memberId, seat, key: present.key, since: event.timestamp });
}

function end(coop: Coop, event: BookEvent): void {
  const memberId = readNumber(event.args, "memberId");
  requireKey(coop, event, memberId);
  endAll(coop, memberId, event.timestamp);
}

/** Only keys that can still count are packed, each sheet after the one before. */
function pack(coop: Coop, event: BookEvent): void {
  const [sheet, page] = [readNumber(event.args, "sheet"), readNumber(event.args, "page")];
  const seats = readBigInt(event.args, "seats");
  const refuse = (why: string) => new BooksError(`${whereOf(event)} packs ballot keys into sheet ${sheet}, ${why}.`);
  if (sheet !== coop.keySheets.length + 1) throw refuse(`and the next is sheet ${coop.keySheets.length + 1}`);
  const keyless = seatsOnPage(page, seats).find(
    (seat) => !coop.keysBy.seat.get(seat)?.some(({ endedAt }) => endedAt === undefined),
  );
  if (keyless !== undefined) throw refuse(`one of seat ${keyless}, which has none`);
  coop.keySheets.push({ page, seats, pointer: readAddress(event.args, "pointer") });
}

function requireKey(coop: Coop, event: BookEvent, memberId: number): BallotKey {
  const present = keyOf(coop, memberId);
  if (!present) throw new BooksError(`${whereOf(event)} ends a ballot key of member ${memberId}, who has none.`);
  return present;
}

/** A key ends with those that it replaced. */
function endAll(coop: Coop, memberId: number, at: number): void {
  for (const one of coop.keysBy.member.get(memberId) ?? []) one.endedAt ??= at;
}

function keep({ ballotKeys, keysBy }: Coop, key: BallotKey): void {
  ballotKeys.push(key);
  keysBy.key.add(key.key);
  keysBy.seat.set(key.seat, [...(keysBy.seat.get(key.seat) ?? []), key]);
  keysBy.member.set(key.memberId, [...(keysBy.member.get(key.memberId) ?? []), key]);
}
