// What a member's shares were and bore, line by line: paid for, withdrawn, written down, and the interest of each posting, worked out from
// the days on which they were held (S1, S2, S4, S5).
import { WITHDRAWALS_PAYABLE } from "../funds.ts";
import type { Coop, ShareChange } from "../model.ts";
import { settled } from "../share-ledger.ts";
import { money } from "../share-math.ts";
import type { MemberLine } from "./member.ts";

type Unsummed = Omit<MemberLine, "balance">;

const WORDS: Record<ShareChange["why"], string> = {
  paid: "paid for shares",
  interest: "interest taken in shares",
  withdrawn: "shares withdrawn",
  redeemed: "shares redeemed",
  "written down": "shares written down",
};

/** Every change of a member's shares; what write-downs took without having been told yet is the last of them. */
function shareChangesOf(coop: Coop, memberId: number, now: number): Omit<ShareChange, "block" | "logIndex">[] {
  const told = coop.shares.changes.filter((change) => change.memberId === memberId);
  const { cuts, first } = settled(coop, memberId, now);
  const untold = cuts.flatMap((units, i) => {
    const writeDown = coop.shares.writeDowns[first + i];
    if (!writeDown || units === 0n) return [];
    const { at, tx, day } = writeDown;
    return [{ at, tx, memberId, by: -units, day, why: "written down" as const }];
  });
  return [...told, ...untold];
}

export function shareLines(coop: Coop, memberId: number, now: number): Unsummed[] {
  const par = coop.shares.terms?.par ?? 0n;
  const paid = coop.shares.payments.filter((payment) => payment.memberId === memberId && !payment.held);
  return [
    ...shareChangesOf(coop, memberId, now).flatMap(({ at, tx, by, why }): Unsummed[] => {
      const line = { at, tx, of: "shares" as const, what: WORDS[why], amount: by * par };
      if (why !== "withdrawn" && why !== "redeemed") return [line];
      return [line, { at, tx, of: "withdrawals", what: "to be paid out", amount: -by * par }];
    }),
    ...paid.flatMap(({ at, tx, fund, amount }): Unsummed[] =>
      fund === WITHDRAWALS_PAYABLE ? [{ at, tx, of: "withdrawals", what: "paid out", amount: -amount }] : [],
    ),
    ...interestLines(coop, memberId, now),
  ];
}

function interestLines(coop: Coop, memberId: number, now: number): Unsummed[] {
  const { shares } = coop;
  const par = shares.terms?.par ?? 0n;
  const changes = shareChangesOf(coop, memberId, now);
  let [parts, before] = [0n, 0];
  const posted = shares.postings.flatMap(({ at, tx, day, rate, period }): Unsummed[] => {
    const earned = unitDaysOf(changes, before, day) * BigInt(rate) * par;
    before = day;
    const amount = money(parts + earned) - money(parts);
    parts += earned;
    return amount === 0n ? [] : [{ at, tx, of: "interest", what: `interest of posting ${period}`, amount }];
  });
  const taken = shares.claims.filter((claim) => claim.memberId === memberId);
  return [
    ...posted,
    ...taken.map(({ at, tx, amount, units }): Unsummed => {
      const what = units === 0n ? "interest paid" : "interest taken in shares";
      return { at, tx, of: "interest", what, amount: -amount };
    }),
  ];
}

/** Shares times days from a day to another. */
function unitDaysOf(changes: readonly Pick<ShareChange, "by" | "day">[], from: number, to: number): bigint {
  return changes.reduce((sum, { by, day }) => (day < to ? sum + by * BigInt(to - Math.max(day, from)) : sum), 0n);
}
