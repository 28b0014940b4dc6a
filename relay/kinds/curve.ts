// BLS12-381 as the relay needs it. Points are read and added in native code, some thirty times as fast as in JavaScript; it fixes the
// tag that messages are hashed with, so what a batch comes down to, one pairing, is checked in JavaScript.
import {
  aggregateSerializedSignatures,
  aggregateSignatures,
  asyncAggregateWithRandomness,
  PublicKey,
  Signature,
} from "@chainsafe/blst";
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { bytesToHex, type Hex } from "viem";
import { BALLOT_TAG } from "../../books/ballot-key.ts";

const bls = bls12_381.longSignatures;
const G1 = bls12_381.G1.Point;
const G2 = bls12_381.G2.Point;
/** In the first byte of a point that is nothing. */
const NOTHING = 0x40;

/** Of a key that is registered: whoever registered it has proved that it is in the right group. */
export type Signed = { message: Hex; key: Hex; signature: Hex };

/** On the curve and in canonical form. */
export const isKey = (key: Hex): boolean => reads(() => PublicKey.fromBytes(bytesOf(key)));
/** On the curve, in canonical form, and not nothing; whether in the right group, its batch is asked. */
export function isSignature(signature: Hex): boolean {
  const bytes = bytesOf(signature);
  return (Number(bytes[0]) & NOTHING) === 0 && reads(() => Signature.fromBytes(bytes));
}

/** One signature for all of these, each of which was checked; undefined when they add up to nothing. */
export function addSignatures(signatures: readonly Hex[]): Hex | undefined {
  const sum = aggregateSerializedSignatures(signatures.map(bytesOf), false).toBytes(false);
  return (Number(sum[0]) & NOTHING) === 0 ? bytesToHex(sum) : undefined;
}

/**
 * Those whose key signed their message. Each signature and its key are taken a random number of times, so that bad ones can not make
 * up for each other, and all are checked at once; where that fails each half is, until the bad ones are alone.
 */
export async function signedOf<T extends Signed>(papers: readonly T[]): Promise<T[]> {
  if (papers.length === 0) return [];
  if (await allSigned(papers)) return [...papers];
  const grouped = papers.filter(({ signature }) => reads(() => Signature.fromBytes(bytesOf(signature), true)));
  if (grouped.length < papers.length) return signedOf(grouped);
  if (papers.length === 1) return [];
  const middle = papers.length >> 1;
  return [...(await signedOf(papers.slice(0, middle))), ...(await signedOf(papers.slice(middle)))];
}

async function allSigned(papers: readonly Signed[]): Promise<boolean> {
  const alike = [...Map.groupBy(papers, ({ message }) => message)];
  try {
    // Beside this thread, which has others to answer meanwhile.
    const sums = await Promise.all(alike.map(([, some]) => asyncAggregateWithRandomness(some.map(setOf))));
    const sum = aggregateSignatures(sums.map(({ sig }) => sig)).toBytes(false);
    const items = sums.map(({ pk }, i) => ({
      message: hashOf(alike[i]?.[0] ?? "0x"),
      publicKey: G1.fromBytes(pk.toBytes(false)),
    }));
    return bls.verifyBatch(G2.fromBytes(sum), items);
  } catch {
    // One is not in the right group.
    return false;
  }
}

const setOf = ({ key, signature }: Signed) => ({ pk: PublicKey.fromBytes(bytesOf(key)), sig: bytesOf(signature) });

type Hash = ReturnType<typeof bls.hash>;
const hashes = new Map<Hex, Hash>();
const MOST_HASHES = 1_024;

/** The same few for every ballot of a vote. */
function hashOf(message: Hex): Hash {
  const known = hashes.get(message);
  if (known) return known;
  if (hashes.size >= MOST_HASHES) hashes.clear();
  const hash = bls.hash(bytesOf(message), BALLOT_TAG);
  hashes.set(message, hash);
  return hash;
}

/** Of text that is known to be hexadecimal. */
const bytesOf = (hex: Hex): Uint8Array => Buffer.from(hex.slice(2), "hex");

function reads(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
