// What a member signs for a ballot that somebody else hands in (contracts/voting/SignedBallots.sol).
import type { Address } from "./event.ts";

export const BALLOT_FIELDS = {
  Ballot: [
    { name: "proposalId", type: "uint256" },
    { name: "support", type: "uint8" },
  ],
} as const;

export const CONTRACT_BALLOT_FIELDS = {
  ContractBallot: [
    { name: "proposalId", type: "uint256" },
    { name: "support", type: "uint8" },
    { name: "voter", type: "address" },
  ],
} as const;

export const assemblyDomain = (verifyingContract: Address, chainId: number) =>
  ({ name: "Rochdale Assembly", version: "1", chainId, verifyingContract }) as const;

/** The EIP-712 question that a wallet shows: which proposal, which position. */
export function ballotToSign(assembly: Address, chainId: number, proposalId: bigint, support: number) {
  return {
    domain: assemblyDomain(assembly, chainId),
    types: BALLOT_FIELDS,
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
    domain: assemblyDomain(assembly, chainId),
    types: CONTRACT_BALLOT_FIELDS,
    primaryType: "ContractBallot",
    message: { proposalId, support, voter },
  } as const;
}
