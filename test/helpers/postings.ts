// Changes postings in the text of a journal by one smallest unit, as somebody might who wants the books to say something else.

/** A posting with its amount; hledger has the balance after it, which stays. */
const POSTING = /^( +[A-Z][\w-]*(?::[\w-]+)+ {2})(-?\d+(?:\.\d+)?)( .+)$/gm;

export const countPostings = (text: string): number => [...text.matchAll(POSTING)].length;

/** @param by units to add, by the number of the posting from 0 */
export function withPostings(text: string, by: ReadonlyMap<number, bigint>): string {
  let number = -1;
  return text.replaceAll(POSTING, (_, before: string, amount: string, after: string) => {
    number += 1;
    return `${before}${plus(amount, by.get(number) ?? 0n)}${after}`;
  });
}

/** In the last decimal that is written. */
function plus(amount: string, units: bigint): string {
  const decimals = amount.split(".")[1]?.length ?? 0;
  const changed = BigInt(amount.replace(".", "")) + units;
  const digits = String(changed < 0n ? -changed : changed).padStart(decimals + 1, "0");
  const whole = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return changed < 0n ? `-${whole}` : whole;
}
