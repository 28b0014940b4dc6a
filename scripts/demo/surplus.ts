// The periods of the story: two are closed, each with its surplus declared by a resolution, and one runs. Every time is in days
// before now.
import { type Abi, type Address, encodeFunctionData } from "viem";
import { patronageAbi, surplusAbi } from "../../books/abi.ts";
import { memberId } from "./people.ts";
import { account, daysAgo, type Happening, type World } from "./world.ts";

/** Each a little after its time had passed; anybody could. */
export const closed = [
  { by: 7, daysAgo: 76.9 },
  { by: 23, daysAgo: 34.8 },
] as const;

/** Ana, Ben and Hana have claimed nothing yet. */
export const claims = [
  { who: 4, period: 1, daysAgo: 38, inShares: false },
  { who: 5, period: 1, daysAgo: 37, inShares: true },
  { who: 6, period: 1, daysAgo: 31, inShares: true },
  { who: 10, period: 1, daysAgo: 25, inShares: false },
  { who: 4, period: 2, daysAgo: 2.4, inShares: true },
] as const;

export function surplusHappens(world: World): Happening[] {
  const { patronage, surplus } = world.coop;
  const call = (
    place: number,
    to: Address,
    day: number,
    abi: readonly unknown[],
    functionName: string,
    args: unknown[],
  ) => {
    const data = encodeFunctionData({ abi: abi as Abi, functionName, args });
    return { at: daysAgo(world, day), call: { from: account(world, place), to, data } };
  };
  return [
    ...closed.map(({ by, daysAgo: day }) => call(by, surplus, day, surplusAbi, "close", [])),
    ...claims.map(({ who, period, daysAgo: day, inShares }) =>
      call(who, patronage, day, patronageAbi, "claim", [memberId(who), [period], inShares]),
    ),
  ];
}
