// What the treasurer spent out of a budget, with words that everybody can read. Every time is in days before now.
import { encodeFunctionData } from "viem";
import { treasuryAbi } from "../../books/abi.ts";
import { commitmentOf } from "../../documents/envelope/commitment.ts";
import { EURO } from "./charter.ts";
import { Outsider, TREASURER } from "./people.ts";
import { account, daysAgo, type Happening, openingOf, type World } from "./world.ts";

/** Out of the first and only budget. */
export const spent = [
  { to: "garage", euros: 240, memo: "Brake pads for the wheelchair van", daysAgo: 41 },
  { to: "electrician", euros: 185, memo: "New cable at the charging point", daysAgo: 13 },
] as const;

export function spendingHappens(world: World): Happening[] {
  return spent.map(({ to, euros, memo, daysAgo: day }) => {
    const args = [1n, account(world, Outsider[to]), BigInt(euros) * EURO, commitmentOf(openingOf(memo))] as const;
    const data = encodeFunctionData({ abi: treasuryAbi, functionName: "spend", args });
    return { at: daysAgo(world, day), call: { from: account(world, TREASURER), to: world.coop.treasury, data } };
  });
}
