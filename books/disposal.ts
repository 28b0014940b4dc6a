// What resolutions disposed of in twelve months, and how much that may be (V7): told from the movements alone, while
// contracts/libraries/YearLib.sol keeps running figures by month.
import { OUTSIDE } from "./apply/treasury.ts";
import type { Coop, Move } from "./model.ts";
import { WHOLE } from "./rules.ts";

/** 365/12 days in seconds. */
const MONTH = (365 * 86_400) / 12;
/** The only fund that resolutions pay from. */
const OPERATING = 1;

export type Disposal = {
  /** Paid out this month and in the twelve before it. */
  disposed: bigint;
  /** The highest that all funds together held this month and in the eleven before it. */
  highest: bigint;
  /** What ordinary resolutions must stay below. */
  limit: bigint;
};

/** Of one asset at `now`, unix seconds. */
export function disposalOf(coop: Coop, asset: string, now: number): Disposal {
  const month = Math.floor(now / MONTH);
  const ofAsset = coop.moves.filter((move) => move.asset.toLowerCase() === asset.toLowerCase());
  let [held, highest, disposed] = [0n, 0n, 0n];
  for (const move of ofAsset) {
    const at = Math.floor(move.at / MONTH);
    const counts = at > month - 12;
    // What was held when the year began is a balance of that time too.
    if (counts && held > highest) highest = held;
    held += changeBy(move);
    if (counts && held > highest) highest = held;
    if (at >= month - 12 && isDisposal(move)) disposed += move.amount;
  }
  if (held > highest) highest = held;
  const share = coop.rules.get(coop.rulesVersion)?.voting.disposalShare ?? 0;
  return { disposed, highest, limit: shareUp(highest, BigInt(share)) };
}

/** After the close nothing is decided any more: the fund goes to the body. */
const isDisposal = ({ from, to, closed }: Move): boolean => from === OPERATING && to === OUTSIDE && !closed;

function changeBy({ from, to, amount }: Move): bigint {
  return (from === OUTSIDE ? amount : 0n) - (to === OUTSIDE ? amount : 0n);
}

function shareUp(whole: bigint, share: bigint): bigint {
  return (whole * share + BigInt(WHOLE) - 1n) / BigInt(WHOLE);
}
