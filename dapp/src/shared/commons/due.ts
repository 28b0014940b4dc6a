// What bonds owe a person: coupons and principal, and what its bids did not use.
import type { CommonsBook, Series } from "../../../../books/commons.ts";
import { claimableOf } from "../../../../books/coupons.ts";

export type RefundDue = { series: Series; amount: bigint };
export type DueOfBonds = { series: Series; coupon: bigint; principal: bigint };
export function bondsDueTo({ series }: CommonsBook, account: string): DueOfBonds[] {
  return [...series.values()].flatMap((one) => {
    const holder = one.holders.get(account.toLowerCase());
    const { coupon, principal } = holder ? claimableOf(one, holder) : { coupon: 0n, principal: 0n };
    return coupon + principal > 0n ? [{ series: one, coupon, principal }] : [];
  });
}

/** What a bid did not use; all of it where too little was raised (K1). */
export function refundsTo({ series }: CommonsBook, account: string): RefundDue[] {
  return [...series.values()].flatMap((one) => {
    const bid = one.bids.get(account.toLowerCase());
    const amount = bid ? (one.state === "failed" ? bid.amount : bid.refund) : 0n;
    return amount > 0n ? [{ series: one, amount }] : [];
  });
}
