// How people joined, what they paid in, and who left.
import { encodeFunctionData, encodePacked, type Hex, keccak256 } from "viem";
import { memberRegisterAbi, memberSharesAbi } from "../../books/abi.ts";
import { Class, EURO } from "./charter.ts";
import { BOARD, FOUNDED_DAYS_AGO, type Person } from "./people.ts";
import type { Random } from "./random.ts";
import { approve, mint } from "./test-euro.ts";
import { account, daysAgo, type Happening, type World } from "./world.ts";

/** One in so many members has not subscribed shares yet. */
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

/** A salted hash of an application that, in the demo, nobody wrote. */
export function commitmentOf(place: number): Hex {
  return keccak256(encodePacked(["string", "uint256"], ["application", BigInt(place)]));
}

export function membersHappen(world: World, people: readonly Person[], random: Random): Happening[] {
  return people.flatMap((person) => [
    ...admission(world, person, random),
    ...subscription(world, person, random),
    ...leaving(world, person),
  ]);
}

function admission(world: World, person: Person, random: Random): Happening[] {
  if (person.joinedDaysAgo === FOUNDED_DAYS_AGO) return [];
  const data = encodeFunctionData({
    abi: memberRegisterAbi,
    functionName: "admit",
    args: [account(world, person.account), person.class, commitmentOf(person.account)],
  });
  const from = account(world, random.pick(BOARD));
  return [{ at: daysAgo(world, person.joinedDaysAgo), call: { from, to: world.coop.register, data } }];
}

function subscription(world: World, person: Person, random: Random): Happening[] {
  const [least, most] = TENS[person.class] ?? [1, 1];
  const units = 10n * BigInt(random.between(least, most));
  const at = daysAgo(world, person.joinedDaysAgo - 0.2 - random.next() * 0.8);
  const { euro } = world;
  const shares = world.coop.shares;
  const from = account(world, person.account);
  const pocket = { at, call: mint(euro, from, units * EURO + POCKET) };
  if (person.account % WITHOUT_SHARES === WITHOUT_SHARES - 1) return [pocket];
  const data = encodeFunctionData({ abi: memberSharesAbi, functionName: "subscribe", args: [units, 0n] });
  return [
    pocket,
    { at: at + 1, call: approve(euro, from, world.coop.treasury, units * EURO) },
    { at: at + 2, call: { from, to: shares, data } },
  ];
}

function leaving(world: World, { account: place, leftDaysAgo }: Person): Happening[] {
  if (leftDaysAgo === undefined) return [];
  const data = encodeFunctionData({ abi: memberRegisterAbi, functionName: "resign" });
  return [{ at: daysAgo(world, leftDaysAgo), call: { from: account(world, place), to: world.coop.register, data } }];
}
