// What became of shares: withdrawals at several dates, an instalment, interest that members took. Every time is in days before
// now.
import { type Abi, encodeFunctionData } from "viem";
import { memberSharesAbi } from "../../books/abi.ts";
import { EURO } from "./charter.ts";
import { approve } from "./test-euro.ts";
import { account, daysAgo, type Happening, type World } from "./world.ts";

/** Notice is ninety days: the first was paid, the next two can be paid now, the last has its notice running. */
export const withdrawals = [
  { who: 8, units: 60n, askedDaysAgo: 112 },
  { who: 4, units: 40n, askedDaysAgo: 97 },
  { who: 7, units: 5n, askedDaysAgo: 93.5 },
  { who: 20, units: 5n, askedDaysAgo: 12 },
] as const;
/** One place taken off the queue. */
export const SERVED_DAYS_AGO = 20;

/** Of the promise in people.ts. */
export const instalment = { who: 12, units: 25n, daysAgo: 45 };
export const interestTaken = [
  { who: 4, daysAgo: 34, inShares: false },
  { who: 8, daysAgo: 33, inShares: true },
] as const;

export function sharesHappen(world: World): Happening[] {
  const shares = (place: number, day: number, functionName: string, args: unknown[]): Happening => {
    const data = encodeFunctionData({ abi: memberSharesAbi as Abi, functionName, args });
    return { at: daysAgo(world, day), call: { from: account(world, place), to: world.coop.shares, data } };
  };
  const { who, units, daysAgo: paid } = instalment;
  const allowed = approve(world.euro, account(world, who), world.coop.treasury, units * EURO);
  return [
    ...withdrawals.map((asked) => shares(asked.who, asked.askedDaysAgo, "withdraw", [asked.units])),
    shares(withdrawals[0].who, SERVED_DAYS_AGO, "advance", [1n]),
    { at: daysAgo(world, paid) - 1, call: allowed },
    shares(who, paid, "payInstalment", [units]),
    ...interestTaken.map((taken) => shares(taken.who, taken.daysAgo, "claimInterest", [taken.inShares])),
  ];
}
