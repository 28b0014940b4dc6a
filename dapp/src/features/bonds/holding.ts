// What one person has of a series, and where its coupons came from: what came in, divided by all units, times one's own.
import type { BondBid, CommonsBook, Funding, Series, UnitTransfer } from "../../../../books/commons.ts";
import type { Coop, Member } from "../../../../books/coop.ts";
import { claimableOf } from "../../../../books/coupons.ts";

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** `part` is times all units issued: an exact fraction, so that what is added up is what is paid. */
export type FundingPart = { funding: Funding; own: bigint; part: bigint };

/** Each time that the units received money, with what it gave to these accounts. */
export function partsOf({ fundings, transfers }: Series, accounts: readonly string[]): FundingPart[] {
  const holds = (account: string) => accounts.some((one) => same(one, account));
  return fundings.flatMap((funding) => {
    if (funding.coupon === 0n) return [];
    const before = transfers.filter((transfer) => isBefore(transfer, funding));
    const own = sum(before, ({ from, to }) => Number(holds(to)) - Number(holds(from)));
    return own > 0n ? [{ funding, own, part: own * funding.coupon }] : [];
  });
}

function sum(transfers: readonly UnitTransfer[], sign: (transfer: UnitTransfer) => number): bigint {
  return transfers.reduce((total, transfer) => total + transfer.units * BigInt(sign(transfer)), 0n);
}

const isBefore = (a: UnitTransfer, b: Funding): boolean =>
  a.block < b.block || (a.block === b.block && a.logIndex < b.logIndex);

export type Holding = {
  units: bigint;
  /** To be collected now: coupons, principal, and what a bid did not use. */
  coupon: bigint;
  principal: bigint;
  refund: bigint;
  /** Collected so far. */
  coupons: bigint;
  repaid: bigint;
  bid?: BondBid;
};

export function holdingIn(series: Series, account: string): Holding {
  const holder = series.holders.get(account.toLowerCase());
  const bid = series.bids.get(account.toLowerCase());
  const { coupon, principal } = holder ? claimableOf(series, holder) : { coupon: 0n, principal: 0n };
  return {
    units: holder?.units ?? 0n,
    coupon,
    principal,
    refund: bid ? refundOf(series, bid) : 0n,
    coupons: holder?.coupons ?? 0n,
    repaid: holder?.principal ?? 0n,
    ...(bid && { bid }),
  };
}

/** What is to be handed back of a bid now. */
export const refundOf = (
  { state }: Pick<Series, "state">,
  { amount, refund }: Pick<BondBid, "amount" | "refund">,
): bigint => (state === "failed" ? amount : refund);

/** Those to whom something is to be handed back, in the order of first bids. */
export const toHandBack = (series: Series): BondBid[] =>
  [...series.bids.values()].filter((bid) => refundOf(series, bid) > 0n);

/** A bid that waits to be turned into units can not be moved before. */
const waits = (series: Series, account: string): boolean => {
  const bid = series.bids.get(account.toLowerCase());
  return series.state !== "failed" && bid !== undefined && bid.amount > 0n;
};

/** Under which former accounts of a member something of this series still is (M6). */
export function leftBehind(book: CommonsBook, series: Series, member: Member): string[] {
  return [...book.heldBy].flatMap(([account, id]) => {
    if (id !== member.id || same(account, member.account) || waits(series, account)) return [];
    const { units, coupon, refund } = holdingIn(series, account);
    const owed = series.holders.get(account)?.owed ?? 0n;
    return units > 0n || coupon > 0n || owed > 0n || refund > 0n ? [account] : [];
  });
}

/** The accounts whose units are one person's: the present one, and former ones whose units came along. */
export function accountsOf(coop: Coop, account: string, followed: (former: string) => boolean): string[] {
  const member = [...coop.members.values()].findLast((one) => same(one.account, account));
  const former = member?.formerAccounts.map((one) => one.account).filter(followed) ?? [];
  return [account, ...former];
}

/** Of a fraction only whole smallest units are paid. */
export const wholeOf = ({ issued }: Pick<Series, "issued">, part: bigint): bigint =>
  issued === 0n ? 0n : part / issued;
