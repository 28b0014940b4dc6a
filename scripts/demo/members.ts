// How people joined and what they paid in, and who left.
import { type Abi, encodeFunctionData } from "viem";
import { memberRegisterAbi, memberSharesAbi } from "../../books/abi.ts";
import { NO_PERMIT } from "../deploy/charter.ts";
import { Class, EURO } from "./charter.ts";
import { BOARD, FOUNDED_DAYS_AGO, type Person } from "./people.ts";
import type { Random } from "./random.ts";
import { approve, mint } from "./test-euro.ts";
import { account, commitmentOf, daysAgo, type Happening, hashOf, type World } from "./world.ts";

/** One in so many members has not bought shares yet. */
const WITHOUT_SHARES = 6;
/** Shares that members of a class take, in steps of ten. */
const TENS: Record<number, readonly [number, number]> = {
  [Class.Drivers]: [10, 50],
  [Class.Riders]: [1, 10],
  [Class.Staff]: [5, 25],
  [Class.Supporters]: [10, 100],
};
/** Everybody of the story has a little money in the pocket. */
const POCKET = 250n * EURO;
/** Nobody has applied before this day. */
const FIRST_APPLIED = FOUNDED_DAYS_AGO - 0.3;

export function membersHappen(world: World, people: readonly Person[], random: Random): Happening[] {
  return people.flatMap((person) => [...entering(world, person, random), ...leaving(world, person)]);
}

/** A call of the register by an account of the story. */
export function register(
  world: World,
  place: number,
  day: number,
  functionName: string,
  args: unknown[] = [],
): Happening {
  const data = encodeFunctionData({ abi: memberRegisterAbi as Abi, functionName, args });
  return { at: daysAgo(world, day), call: { from: account(world, place), to: world.coop.register, data } };
}

/** A founder buys shares on the first days; everybody else applies, is accepted, and joins with the shares it takes. */
function entering(world: World, person: Person, random: Random): Happening[] {
  const { account: place, joinedDaysAgo } = person;
  const [least, most] = TENS[person.class] ?? [1, 1];
  const taken = person.promised ? 50n : 10n * BigInt(random.between(least, most));
  const units = place % WITHOUT_SHARES === WITHOUT_SHARES - 1 ? 0n : taken;
  if (joinedDaysAgo === FOUNDED_DAYS_AGO) {
    const day = joinedDaysAgo - 0.2 - random.next() * 0.8;
    const data = encodeFunctionData({ abi: memberSharesAbi, functionName: "subscribe", args: [units, 0n] });
    const call = { from: account(world, place), to: world.coop.shares, data };
    return [...paying(world, place, day, units), ...(units === 0n ? [] : [{ at: daysAgo(world, day), call }])];
  }
  const applied = Math.min(FIRST_APPLIED - place / 1_000, joinedDaysAgo + 1 + random.next() * 4);
  const accepted = joinedDaysAgo + (applied - joinedDaysAgo) * 0.4;
  const director = random.pick(BOARD);
  return [
    register(world, place, applied, "applyFor", [person.class, commitmentOf(place)]),
    register(world, director, accepted, "accept", [account(world, place), hashOf(`one person ${place}`)]),
    ...paying(world, place, joinedDaysAgo, units),
    register(world, place, joinedDaysAgo, "join", [units, person.promised ?? 0n, NO_PERMIT]),
  ];
}

/** Money for shares and for the pocket, a little before. */
function paying(world: World, place: number, day: number, units: bigint): Happening[] {
  const at = daysAgo(world, day);
  const from = account(world, place);
  const pocket = { at: at - 2, call: mint(world.euro, from, units * EURO + POCKET) };
  if (units === 0n) return [pocket];
  return [pocket, { at: at - 1, call: approve(world.euro, from, world.coop.treasury, units * EURO) }];
}

function leaving(world: World, { account: place, leftDaysAgo }: Person): Happening[] {
  return leftDaysAgo === undefined ? [] : [register(world, place, leftDaysAgo, "resign")];
}
