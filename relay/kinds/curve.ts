// BLS12-381 as the relay needs it. Points are read in native code, some thirty times as fast as in JavaScript; it fixes the tag that
// messages are hashed with, so what a batch comes down to, one pairing, is checked in JavaScript.
import { aggregateSignatures, aggregateWithRandomness, PublicKey, Signature } from "@chainsafe/blst";
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { bytesToHex, type Hex, hexToBytes } from "viem";
import { BALLOT_TAG } from "../../books/ballot-key.ts";

const bls = bls12_381.longSignatures;
const G1 = bls12_381.G1.Point;
const G2 = bls12_381.G2.Point;

export type Signed = { key: Hex; signature: Hex };

/** On the curve, in the right group, in canonical form, and not nothing. */
export const isKey = (key: Hex): boolean => reads(() => PublicKey.fromBytes(hexToBytes(key), true));
export const isSignature = (signature: Hex): boolean => reads(() => readSignature(signature));

/** One signature for all of these; undefined when they add up to nothing. */
export function addSignatures(signatures: readonly Hex[]): Hex | undefined {
  const sum = bytesToHex(aggregateSignatures(signatures.map(readSignature)).toBytes(false));
  return isSignature(sum) ? sum : undefined;
}

/**
 * Those whose key signed the message. Each signature and its key are taken a random number of times, so that bad ones can not make up
 * for each other, and all are checked at once; where that fails each half is, until the bad ones are alone.
 */
export function signedOf<T extends Signed>(message: Hex, papers: readonly T[]): T[] {
  const hash = bls.hash(hexToBytes(message), BALLOT_TAG);
  const good = (some: readonly T[]): T[] => {
    if (some.length === 0) return [];
    if (allSigned(hash, some)) return [...some];
    if (some.length === 1) return [];
    const middle = some.length >> 1;
    return [...good(some.slice(0, middle)), ...good(some.slice(middle))];
  };
  return good(papers);
}

function allSigned(hash: ReturnType<typeof bls.hash>, papers: readonly Signed[]): boolean {
  const sets = papers.map(({ key, signature }) => ({
    pk: PublicKey.fromBytes(hexToBytes(key)),
    sig: hexToBytes(signature),
  }));
  const { pk, sig } = aggregateWithRandomness(sets);
  return bls.verify(G2.fromBytes(sig.toBytes(false)), hash, G1.fromBytes(pk.toBytes(false)));
}

const readSignature = (signature: Hex): Signature => Signature.fromBytes(hexToBytes(signature), true);

function reads(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
