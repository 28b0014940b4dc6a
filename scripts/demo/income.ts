// What came in beside the market: day tickets of every week; grants, and what was given for machines.
import { encodeFunctionData } from "viem";
import { treasuryAbi } from "../../books/abi.ts";
import { EURO } from "./charter.ts";
import { Outsider } from "./people.ts";
import type { Random } from "./random.ts";
import { approve, mint } from "./test-euro.ts";
import { account, daysAgo, type Happening, hashOf, type World } from "./world.ts";

const OPERATING_FUND = 1;
const COMMONS_FUND = 3;
const FIRST_WEEK_DAYS_AGO = 110;
const LAST_WEEK_DAYS_AGO = 3;
const WEEKLY_TICKETS = [2_900, 4_600] as const;
const GRANT = { daysAgo: 66, euros: 8_000, memo: "Grant of the city for wheelchair lifts" };
const FOR_MACHINES = [
  { daysAgo: 112, euros: 3_000, memo: "The city's part of a charging point at the ferry" },
  { daysAgo: 71, euros: 6_500, memo: "Left to us by a rider, for machines" },
];

export function incomeHappens(world: World, random: Random): Happening[] {
  const happenings = deposit(world, GRANT.daysAgo, BigInt(GRANT.euros) * EURO, GRANT.memo);
  for (const gift of FOR_MACHINES) {
    happenings.push(...deposit(world, gift.daysAgo, BigInt(gift.euros) * EURO, gift.memo, COMMONS_FUND));
  }
  for (let day = FIRST_WEEK_DAYS_AGO; day >= LAST_WEEK_DAYS_AGO; day -= 7) {
    const cents = BigInt(random.between(WEEKLY_TICKETS[0] * 100, WEEKLY_TICKETS[1] * 100));
    const date = new Date(daysAgo(world, day) * 1_000).toISOString().slice(0, 10);
    happenings.push(...deposit(world, day, (cents * EURO) / 100n, `Day tickets of the week to ${date}`));
  }
  return happenings;
}

function deposit(world: World, day: number, amount: bigint, memo: string, fund = OPERATING_FUND): Happening[] {
  const from = account(world, Outsider.fares);
  const at = daysAgo(world, day);
  const treasury = world.coop.treasury;
  const data = encodeFunctionData({
    abi: treasuryAbi,
    functionName: "deposit",
    args: [fund, world.euro, amount, hashOf(memo)],
  });
  return [
    { at, call: mint(world.euro, from, amount) },
    { at: at + 1, call: approve(world.euro, from, treasury, amount) },
    { at: at + 2, call: { from, to: treasury, data } },
  ];
}
