// The reserve, the body that would inherit it, and what the auditor said. Every time is in days before now.
import { encodeFunctionData } from "viem";
import { reserveAbi } from "../../books/abi.ts";
import { EURO } from "./charter.ts";
import { Outsider } from "./people.ts";
import { approve, mint } from "./test-euro.ts";
import { account, daysAgo, type Happening, hashOf, type World } from "./world.ts";

const ACCEPTED_DAYS_AGO = 101;
export const gift = { daysAgo: 64, euros: 1_500, memo: "From the Saturday bazaar, for the reserve" };
const OPINION = { daysAgo: 16, report: "The books of the first quarter agree with the chain.", clean: 1 };

export function reserveHappens(world: World): Happening[] {
  const { reserve, audits } = world.coop;
  const [giver, body, auditor] = [Outsider.fares, Outsider.foundation, Outsider.elif].map((one) => account(world, one));
  if (!giver || !body || !auditor) throw new Error("The story lacks somebody.");
  const amount = BigInt(gift.euros) * EURO;
  const at = daysAgo(world, gift.daysAgo);
  const args = [amount, hashOf(gift.memo)] as const;
  const deposits = encodeFunctionData({ abi: reserveAbi, functionName: "deposit", args });
  const accepts = encodeFunctionData({ abi: reserveAbi, functionName: "acceptBody" });
  const report = hashOf(OPINION.report);
  return [
    { at: daysAgo(world, ACCEPTED_DAYS_AGO), call: { from: body, to: reserve, data: accepts } },
    { at, call: mint(world.euro, giver, amount) },
    { at: at + 1, call: approve(world.euro, giver, reserve, amount) },
    { at: at + 2, call: { from: giver, to: reserve, data: deposits } },
    { at: daysAgo(world, OPINION.daysAgo), opinion: { from: auditor, to: audits, report, opinion: OPINION.clean } },
  ];
}
