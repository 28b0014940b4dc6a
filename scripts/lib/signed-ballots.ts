// Signed ballots: what a member signs, and how many are packed for one transaction (contracts/voting/SignedBallots.sol).
import {
  type Address,
  concat,
  type Hex,
  numberToHex,
  parseSignature,
  serializeCompactSignature,
  signatureToCompactSignature,
  size,
} from "viem";

export { ballotToSign, contractBallotToSign } from "../../books/signed-ballot.ts";

export type SignedBallot = {
  /** Needed of a contract account; that of a key is found from its signature. */
  voter: Address;
  support: number;
  signature: Hex;
  byContract?: boolean;
};

/** One behind the other, without padding. */
export function packBallots(ballots: readonly SignedBallot[]): Hex {
  return concat(ballots.flatMap(packed));
}

function packed({ voter, support, signature, byContract }: SignedBallot): Hex[] {
  if (byContract) {
    return [numberToHex(support + 128, { size: 1 }), voter, numberToHex(size(signature), { size: 2 }), signature];
  }
  const compact = serializeCompactSignature(signatureToCompactSignature(parseSignature(signature)));
  return [numberToHex(support, { size: 1 }), compact];
}
