// Paying rent: who owes how much, and how an amount would be split (K3).

import type { Lease, Machine } from "../../../../books/commons.ts";
import { rentDue, rentLeft } from "../../../../books/leases.ts";
import { t } from "../../../../books/say.ts";
import { rentStanding } from "../../shared/commons/standing.ts";

/** Somebody for whom rent can be paid: who leases the machine, or leased it and owes. */
export type Debtor = { lessee: number; leases: boolean; most: bigint; late: bigint; next: bigint };

export function debtorsOf({ lease, debts }: Pick<Machine, "lease" | "debts">, now: number): Debtor[] {
  const former = [...debts]
    .filter(([lessee, owed]) => owed > 0n && lessee !== lease?.lessee)
    .map(([lessee, owed]) => ({ lessee, leases: false, most: owed, late: owed, next: 0n }));
  if (!lease) return former;
  const { unpaid, next } = rentStanding(lease, now);
  const present = { lessee: lease.lessee, leases: true, most: rentLeft(lease), late: unpaid, next: next?.amount ?? 0n };
  return present.most > 0n ? [present, ...former] : former;
}

/** Amounts that one is likely to pay: what is late, and that with the next rent. */
export function likelyAmounts({ late, next }: Debtor): { amount: bigint; label: "late" | "next" | "both" }[] {
  if (late === 0n) return next > 0n ? [{ amount: next, label: "next" }] : [];
  return next > 0n
    ? [
        { amount: late, label: "late" },
        { amount: late + next, label: "both" },
      ]
    : [{ amount: late, label: "late" }];
}

export function mistakeInRent(
  amount: bigint | undefined,
  { most, leases }: Pick<Debtor, "most" | "leases">,
  money: bigint,
  say: (amount: bigint) => string,
): string | undefined {
  if (amount === undefined) return t`Write an amount of money, such as 250 or 250.50.`;
  if (amount > most) return leases ? t`All rent of the lease still comes to ${say(most)}.` : t`${say(most)} are owed.`;
  return amount > money ? t`There is not enough money in your account for so much.` : undefined;
}

/** What has to be paid before a machine can be given back: rent to the end of the running period. */
export function missingToGiveBack(lease: Lease, now: number): bigint {
  const owed = rentDue(lease, now + lease.rentPeriod) - lease.paid;
  return owed > 0n ? owed : 0n;
}
