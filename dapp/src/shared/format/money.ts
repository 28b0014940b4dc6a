// Amounts of the settlement token, as people write money.

import { formatUnits, parseUnits } from "viem";
import { t } from "../../../../books/say.ts";
import type { Settlement } from "../chain/settlement.ts";

type Unit = Pick<Settlement, "symbol" | "decimals">;

/** "€1,250.00"; parts of a cent only where there are any, and no cents of what has none. */
export function formatMoney(amount: bigint, unit: Unit): string {
  const [whole = "0", part = ""] = formatUnits(amount < 0n ? -amount : amount, unit.decimals).split(".");
  const grouped = BigInt(whole).toLocaleString("en-GB");
  const sign = amount < 0n ? "−" : "";
  const figures = unit.decimals === 0 ? grouped : `${grouped}.${part.padEnd(2, "0")}`;
  return isEuro(unit) ? `${sign}€${figures}` : `${sign}${figures} ${unit.symbol}`.trimEnd();
}

/** An amount as it stands in a field. */
export const moneyInField = (amount: bigint, unit: Unit): string =>
  formatMoney(amount, { ...unit, symbol: "" })
    .trim()
    .replaceAll(",", "");

/** "€1,250.00" without parts of a cent, which nobody can be paid: rounded down. */
export const formatCents = (amount: bigint, unit: Unit): string => formatMoney(amount - (amount % centOf(unit)), unit);

/** At least so much, where a person can write whole cents only: rounded up. */
export function centsUp(amount: bigint, unit: Unit): bigint {
  const cent = centOf(unit);
  return ((amount + cent - 1n) / cent) * cent;
}

/** Parts of a whole in whole cents that add up to the whole: each is within a cent of what it is. */
export function partsInCents(parts: readonly bigint[], unit: Unit): bigint[] {
  const cent = centOf(unit);
  let [sum, shown] = [0n, 0n];
  return parts.map((part) => {
    sum += part;
    const own = sum - (sum % cent) - shown;
    shown += own;
    return own;
  });
}

export const centOf = ({ decimals }: Pick<Unit, "decimals">): bigint => 10n ** BigInt(Math.max(0, decimals - 2));

export const isEuro = ({ symbol }: Unit): boolean => /eur/i.test(symbol);

/** What to call the unit in a form. */
export const unitName = (unit: Unit): string => (isEuro(unit) ? t`euros` : unit.symbol);

/** Reads "1250", "1,250.50" or "12,50"; undefined when it can mean two things or nothing. */
export function parseMoney(text: string, unit: Unit): bigint | undefined {
  const written = text
    .trim()
    .replace(/^€\s*|\s*€$/g, "")
    .replaceAll(/[\s'’]/g, "");
  const plain = normalise(written);
  if (plain === undefined) return undefined;
  const decimals = plain.split(".")[1]?.length ?? 0;
  if (decimals > Math.min(unit.decimals, 2)) return undefined;
  const amount = parseUnits(plain, unit.decimals);
  return amount > 0n ? amount : undefined;
}

function normalise(text: string): string | undefined {
  if (/^\d+$/.test(text)) return text;
  if (/^\d+[.,]\d{1,2}$/.test(text)) return text.replace(",", ".");
  if (/^\d{1,3}(,\d{3})+(\.\d{1,2})?$/.test(text)) return text.replaceAll(",", "");
  if (/^\d{1,3}(\.\d{3})+,\d{1,2}$/.test(text)) return text.replaceAll(".", "").replace(",", ".");
  return undefined;
}
