// What BallotKeys knows of the keys that ballots were signed with.
import { type Hex, keccak256, size, slice } from "viem";
import { ballotKeysAbi } from "../../books/abi.ts";
import { type Chain, type House, unreachable } from "../chain.ts";
import type { Paper } from "../paper.ts";

export type KeyRecord = { memberId: number; seat: number; since: number; until: number; sheet: number };

export const KEY_BYTES = 96;
/** Of call data in one question: 64 keys, whose answer stays below the limit of a contract's code (EIP-170), which it travels as. */
const BATCH_BYTES = 2_304;

/** A paper of this kind is packed as key and signature. */
export const keyOf = ({ packed }: Pick<Paper, "packed">): Hex => slice(packed, 0, KEY_BYTES);
export const signatureOf = ({ packed }: Pick<Paper, "packed">): Hex => slice(packed, KEY_BYTES, size(packed));

export async function recordsOf(
  { client }: Chain,
  { ballotKeys }: House,
  papers: readonly Paper[],
): Promise<KeyRecord[]> {
  const contract = { address: ballotKeys, abi: ballotKeysAbi, functionName: "keyRecord" } as const;
  const contracts = papers.map((paper) => ({ ...contract, args: [keccak256(keyOf(paper))] as const }));
  try {
    return [...(await client.multicall({ contracts, deployless: true, allowFailure: false, batchSize: BATCH_BYTES }))];
  } catch (error) {
    throw unreachable(error);
  }
}
