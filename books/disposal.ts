// What resolutions disposed of in twelve months, and how much that may be (V7): told from the movements and the budgets,
// while contracts/libraries/YearLib.sol keeps running figures by month.
import { COMMONS, COMMUNITY, fundOfMachine, OPERATING, OUTSIDE, UPKEEP } from "./funds.ts";
import type { Budget, Coop, Move } from "./model.ts";
import { WHOLE } from "./rules.ts";

/** 365/12 days in seconds. */
const MONTH = (365 * 86_400) / 12;
/** The funds that resolutions and budgets spend. */
const SPENT = [OPERATING, COMMONS, UPKEEP, COMMUNITY];

export type Disposal = {
  /** Paid out, set aside for machines and granted as budgets this month and in the twelve before it. */
  disposed: bigint;
  /** The highest that all funds together held this month and in the eleven before it. */
  highest: bigint;
  /** What ordinary resolutions must stay below. */
  limit: bigint;
};

/** Of one asset at `now`, unix seconds. A budget counts whole when it is granted, and not again when it is spent. */
export function disposalOf(coop: Coop, budgets: Iterable<Budget>, asset: string, now: number): Disposal {
  const month = monthOf(now);
  const ofAsset = coop.moves.filter((move) => move.asset.toLowerCase() === asset.toLowerCase());
  let [held, highest, disposed] = [0n, 0n, 0n];
  for (const move of ofAsset) {
    const at = monthOf(move.at);
    const counts = at > month - 12;
    // What was held when the year began is a balance of that time too.
    if (counts && held > highest) highest = held;
    held += changeBy(move);
    if (counts && held > highest) highest = held;
    if (at >= month - 12 && isDisposal(move)) disposed += move.amount;
  }
  if (held > highest) highest = held;
  for (const budget of budgets) {
    if (budget.asset.toLowerCase() !== asset.toLowerCase()) continue;
    if (monthOf(budget.at) >= month - 12) disposed += budget.amount;
    for (const { at, amount } of budget.spent) if (monthOf(at) >= month - 12) disposed -= amount;
  }
  const share = coop.rules.get(coop.rulesVersion)?.voting.disposalShare ?? 0;
  return { disposed, highest, limit: shareUp(highest, BigInt(share)) };
}

const monthOf = (at: number): number => Math.floor(at / MONTH);

/** After the close nothing is decided any more: the funds go to the body. A surplus is divided by its own rules. */
function isDisposal({ from, to, closed, via }: Move): boolean {
  if (to === OUTSIDE) return SPENT.includes(from) && !closed && via !== "surplus";
  return from === COMMONS && fundOfMachine(to) !== undefined;
}

function changeBy({ from, to, amount }: Move): bigint {
  return (from === OUTSIDE ? amount : 0n) - (to === OUTSIDE ? amount : 0n);
}

function shareUp(whole: bigint, share: bigint): bigint {
  return (whole * share + BigInt(WHOLE) - 1n) / BigInt(WHOLE);
}
