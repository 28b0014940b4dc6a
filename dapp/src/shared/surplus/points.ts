// Points as people read them: in the unit of money, as each stands for a unit of the members' part of a fee.
import { t } from "../../../../books/say.ts";
import type { Settlement } from "../chain/settlement.ts";
import { inFull } from "../format/inFull.ts";
import { formatCents, formatMoney } from "../format/money.ts";

type Unit = Pick<Settlement, "decimals">;
type Money = Pick<Settlement, "decimals" | "symbol">;

export const inPoints = (points: bigint, { decimals }: Unit): string =>
  formatCents(points, { decimals, symbol: "" }).trim();

/** With all decimals, where a column of them is added up. */
export const inFullPoints = (points: bigint, { decimals }: Unit): string =>
  inFull(points, { decimals, symbol: "" }).trim();

/** "0.50 points". */
export function pointsWords(points: bigint, unit: Unit): string {
  const figures = inPoints(points, unit);
  return `${figures} ${figures === "1.00" ? t`point` : t`points`}`;
}

/** What one point brings of a pot, rounded down to a hundredth of a cent: "€0.4312". */
export function perPoint(pot: bigint, points: bigint, unit: Money): string {
  const one = 10n ** BigInt(unit.decimals);
  const fine = unit.decimals > 4 ? 10n ** BigInt(unit.decimals - 4) : 1n;
  const brings = points === 0n ? 0n : (pot * one) / points;
  return formatMoney(brings - (brings % fine), unit);
}
