// Whether a first subscription is possible (S1).
import { t } from "../../../../books/say.ts";
import { inFigures } from "../../shared/format/units.ts";

type Bounds = { par: bigint; minimum: bigint; maximum: bigint; money: bigint };

/** What is wrong with it, in words; nothing when it is in order. No shares at all is in order too. */
export function mistakeInJoining(
  units: bigint | undefined,
  promised: bigint | undefined,
  { par, minimum, maximum, money }: Bounds,
): string | undefined {
  if (units === undefined || promised === undefined) return t`Write whole numbers of shares.`;
  const all = units + promised;
  if (all > 0n && all < minimum) return t`Members who hold shares hold at least ${inFigures(minimum)}.`;
  if (all > maximum) return t`Members hold at most ${inFigures(maximum)} shares.`;
  if (money === 0n && units > 0n) {
    return t`There is no money in this account yet. Put some there first, or write 0: you join now and pay for shares later.`;
  }
  if (units * par > money) {
    return t`There is not enough money in this account for so many. Pay for fewer now, and the rest in instalments.`;
  }
  return undefined;
}
