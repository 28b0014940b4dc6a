// The Treasury's funds as people read them: those of the co-op, those that are owed to people, and those of each machine.

import {
  AUCTIONS,
  BOND_BIDS,
  BOND_SERVICE,
  COMMONS,
  COMMUNITY,
  fundOfMachine,
  MEMBER_INCOME,
  OPERATING,
  PURCHASE,
  UPKEEP,
} from "../../../../books/funds.ts";
import { t } from "../../../../books/say.ts";

const [SHARE_CAPITAL, WITHDRAWALS, INTEREST] = [2, 6, 7];

/** What each fund is for, in a line. */
export const PURPOSES: Record<number, string> = {
  [OPERATING]: t`Meets the costs of the co-op. Spent by resolution of the members, or out of a budget that they granted.`,
  [SHARE_CAPITAL]: t`What members paid for their shares. Leaves only when shares are withdrawn at par.`,
  [COMMONS]: t`Buys machines and helps to repay their bonds. Spent by resolution; never shared out.`,
  [MEMBER_INCOME]: t`Rent that belongs to every member alike and is not taken yet. Never spent.`,
  [WITHDRAWALS]: t`Withdrawn shares that were served and not handed over yet. It belongs to those members.`,
  [INTEREST]: t`Interest on shares that members have not taken yet. It belongs to them.`,
  [UPKEEP]: t`The first part of every rent. Keeps the machines in order.`,
  [AUCTIONS]: t`Deposits of those who bid for a machine. It belongs to them until the auction is over.`,
  [COMMUNITY]: t`The community's share of every surplus. Spent by resolution.`,
};

const ALWAYS_SHOWN = [OPERATING, SHARE_CAPITAL, COMMONS];

/** The funds to show as such: those that are always there, and others that hold something. */
export function namedFunds(held: ReadonlyMap<number, bigint>): number[] {
  const some = [...held].filter(([fund, amount]) => amount > 0n && !fundOfMachine(fund)).map(([fund]) => fund);
  return [...new Set([...ALWAYS_SHOWN, ...some])].sort((a, b) => a - b);
}

export type MachineFunds = { id: number; service: bigint; bids: bigint; purchase: bigint };

/** What is held for each machine and its bonds, where there is anything. */
export function machineFunds(held: ReadonlyMap<number, bigint>): MachineFunds[] {
  const ids = [...held].flatMap(([fund, amount]) => (amount > 0n ? (fundOfMachine(fund)?.of ?? []) : []));
  return [...new Set(ids)]
    .sort((a, b) => a - b)
    .map((id) => ({
      id,
      service: held.get(BOND_SERVICE + id) ?? 0n,
      bids: held.get(BOND_BIDS + id) ?? 0n,
      purchase: held.get(PURCHASE + id) ?? 0n,
    }));
}
