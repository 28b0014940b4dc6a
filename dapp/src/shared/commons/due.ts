// What waits for a person: member income, coupons and principal of its bonds, what its bids did not use, money from its shares.
import type { CommonsBook, Series } from "../../../../books/commons.ts";
import type { Coop, Member } from "../../../../books/coop.ts";
import { claimableOf } from "../../../../books/coupons.ts";
import { incomeDue } from "../../../../books/income.ts";
import { holdingOf } from "../../../../books/share-ledger.ts";

export type DueOfBonds = { series: Series; coupon: bigint; principal: bigint };
export type Due = {
  income: bigint;
  /** Series of which something can be taken now. */
  bonds: DueOfBonds[];
  refunds: { series: Series; amount: bigint }[];
  /** Withdrawals that were served, and interest. */
  shares: bigint;
};

export function dueTo(coop: Coop, book: CommonsBook, person: Member, now: number): Due {
  const { due, interest } = holdingOf(coop, person.id, now);
  const account = person.account.toLowerCase();
  return {
    income: incomeDue(book.income, person.id),
    bonds: bondsDueTo(book, account),
    refunds: refundsTo(book, account),
    shares: due + interest,
  };
}

export function bondsDueTo({ series }: CommonsBook, account: string): DueOfBonds[] {
  return [...series.values()].flatMap((one) => {
    const holder = one.holders.get(account.toLowerCase());
    const { coupon, principal } = holder ? claimableOf(one, holder) : { coupon: 0n, principal: 0n };
    return coupon + principal > 0n ? [{ series: one, coupon, principal }] : [];
  });
}

/** What a bid did not use; all of it where too little was raised (K1). */
export function refundsTo({ series }: CommonsBook, account: string): Due["refunds"] {
  return [...series.values()].flatMap((one) => {
    const bid = one.bids.get(account.toLowerCase());
    const amount = bid ? (one.state === "failed" ? bid.amount : bid.refund) : 0n;
    return amount > 0n ? [{ series: one, amount }] : [];
  });
}

/** The same without parts of a cent. */
export function wholeCents(due: Due, cent: bigint): Due {
  const whole = (amount: bigint) => amount - (amount % cent);
  const bonds = due.bonds.map(({ series, coupon, principal }) => {
    const both = whole(coupon + principal);
    return { series, coupon: both - whole(principal), principal: whole(principal) };
  });
  return { ...due, income: whole(due.income), bonds, shares: whole(due.shares) };
}

/** What one act can take: everything but refunds, which are asked for at their bonds. */
export const takenAtOnce = ({ income, bonds, shares }: Due): bigint =>
  income + shares + bonds.reduce((sum, { coupon, principal }) => sum + coupon + principal, 0n);
