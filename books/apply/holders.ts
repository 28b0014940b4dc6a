// BondOffice: who holds units, and what of the coupons and the principal each took (K5).
import { claimableOf, owedTo, principalOf } from "../coupons.ts";
import type { Address, BookEvent } from "../event.ts";
import type { CommonsBook, Series } from "../model/commons.ts";
import { readAddress, readBigInt, readBigInts } from "../read.ts";
import { holderOf, seriesIn } from "./bonds.ts";
import { memberWith } from "./roll.ts";
import { compare, refusal, toldBy } from "./told.ts";

const NOBODY = `0x${"0".repeat(40)}`;

export function applyHolders(book: CommonsBook, event: BookEvent): void {
  const { args } = event;
  if (event.name === "TransferSingle") transfer(book, event, [readBigInt(args, "id")], [readBigInt(args, "value")]);
  else if (event.name === "TransferBatch") transfer(book, event, readBigInts(args, "ids"), readBigInts(args, "values"));
  else if (event.name === "BondClaimed") claim(book, event);
  else if (event.name === "HolderReplaced") replace(book, event);
}

/** What was accrued stays with whoever held the units; arrears go with them. */
export function settle(series: Series, account: Address) {
  const holder = holderOf(series, account);
  holder.owed = owedTo(series, holder);
  holder.reading = series.funded;
  return holder;
}

function transfer(book: CommonsBook, event: BookEvent, ids: bigint[], values: bigint[]): void {
  const [from, to] = [readAddress(event.args, "from"), readAddress(event.args, "to")];
  const steps = ids.flatMap((id, i) => stepOf(book, event, id, values[i] ?? 0n));
  if (from !== NOBODY) requireUnits(event, from, steps);
  for (const { series, units } of steps) {
    if (units !== 0n) series.transfers.push({ ...toldBy(event), from, to, units });
    if (from === NOBODY) settle(series, to).issued += units;
    else if (to === NOBODY) retire(series, from, units);
    if (from !== NOBODY) settle(series, from).units -= units;
    if (to !== NOBODY) settle(series, to).units += units;
  }
  if (from !== NOBODY && to !== NOBODY) remember(book, to);
}

/** Anybody can move nothing of a series that never was: there is no such step. */
function stepOf({ series: all }: CommonsBook, event: BookEvent, id: bigint, units: bigint) {
  const series = all.get(Number(id));
  if (series) return [{ series, units }];
  if (units !== 0n) throw refusal(event)(`moves units of series ${id}, which never opened`);
  return [];
}

/** Before anything is written; a series may stand in a list more than once. */
function requireUnits(event: BookEvent, from: Address, steps: { series: Series; units: bigint }[]): void {
  const left = new Map<Series, bigint>();
  for (const { series, units } of steps) {
    const rest = (left.get(series) ?? series.holders.get(from.toLowerCase())?.units ?? 0n) - units;
    if (rest < 0n) throw refusal(event)(`takes ${units} units of series ${series.id} from ${from}, who has fewer`);
    left.set(series, rest);
  }
}

/** Units end when their principal is taken, one holder after the other. */
function retire(series: Series, account: Address, units: bigint): void {
  const principal = principalOf(series, units);
  series.units -= units;
  series.sunk -= principal;
  settle(series, account).ending = { units, principal };
}

/** Whose account it was when it received units is what a recovery goes by (M6). */
function remember(book: CommonsBook, account: Address): void {
  const memberId = memberWith(book, account);
  if (memberId !== 0) book.heldBy.set(account.toLowerCase(), memberId);
}

function claim(book: CommonsBook, event: BookEvent): void {
  const { args } = event;
  const series = seriesIn(book, event);
  const [coupon, units] = [readBigInt(args, "coupon"), readBigInt(args, "units")];
  const principal = readBigInt(args, "principal");
  const holder = settle(series, readAddress(args, "holder"));
  const { ending } = holder;
  compare(book, "coupons", event, {
    coupon: [coupon, claimableOf(series, holder).coupon],
    units: [units, ending?.units ?? 0n],
    principal: [principal, ending?.principal ?? 0n],
  });
  holder.owed -= coupon * series.issued;
  holder.coupons += coupon;
  holder.principal += principal;
  delete holder.ending;
  const told = toldBy(event);
  series.claims.push({ ...told, holder: holder.account, coupon, units, principal });
  book.reckoned.push({ ...told, of: series.id, does: "claim", coupon, principal });
}

/** The units went by a transfer; coupons and what was to be handed back go too (M6). */
function replace(book: CommonsBook, event: BookEvent): void {
  // Anybody can ask for it where there is nothing, even of a series that never was.
  const series = book.series.get(Number(readBigInt(event.args, "series")));
  if (!series) return;
  const [former, current] = [readAddress(event.args, "former"), readAddress(event.args, "current")];
  const [from, to] = [settle(series, former), settle(series, current)];
  to.owed += from.owed;
  from.owed = 0n;
  const memberId = book.heldBy.get(former.toLowerCase());
  if (memberId) book.heldBy.set(current.toLowerCase(), memberId);
  const bid = series.bids.get(former.toLowerCase());
  if (!bid) return;
  const key = current.toLowerCase();
  const none = { offered: 0n, rate: 0, amount: 0n, refund: 0n, refunded: 0n, memberId: 0, inherited: true as const };
  const own = series.bids.get(key) ?? { ...none, bidder: current, firstAt: event.timestamp };
  own.amount += bid.amount;
  own.refund += bid.refund;
  [bid.amount, bid.refund] = [0n, 0n];
  series.bids.set(key, own);
}
