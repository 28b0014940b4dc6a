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

export type SignedBallot = {
  /** Needed of a contract account; that of a key is found from its signature. */
  voter: Address;
  support: number;
  signature: Hex;
  byContract?: boolean;
};

/** The EIP-712 question that a wallet shows: which proposal, which position. */
export function ballotToSign(assembly: Address, chainId: number, proposalId: bigint, support: number) {
  return {
    domain: { name: "Rochdale Assembly", version: "1", chainId, verifyingContract: assembly },
    types: {
      Ballot: [
        { name: "proposalId", type: "uint256" },
        { name: "support", type: "uint8" },
      ],
    },
    primaryType: "Ballot",
    message: { proposalId, support },
  } as const;
}

/** What a contract account is asked: the same, with its own address, so that no key's ballot serves for it. */
export function contractBallotToSign(
  assembly: Address,
  chainId: number,
  proposalId: bigint,
  support: number,
  voter: Address,
) {
  return {
    domain: { name: "Rochdale Assembly", version: "1", chainId, verifyingContract: assembly },
    types: {
      ContractBallot: [
        { name: "proposalId", type: "uint256" },
        { name: "support", type: "uint8" },
        { name: "voter", type: "address" },
      ],
    },
    primaryType: "ContractBallot",
    message: { proposalId, support, voter },
  } as const;
}

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
