// What a ballot key signs (BLS12-381; contracts/membership/BallotKeys.sol, contracts/voting/AggregatedBallots.sol), and the text from
// whose signature a wallet's ballot key is made.
import type { Address, Hex } from "./event.ts";

/** Domain tags: what proves a key is never a ballot, and the other way round. */
export const PROOF_TAG = "ROCHDALE_KEY_V1_BLS12381G2_XMD:SHA-256_SSWU_RO_";
export const BALLOT_TAG = "ROCHDALE_BALLOT_V1_BLS12381G2_XMD:SHA-256_SSWU_RO_";

export type KeyProof = { chainId: number; ballotKeys: Address; memberId: number; account: Address; keyHash: Hex };
export type KeyBallot = { chainId: number; assembly: Address; proposalId: bigint; roll: Hex; position: number };

/** What proves possession of a key signs. */
export const proofBytes = ({ chainId, ballotKeys, memberId, account, keyHash }: KeyProof): Hex =>
  words(BigInt(chainId), BigInt(ballotKeys), BigInt(memberId), BigInt(account), BigInt(keyHash));

/** What a ballot signs; the same for all members, so that signatures add up. */
export const ballotBytes = ({ chainId, assembly, proposalId, roll, position }: KeyBallot): Hex =>
  words(BigInt(chainId), BigInt(assembly), proposalId, BigInt(roll), BigInt(position));

const words = (...values: readonly bigint[]): Hex =>
  `0x${values.map((value) => value.toString(16).padStart(64, "0")).join("")}`;

/** The consent of a member whose key somebody else hands in. */
export const KEY_FIELDS = {
  BallotKey: [
    { name: "account", type: "address" },
    { name: "memberId", type: "uint32" },
    { name: "keyHash", type: "bytes32" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

export const ballotKeysDomain = (verifyingContract: Address, chainId: number) =>
  ({ name: "Rochdale BallotKeys", version: "1", chainId, verifyingContract }) as const;

/**
 * Signed once in the wallet; the signature is the secret that the key is made of, so the text says what it is good for. A key is
 * registered once, so whoever registered some `before` gets another; the first text has no number.
 */
export const ballotKeyText = (coop: Address, chainId: number, before: number): string =>
  [
    "Make my ballot key.",
    "",
    "Sign this only on the page of your co-op: whoever has this signature can sign ballots in your name.",
    "",
    `Co-op: ${coop.toLowerCase()}`,
    `Chain: ${chainId}`,
    ...(before > 0 ? [`Keys that I registered before: ${before}`] : []),
  ].join("\n");
