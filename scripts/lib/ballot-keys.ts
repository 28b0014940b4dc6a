// Ballot keys and what they sign (BLS12-381, keys in G1, signatures in G2), as BallotKeys.sol and AggregatedBallots.sol check them.
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { type Address, bytesToHex, concatHex, type Hex, hexToBytes, keccak256, toHex } from "viem";
import {
  BALLOT_TAG,
  ballotBytes,
  ballotKeysDomain,
  KEY_FIELDS,
  type KeyBallot,
  PROOF_TAG,
  proofBytes,
} from "../../books/ballot-key.ts";

const bls = bls12_381.longSignatures;
const G1 = bls12_381.G1.Point;
const G2 = bls12_381.G2.Point;

export { BALLOT_TAG, PROOF_TAG };

/** The public key, 96 bytes: x and y, big-endian, not compressed. */
export const ballotKeyOf = (secret: Uint8Array): Hex => bytesToHex(bls.getPublicKey(secret).toBytes(false));

/** Signs with one of the tags; 192 bytes, not compressed. */
function sign(message: Hex, tag: string, secret: Uint8Array): Hex {
  return bytesToHex(bls.sign(bls.hash(hexToBytes(message), tag), secret).toBytes(false));
}

export type KeyProof = { chainId: number; ballotKeys: Address; memberId: number; account: Address; key: Hex };

/** What proves possession of a key signs. */
export const proofMessage = ({ key, ...of }: KeyProof): Hex => proofBytes({ ...of, keyHash: keccak256(key) });

export const proveKey = (proof: KeyProof, secret: Uint8Array): Hex => sign(proofMessage(proof), PROOF_TAG, secret);

/** What a wallet signs so that somebody else may hand its member's key in (EIP-712); `deadline` in unix seconds. */
export const consentToSign = ({ chainId, ballotKeys, memberId, account, key }: KeyProof, deadline: bigint) =>
  ({
    domain: ballotKeysDomain(ballotKeys, chainId),
    types: KEY_FIELDS,
    primaryType: "BallotKey",
    message: { account, memberId, keyHash: keccak256(key), deadline },
  }) as const;

export type BallotToSign = KeyBallot;

/** What a ballot signs; the same for all members, so that signatures add up. */
export const ballotMessage = ballotBytes;

export const signBallot = (ballot: BallotToSign, secret: Uint8Array): Hex =>
  sign(ballotMessage(ballot), BALLOT_TAG, secret);

/** One signature for all of these. */
export const addSignatures = (signatures: readonly Hex[]): Hex =>
  bytesToHex(signatures.reduce((sum, one) => sum.add(G2.fromHex(one.slice(2))), G2.ZERO).toBytes(false));

/** Whether `key` (or the sum of keys) signed the ballot. Throws when key or signature is no point of the right group. */
export function isBallotOf(key: Hex, ballot: BallotToSign, signature: Hex): boolean {
  const [publicKey, point] = [G1.fromHex(key.slice(2)), G2.fromHex(signature.slice(2))];
  publicKey.assertValidity();
  point.assertValidity();
  return bls.verify(point, bls.hash(hexToBytes(ballotMessage(ballot)), BALLOT_TAG), publicKey);
}

/** Members named on one sheet of keys; `seats` by their place on its page, 0 to 127. */
export type Named = { sheet: number; seats: readonly number[] };

/** Sheets strictly ascending: four bytes of sheet and 128 bits of seats each. */
export function packNamed(named: readonly Named[]): Hex {
  const sorted = [...named].sort((a, b) => a.sheet - b.sheet);
  return concatHex(
    sorted.map(({ sheet, seats }) => {
      const bits = seats.reduce((all, seat) => all | (1n << BigInt(seat)), 0n);
      return concatHex([toHex(sheet, { size: 4 }), toHex(bits, { size: 16 })]);
    }),
  );
}

/** Where a seat's key stands: its page, and its place on it. */
export const pageOfSeat = (seat: number) => ({ page: seat >>> 7, slot: seat & 127 });
