// What a claim would hand over: the mirror of `Patronage._buy`, so that a member knows it before claiming (S1, S6).
import type { Holding, ShareTerms } from "../../../../books/coop.ts";

export type Outcome = { units: bigint; money: bigint };

type Holds = Pick<Holding, "units" | "promised" | "queued">;
type Bounds = Pick<ShareTerms, "par" | "minimum" | "maximum">;

/** Dividends are taken one by one, so that shares of one count towards the bounds of the next.
 * @param required the part that the charter asks to be taken in shares, basis points */
export function outcomeOf(
  amounts: readonly bigint[],
  inShares: boolean,
  required: number,
  holding: Holds,
  { par, minimum, maximum }: Bounds,
): Outcome {
  let units = 0n;
  for (const due of amounts) {
    const wanted = inShares ? due : (due * BigInt(required) + 9_999n) / 10_000n;
    const has = holding.units + holding.promised + units;
    const bought = least(least((wanted + par - 1n) / par, due / par), maximum > has ? maximum - has : 0n);
    if (bought > 0n && has - holding.queued + bought >= minimum) units += bought;
  }
  return { units, money: amounts.reduce((sum, due) => sum + due, 0n) - units * par };
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
