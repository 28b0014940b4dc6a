// When blocks were made and what they hash to, as the RPC tells it.
import { answersOf } from "./answers.ts";
import { AuditProblem } from "./problem.ts";
import type { Rpc } from "./rpc.ts";

export type Block = { number: number; hash: string; timestamp: number };
/** A header as JSON-RPC writes it, with the hashes of the block's transactions. */
export type RawHeader = Record<string, string> & { hash: string; number: string; timestamp: string };

/** Headers by number. Throws an AuditProblem that names a block which the RPC has not. */
export async function headersOf(rpc: Rpc, numbers: readonly number[]): Promise<RawHeader[]> {
  const questions = numbers.map((number) => [hexOf(number), false]);
  return (await answersOf(
    rpc,
    "eth_getBlockByNumber",
    questions,
    (index) =>
      new AuditProblem(
        `The RPC has no block ${numbers[index]}, which it must have: it lags behind, or keeps no blocks that old. Ask another.`,
      ),
  )) as RawHeader[];
}

export async function blocksOf(rpc: Rpc, numbers: readonly number[]): Promise<Block[]> {
  const headers = await headersOf(rpc, numbers);
  return headers.map(({ number, hash, timestamp }) => ({ number: Number(number), hash, timestamp: Number(timestamp) }));
}

export const hexOf = (number: number): string => `0x${number.toString(16)}`;
