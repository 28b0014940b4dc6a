// BLS12-381 as the relay needs it: signatures are added up, and one is checked alone only when a sum does not hold.
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { bytesToHex, type Hex, hexToBytes } from "viem";
import { BALLOT_TAG } from "../../books/ballot-key.ts";

const bls = bls12_381.longSignatures;
const G1 = bls12_381.G1.Point;
const G2 = bls12_381.G2.Point;

/** One signature for all of these; undefined when they add up to nothing or to a point of another group. */
export function addSignatures(signatures: readonly Hex[]): Hex | undefined {
  try {
    const sum = signatures.reduce((all, one) => all.add(G2.fromHex(one.slice(2))), G2.ZERO);
    return sum.is0() ? undefined : bytesToHex(sum.toBytes(false));
  } catch {
    return undefined;
  }
}

/** On the curve, in canonical form, and not nothing. Whether it is in the right group is found out with the signature. */
export function isPoint(text: Hex, of: "key" | "signature"): boolean {
  try {
    const point = (of === "key" ? G1 : G2).fromHex(text.slice(2));
    return !point.is0();
  } catch {
    return false;
  }
}

export function isInGroup(signature: Hex): boolean {
  try {
    G2.fromHex(signature.slice(2)).assertValidity();
    return true;
  } catch {
    return false;
  }
}

export function isSignedBy(key: Hex, message: Hex, signature: Hex): boolean {
  try {
    const [publicKey, point] = [G1.fromHex(key.slice(2)), G2.fromHex(signature.slice(2))];
    publicKey.assertValidity();
    point.assertValidity();
    return bls.verify(point, bls.hash(hexToBytes(message), BALLOT_TAG), publicKey);
  } catch {
    return false;
  }
}
