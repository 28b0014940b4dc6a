// What a memo hash stands for, where the words are public: a line of a proposal's text, or all of it.
import { keccak256, toHex, zeroHash } from "viem";
import { asName } from "../format/lookalikes.ts";
import { BUDGET, GIFT, MACHINE, PURPOSE } from "./text.ts";

const OPENINGS = [PURPOSE, MACHINE, BUDGET, GIFT];

export const memoOf = (words: string): `0x${string}` => keccak256(toHex(words));

/** The words whose hash is `memo`; undefined when they are not in the text. */
export function purposeIn(description: string, memo: string): string | undefined {
  if (memo === zeroHash) return undefined;
  const lines = description.split(/\r?\n/).map((line) => line.trim());
  for (const line of lines) {
    const opening = OPENINGS.find((one) => line.startsWith(one)) ?? "";
    const words = line.slice(opening.length);
    if (memoOf(words) === memo || memoOf(line) === memo) return asName(words);
  }
  return memoOf(description) === memo ? asName(lines[0] ?? "") : undefined;
}
