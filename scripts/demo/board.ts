// What directors decided together (B1): one suspension carried out, and one that waits for a second director. Every time is in
// days before now.
import { encodeFunctionData, type Hex } from "viem";
import { boardAbi, memberRegisterAbi } from "../../books/abi.ts";
import { DAY } from "../deploy/charter.ts";
import { BOARD, memberId } from "./people.ts";
import { account, type Call, daysAgo, type Happening, hashOf, type World } from "./world.ts";

export type SuspensionAct = {
  who: number;
  /** Until so many days from now. */
  daysToCome: number;
  reason: string;
  decided: { by: number; daysAgo: number };
  carriedOut?: { by: number; daysAgo: number };
};

/** In the order in which they were decided, so that their numbers count from 1. */
export const suspensions: readonly SuspensionAct[] = [
  {
    who: 25,
    daysToCome: 18,
    reason: "Three riders were left standing without a word.",
    decided: { by: BOARD[0] as number, daysAgo: 3.6 },
    carriedOut: { by: BOARD[1] as number, daysAgo: 3 },
  },
  {
    who: 37,
    daysToCome: 10,
    reason: "Smoked in a car that carries children.",
    decided: { by: BOARD[2] as number, daysAgo: 0.7 },
  },
];

export function boardHappens(world: World): Happening[] {
  return suspensions.flatMap(({ reason, decided, carriedOut }, i) => {
    const args = [world.coop.register, suspends(world, i), hashOf(reason)] as const;
    const data = encodeFunctionData({ abi: boardAbi, functionName: "decide", args });
    const call = { from: account(world, decided.by), to: world.coop.board, data };
    const deciding = { at: daysAgo(world, decided.daysAgo), call };
    if (!carriedOut) return [deciding];
    const by = account(world, carriedOut.by);
    return [deciding, { at: daysAgo(world, carriedOut.daysAgo), ...carryOut(world, i, by) }];
  });
}

/** The call by which another director carries out the act at this place of the list. */
export function carryOut(world: World, i: number, from: Call["from"]): { call: Call } {
  const args = [BigInt(i + 1), world.coop.register, suspends(world, i)] as const;
  return {
    call: { from, to: world.coop.board, data: encodeFunctionData({ abi: boardAbi, functionName: "carryOut", args }) },
  };
}

function suspends(world: World, i: number): Hex {
  const { who, daysToCome, reason } = suspensions[i] as SuspensionAct;
  const args = [memberId(who), world.now + daysToCome * DAY, hashOf(reason)] as const;
  return encodeFunctionData({ abi: memberRegisterAbi, functionName: "suspend", args });
}
