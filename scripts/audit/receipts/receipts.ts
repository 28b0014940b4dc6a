// All receipts of some blocks, in one request a block where the RPC knows how, else one a transaction.
import { answersOf } from "../answers.ts";
import type { RawHeader } from "../blocks.ts";
import type { RawLog } from "../logs.ts";
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
      return wellFormed(await byBlock(rpc, headers), headers);
    } catch (error) {
      if (error instanceof AuditProblem || !NO_SUCH_METHOD.test(causeOf(error))) throw error;
      onlyOneByOne.add(rpc);
    }
  }
  return wellFormed(await byTransaction(rpc, headers), headers);
}

/** What can not be hashed can not be compared either. */
function wellFormed(blocks: Receipt[][], headers: readonly RawHeader[]): Receipt[][] {
  for (const [i, receipts] of blocks.entries()) {
    if (Array.isArray(receipts) && receipts.every(isReceipt)) continue;
    throw new AuditProblem(`What the RPC gives as receipts of block ${Number(headers[i]?.number)} are none.`);
  }
  return blocks;
}

const isHex = (value: unknown): boolean => typeof value === "string" && /^0x[0-9a-f]*$/i.test(value);

function isReceipt(told: Receipt | null): boolean {
  const { type = "0x0", status, root, cumulativeGasUsed, logsBloom, logs } = told ?? ({} as Partial<Receipt>);
  return [type, root ?? status, cumulativeGasUsed, logsBloom].every(isHex) && Array.isArray(logs) && logs.every(isLog);
}

const isLog = (told: RawLog | null): boolean =>
  Array.isArray(told?.topics) && [told.address, told.data, ...told.topics].every(isHex);

async function byBlock(rpc: Rpc, headers: readonly RawHeader[]): Promise<Receipt[][]> {
  const questions = headers.map(({ number }) => [number]);
  const without = (index: number) => noReceiptsOf(headers[index]);
  return (await answersOf(rpc, "eth_getBlockReceipts", questions, without)) as Receipt[][];
}

async function byTransaction(rpc: Rpc, headers: readonly RawHeader[]): Promise<Receipt[][]> {
  const hashes = headers.map(({ transactions }) => (transactions ?? []) as unknown as string[]);
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
