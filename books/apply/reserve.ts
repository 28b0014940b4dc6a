// Reserve: what came in, what it covered, and who inherits (A1, A2).
import { type BookEvent, BooksError, whereOf } from "../event.ts";
import type { Body, Coop, NextBody, Reserve, ReserveMove } from "../model.ts";
import { readAddress, readBigInt, readHex, readNumber } from "../read.ts";
import { PLACE, stoodAt } from "./founding.ts";

const NONE = `0x${"0".repeat(64)}` as const;
/** "fees", as the market says of what it hands over. */
const FEES_MEMO = `0x${"66656573".padEnd(64, "0")}`;
const NOBODY = `0x${"0".repeat(40)}` as const;

export function applyReserve(coop: Coop, event: BookEvent): void {
  if (event.name === "ReserveGrew") grow(coop, event);
  else if (event.name === "LossCovered") cover(coop, event);
  else if (event.name === "Endowed") endow(coop, event);
  else if (event.name === "BodyNamed") name(coop, event);
  else if (event.name === "BodyAccepted") accept(coop, event);
}

/** Who inherits at a moment, and who is named to follow: the follower is the body once its time has come, if it accepted. */
export function bodyAt({ body, next }: Reserve, now: number): { body?: Body; next?: NextBody } {
  if (next?.accepted && now >= next.effectiveAt) {
    return { body: { account: next.account, accepted: true, namedAt: next.namedAt } };
  }
  return { ...(body && { body }), ...(next && { next }) };
}

type Change = Omit<ReserveMove, "total" | "at" | "tx" | "block" | "logIndex">;

function record({ reserve }: Coop, event: BookEvent, change: Change, total: bigint): void {
  reserve.booked = total;
  reserve.moves.push({
    ...change,
    total,
    at: event.timestamp,
    tx: event.transactionHash,
    block: event.blockNumber,
    logIndex: event.logIndex,
  });
}

/** What the event says the reserve holds afterwards is what follows from all that came before. */
function requireTotal(event: BookEvent, total: bigint): void {
  const told = readBigInt(event.args, "total");
  if (told !== total) throw new BooksError(`${whereOf(event)} leaves ${told} in the reserve, not ${total}.`);
}

function grow(coop: Coop, event: BookEvent): void {
  const amount = readBigInt(event.args, "amount");
  const total = coop.reserve.booked + amount;
  requireTotal(event, total);
  const [party, memo] = [readAddress(event.args, "from"), readHex(event.args, "memo")];
  const isFees = memo === FEES_MEMO && stoodAt(coop, PLACE.market, party);
  record(coop, event, { does: "grew", party, amount, memo, ...(isFees && { via: "market" }) }, total);
}

function cover(coop: Coop, event: BookEvent): void {
  const amount = readBigInt(event.args, "amount");
  const certificateId = readBigInt(event.args, "certificateId");
  const total = coop.reserve.booked - amount;
  if (total < 0n) throw new BooksError(`${whereOf(event)} takes ${amount} from a reserve of ${coop.reserve.booked}.`);
  requireTotal(event, total);
  record(coop, event, { does: "covered", party: NOBODY, amount, certificateId, memo: NONE }, total);
}

/** Everything goes: of the settlement token what is in the book, and what nobody booked. */
function endow(coop: Coop, event: BookEvent): void {
  const [party, asset] = [readAddress(event.args, "body"), readAddress(event.args, "asset")];
  const amount = readBigInt(event.args, "amount");
  const { account } = bodyAt(coop.reserve, event.timestamp).body ?? {};
  if (coop.closedAt === undefined) throw new BooksError(`${whereOf(event)} comes before the co-op was closed.`);
  if (account?.toLowerCase() !== party.toLowerCase()) {
    throw new BooksError(`${whereOf(event)} goes to ${party}, who does not inherit.`);
  }
  if (asset.toLowerCase() !== settlementToken(coop)) {
    coop.reserve.otherEndowments.push({ asset, body: party, amount, at: event.timestamp });
    return;
  }
  const unbooked = amount - coop.reserve.booked;
  if (unbooked < 0n) throw new BooksError(`${whereOf(event)} is less than the ${coop.reserve.booked} of the book.`);
  record(coop, event, { does: "endowed", party, amount, unbooked, memo: NONE }, 0n);
}

/** The one asset that the Treasury moves without its having been listed, lower case; nothing before it moved. */
export function settlementToken(coop: Coop): string | undefined {
  return coop.moves.find(({ asset }) => !coop.otherAssets.has(asset.toLowerCase()))?.asset.toLowerCase();
}

/** The first is the body of the charter; every other follows it after its time. */
function name(coop: Coop, event: BookEvent): void {
  const { reserve } = coop;
  const named = { account: readAddress(event.args, "body"), accepted: false, namedAt: event.timestamp };
  if (reserve.body === undefined) {
    reserve.body = named;
    return;
  }
  settle(reserve, event.timestamp);
  reserve.next = { ...named, effectiveAt: readNumber(event.args, "effectiveAt") };
}

function accept({ reserve }: Coop, event: BookEvent): void {
  const account = readAddress(event.args, "body");
  const { body, next } = bodyAt(reserve, event.timestamp);
  const named = [next, body].find((one) => one?.account.toLowerCase() === account.toLowerCase());
  if (!named) throw new BooksError(`${whereOf(event)} is about ${account}, who was not named.`);
  settle(reserve, event.timestamp);
  const kept = reserve.next?.account.toLowerCase() === account.toLowerCase() ? reserve.next : reserve.body;
  if (kept) kept.accepted = true;
}

function settle(reserve: Reserve, now: number): void {
  const { body, next } = bodyAt(reserve, now);
  if (body) reserve.body = body;
  if (next) reserve.next = next;
  else delete reserve.next;
}
