// MachineRegister: bids of a rent or a price, and the deposits that are held for them (K6).
import { bookValueAt } from "../depreciation.ts";
import type { BookEvent } from "../event.ts";
import { AUCTION_LASTS, closingAfter, leastBid } from "../leases.ts";
import type { Auction, CommonsBook, Machine } from "../model/commons.ts";
import { readAddress, readBigInt, readBoolean, readNumber } from "../read.ts";
import { closeAuction, machineIn } from "./machines.ts";
import { memberWith } from "./roll.ts";
import { compare, refusal } from "./told.ts";

const NOBODY = `0x${"0".repeat(40)}`;
/** By number of `AuctionKind`. */
const KINDS = { 1: "rent", 2: "sale" } as const;

export function applyAuctions(book: CommonsBook, event: BookEvent): void {
  if (event.name === "AuctionOpened") open(book, event);
  else if (event.name === "AuctionBid") bid(book, event);
  else if (event.name === "AuctionFailed") fail(book, event);
  else if (event.name === "DepositReturned") giveBack(book, event);
}

const kindIn = (event: BookEvent): Auction["kind"] => KINDS[readNumber(event.args, "kind") as 1 | 2];

function auctionIn(machine: Machine, event: BookEvent): Auction {
  if (!machine.auction) throw refusal(event)(`is about an auction of machine ${machine.id}, which has none`);
  return machine.auction;
}

/** After one that failed the next one's floor follows: book value, or that of the one before. */
function open(book: CommonsBook, event: BookEvent): void {
  const { args, timestamp: openedAt } = event;
  const machine = machineIn(book, event, "idle");
  if (machine.auction) throw refusal(event)(`opens an auction of machine ${machine.id}, which has one`);
  const [kind, toAnyone] = [kindIn(event), readBoolean(args, "toAnyone")];
  const [floor, closesAt] = [readBigInt(args, "floor"), readNumber(args, "closesAt")];
  const before = machine.formerAuctions.at(-1);
  const after = before?.endedAt === openedAt ? before : undefined;
  compare(book, "auctions", event, {
    "closes at": [closesAt, openedAt + AUCTION_LASTS],
    "for anyone": [toAnyone, kind === "sale" && after?.kind === "sale"],
    ...(kind === "rent" && { floor: [floor, 1n] as const }),
    ...(kind === "sale" && after && { floor: [floor, floorAfter(machine, after, openedAt)] as const }),
  });
  machine.auction = { kind, toAnyone, floor, closesAt, openedAt, bids: [] };
}

function floorAfter(machine: Machine, before: Auction, now: number): bigint {
  const floor = before.kind === "sale" ? before.floor : bookValueAt(machine, now);
  return floor === 0n ? 1n : floor;
}

/** Whoever was outbid finds its deposit where it can take it. */
function bid(book: CommonsBook, event: BookEvent): void {
  const { args, timestamp: at } = event;
  const auction = auctionIn(machineIn(book, event, "idle"), event);
  const bidder = readAddress(args, "bidder");
  const [amount, deposit] = [readBigInt(args, "amount"), readBigInt(args, "deposit")];
  const [outbid, returned] = [readAddress(args, "outbid"), readBigInt(args, "returned")];
  const closesAt = readNumber(args, "closesAt");
  if (at >= auction.closesAt) throw refusal(event)("comes after the auction closed");
  const least = leastBid(auction);
  if (amount < least) throw refusal(event)(`bids ${amount}, less than ${least}`);
  const memberId = memberWith(book, bidder);
  if (memberId === 0 && !auction.toAnyone) throw refusal(event)(`is by ${bidder}, who is no member`);

  const best = auction.bids.at(-1);
  const own = best?.bidder.toLowerCase() === bidder.toLowerCase();
  compare(book, "auctions", event, {
    deposit: [deposit, own ? amount - (best?.amount ?? 0n) : amount],
    outbid: [outbid, own ? NOBODY : (best?.bidder ?? NOBODY)],
    "deposit freed": [returned, own ? 0n : (best?.amount ?? 0n)],
    "closes at": [closesAt, closingAfter(auction.closesAt, at)],
  });
  if (best && !own) free(book, best.bidder, best.amount);
  auction.bids.push({ bidder, memberId, amount, deposit, at });
  auction.closesAt = closesAt;
}

function free({ deposits }: CommonsBook, account: string, amount: bigint): void {
  const key = account.toLowerCase();
  deposits.set(key, (deposits.get(key) ?? 0n) + amount);
}

/** Nobody bid; or whoever bid a rent has left, or no lease begins any more. */
function fail(book: CommonsBook, event: BookEvent): void {
  const machine = machineIn(book, event, "idle");
  const auction = auctionIn(machine, event);
  if (event.timestamp < auction.closesAt) throw refusal(event)("comes before the auction closed");
  const best = auction.bids.at(-1);
  const winner = best && book.members.get(best.memberId);
  const taken = best && (auction.kind === "sale" || (winner?.active && book.windingUpSince === undefined));
  compare(book, "auctions", event, {
    kind: [kindIn(event), auction.kind],
    "for anyone": [readBoolean(event.args, "toAnyone"), auction.toAnyone],
    failed: [true, !taken],
  });
  if (best) free(book, best.bidder, best.amount);
  closeAuction(machine, event);
}

function giveBack(book: CommonsBook, event: BookEvent): void {
  const key = readAddress(event.args, "account").toLowerCase();
  const amount = readBigInt(event.args, "amount");
  compare(book, "auctions", event, { amount: [amount, book.deposits.get(key) ?? 0n] });
  book.deposits.set(key, 0n);
}
