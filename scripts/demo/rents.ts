// What became of the machines: bought, let, paid for, given back, offered again; and who took its share of the rent. Every time is
// in days before now.
import { type Abi, type Address, encodeFunctionData } from "viem";
import { commonsIncomeAbi, machineRegisterAbi } from "../../books/abi.ts";
import { NO_PERMIT } from "../deploy/charter.ts";
import { EURO } from "./charter.ts";
import { machineOf, machines, numberOf } from "./machines.ts";
import { memberId, TREASURER } from "./people.ts";
import { approve, mint } from "./test-euro.ts";
import { account, daysAgo, type Happening, type World } from "./world.ts";

/** The lessee of the trailer has no use for it any more, and two others bid rent for it. */
export const givenBack = { key: "cargo-trailer", daysAgo: 12 };
export const auction = {
  key: "cargo-trailer",
  offered: { by: 10, daysAgo: 5 },
  bids: [
    { who: 10, euros: 22, daysAgo: 4.4 },
    { who: 24, euros: 26, daysAgo: 1.6 },
  ],
};
/** Which members took their income so far. */
export const incomeTaken = [
  { who: 4, daysAgo: 56 },
  { who: 8, daysAgo: 27 },
  { who: 11, daysAgo: 26 },
  { who: 30, daysAgo: 18.5 },
  { who: 4, daysAgo: 5.5 },
] as const;

export function rentsHappen(world: World): Happening[] {
  const { machines: register, income } = world.coop;
  const call = (
    to: Address,
    abi: readonly unknown[],
    place: number,
    day: number,
    functionName: string,
    args: unknown[],
  ) => {
    const data = encodeFunctionData({ abi: abi as Abi, functionName, args });
    return { at: daysAgo(world, day), call: { from: account(world, place), to, data } };
  };
  const does = (place: number, day: number, functionName: string, args: unknown[]): Happening =>
    call(register, machineRegisterAbi, place, day, functionName, args);
  const paying = (place: number, day: number, euros: number, functionName: string, args: unknown[]): Happening[] => {
    const [from, amount, at] = [account(world, place), BigInt(euros) * EURO, daysAgo(world, day)];
    return [
      { at: at - 2, call: mint(world.euro, from, amount) },
      { at: at - 1, call: approve(world.euro, from, world.coop.treasury, amount) },
      does(place, day, functionName, [...args, amount, NO_PERMIT]),
    ];
  };
  const offered = numberOf(auction.key);
  return [
    ...machines.flatMap(({ key, lessee, boughtDaysAgo, rents }) => [
      ...(boughtDaysAgo === undefined ? [] : [does(TREASURER, boughtDaysAgo, "buy", [numberOf(key)])]),
      ...rents.flatMap(([day, euros]) => paying(lessee, day, euros, "payRent", [numberOf(key), memberId(lessee)])),
    ]),
    does(machineOf(givenBack.key).lessee, givenBack.daysAgo, "giveBack", [numberOf(givenBack.key)]),
    does(auction.offered.by, auction.offered.daysAgo, "offer", [offered]),
    ...auction.bids.flatMap(({ who, euros, daysAgo: day }) => paying(who, day, euros, "bid", [offered])),
    ...incomeTaken.map(({ who, daysAgo: day }) => call(income, commonsIncomeAbi, who, day, "claim", [memberId(who)])),
  ];
}
