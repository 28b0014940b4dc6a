// Sums as files for people write them.
import type { Token } from "../books.ts";
import { decimalOf } from "../csv.ts";

/** "6,800.00 EUR", with parts of a cent only where there are any; without a token, what the chain has. */
export function moneyOf(amount: bigint, token: Pick<Token, "decimals" | "symbol"> | undefined): string {
  if (!token) return `${amount} smallest units`;
  const [whole = "0", part = ""] = decimalOf(amount, token.decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const cents = part.replace(/0+$/, "").padEnd(2, "0");
  return `${grouped}.${cents} ${token.symbol}`;
}
