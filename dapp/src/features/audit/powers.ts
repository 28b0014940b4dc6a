// What each office may do and may not, in words: the table in contracts/founding/Powers.sol and the rules that it cites.
import { t } from "../../../../books/say.ts";
import { ARBITER, AUDITOR, BOARD, GUARDIAN, TREASURER } from "../../shared/motion/offices.ts";

export type Powers = { may: readonly string[]; never: string };

export const POWERS: Record<number, Powers> = {
  [BOARD]: {
    may: [
      t`accepts applicants or refuses them, with a reason (M2)`,
      t`puts motions without seconders (V8)`,
      t`ends a suspension early (M4)`,
      t`files the yearly report on the co-op's purpose (A8)`,
      t`two directors together: stop the use of services for a member (M4), or withdrawals of shares (S3), for a bounded time`,
    ],
    never: t`can not pay out money, change a rule or expel a member: that takes the members.`,
  },
  [TREASURER]: {
    may: [
      t`says that a machine was handed over, so that its seller is paid (B1)`,
      t`carries out what a director decided (B1)`,
    ],
    never: t`can not decide what is bought or paid.`,
  },
  [ARBITER]: {
    may: [t`divides the money of a job that its two parties dispute (J4)`],
    never: t`can not rule on a job of its own, and after the time for it the rules divide.`,
  },
  [AUDITOR]: {
    may: [t`files opinions on the books at a block`, t`certifies losses, so that the reserve may cover them (A1, S5)`],
    never: t`holds no other office (B1) and moves no money; and nobody can write for the auditor, not even the members.`,
  },
  [GUARDIAN]: {
    may: [t`stops new deposits, shares, bids and jobs for a few days (G1)`],
    never: t`can not move money or stop what leaves: withdrawals, income, coupons and refunds stay open.`,
  },
};
