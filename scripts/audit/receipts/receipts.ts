// All receipts of some blocks, in one request a block where the RPC knows how, else one a transaction.
import { answersOf } from "../answers.ts";
import type { RawHeader } from "../blocks.ts";
import { AuditProblem, causeOf } from "../problem.ts";
import type { Rpc } from "../rpc.ts";
import type { Receipt } from "./header.ts";

const NO_SUCH_METHOD = /not supported|unsupported|not found|does not exist|unknown method|-32601/i;
/** RPCs that do not know eth_getBlockReceipts. */
const onlyOneByOne = new WeakSet<Rpc>();

/** In the order of the headers and of the transactions. Throws an AuditProblem that names the block without receipts. */
export async function receiptsOf(rpc: Rpc, headers: readonly RawHeader[]): Promise<Receipt[][]> {
  if (!onlyOneByOne.has(rpc)) {
    try {
      return await byBlock(rpc, headers);
    } catch (error) {
      if (!NO_SUCH_METHOD.test(causeOf(error))) throw error;
      onlyOneByOne.add(rpc);
    }
  }
  return byTransaction(rpc, headers);
}

async function byBlock(rpc: Rpc, headers: readonly RawHeader[]): Promise<Receipt[][]> {
  const questions = headers.map(({ number }) => [number]);
  const without = (index: number) => noReceiptsOf(headers[index]);
  return (await answersOf(rpc, "eth_getBlockReceipts", questions, without)) as Receipt[][];
}

async function byTransaction(rpc: Rpc, headers: readonly RawHeader[]): Promise<Receipt[][]> {
  const hashes = headers.map(({ transactions }) => transactions as unknown as string[]);
  const owners = headers.flatMap((header, i) => (hashes[i] as string[]).map(() => header));
  const questions = hashes.flat().map((hash) => [hash]);
  const without = (index: number) => noReceiptsOf(owners[index]);
  const found = (await answersOf(rpc, "eth_getTransactionReceipt", questions, without)).values();
  return hashes.map((list) => list.map(() => found.next().value as Receipt));
}

const noReceiptsOf = (header: RawHeader | undefined) =>
  new AuditProblem(
    `The RPC has no receipts of block ${Number(header?.number)}: it does not keep them that long, or lags behind. Ask another, or audit with --no-receipts.`,
  );
