// The founders of a charter as the contracts take them: twelve in the call that founds, the others in a second one.
import type { Hex } from "../event.ts";
import type { Charter, Founder } from "./charter.ts";

/** So many the factory admits itself. */
export const FIRST_FOUNDERS = 12;
/** So many more fit the second call: one transaction of 16.7 million gas. */
export const MOST_FURTHER = 150;

const NOBODY: Hex = `0x${"0".repeat(64)}`;
const WORD = 64;

/** A charter as `ICoopFactory.found` takes it, and the list that `IDirectory.admitFounders` takes afterwards, if any. */
export type HandedIn = { charter: Charter & { furtherFounders: Hex }; further: readonly Founder[] };

/** `keccak256` hashes bytes: books have no hash function of their own. */
export function handedIn(charter: Charter, keccak256: (data: Hex) => Hex): HandedIn {
  const further = charter.founders.slice(FIRST_FOUNDERS);
  const furtherFounders = further.length === 0 ? NOBODY : keccak256(encodedFounders(further));
  return { charter: { ...charter, founders: charter.founders.slice(0, FIRST_FOUNDERS), furtherFounders }, further };
}

/** The ABI encoding of `Founder[]`, whose hash the charter names. */
export function encodedFounders(founders: readonly Founder[]): Hex {
  const words = founders.flatMap((one) => [
    word(BigInt(one.account)),
    word(BigInt(one.class)),
    one.commitment.slice(2),
  ]);
  return `0x${[word(0x20n), word(BigInt(founders.length)), ...words].join("").toLowerCase()}`;
}

const word = (value: bigint): string => value.toString(16).padStart(WORD, "0");
