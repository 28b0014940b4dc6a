// What an asset is called in a ledger program, and its amounts there. The settlement token is counted in whole tokens. No event tells the
// decimals of any other asset, so these are counted in smallest units, under a name made of their address.
import type { Token } from "../books.ts";
import { decimalOf } from "../csv.ts";

export type Commodity = { name: string; address: string; decimals: number };

/** Words that beancount keeps for itself. */
const RESERVED = ["TRUE", "FALSE", "NULL"];
/** As long as beancount allows. */
const HEX_DIGITS = 22;
const LONGEST = 20;

export function commodityOf(asset: string, token: Token): Commodity {
  const address = asset.toLowerCase();
  const isToken = address === token.address.toLowerCase();
  if (!isToken) return { name: `T-${address.slice(2, 2 + HEX_DIGITS).toUpperCase()}`, address, decimals: 0 };
  return { name: nameOf(token.symbol), address, decimals: token.decimals };
}

/** Capital letters and digits, a letter first, at least two: a token may call itself anything. */
function nameOf(symbol: string): string {
  const plain = symbol
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, "")
    .slice(0, LONGEST);
  const isFit = /^[A-Z][A-Z0-9]+$/.test(plain) && !RESERVED.includes(plain);
  return isFit ? plain : `TOKEN${plain}`.slice(0, LONGEST);
}

export const amountOf = (amount: bigint, { decimals }: Commodity): string => decimalOf(amount, decimals);
