// Whether a member can buy or pay for so many shares (S1).
import { t } from "../../../../books/say.ts";
import { inFigures } from "../../shared/format/units.ts";

type Held = { units: bigint; promised: bigint; queued: bigint };
type Bounds = { par: bigint; minimum: bigint; maximum: bigint; money: bigint };

const NOT_ENOUGH = t`There is not enough money in your account for so many.`;

/** What is wrong with it, in words; nothing when it is in order. */
export function mistakeInBuying(
  units: bigint | undefined,
  promised: bigint | undefined,
  held: Held,
  { par, minimum, maximum, money }: Bounds,
): string | undefined {
  if (units === undefined || promised === undefined || units + promised === 0n)
    return t`Write a whole number of shares.`;
  const all = held.units + held.promised + units + promised;
  if (all - held.queued < minimum) return t`Members who hold shares hold at least ${inFigures(minimum)}.`;
  if (all > maximum) return t`Members hold at most ${inFigures(maximum)} shares, promised ones included.`;
  return units * par > money ? NOT_ENOUGH : undefined;
}

/** Paying for promised shares. */
export function mistakeInInstalment(
  units: bigint | undefined,
  promised: bigint,
  { par, money }: Pick<Bounds, "par" | "money">,
): string | undefined {
  if (units === undefined || units === 0n) return t`Write a whole number of shares.`;
  if (units > promised) return t`You have promised ${inFigures(promised)}.`;
  return units * par > money ? NOT_ENOUGH : undefined;
}
