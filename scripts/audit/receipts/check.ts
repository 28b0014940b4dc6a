// Nothing withheld, altered, doubled or invented: the logs that the books are made from are those of the receipts, the receipts
// are those that each block's header stands for, and all headers hang on the hash of the audited block.
import { getBytes } from "ethers";
import { headersOf, type RawHeader } from "../blocks.ts";
import type { Chain, ContractName } from "../chain.ts";
import { type Check, Comparison } from "../check.ts";
import { decode } from "../decode.ts";
import type { House } from "../house.ts";
import type { ChainLog, RawLog } from "../logs.ts";
import type { Tell } from "../progress.ts";
import { bloomBitsOf, encodedReceipt, hashOfHeader, mayHaveLogsOf, type Receipt } from "./header.ts";
import { receiptsOf } from "./receipts.ts";
import { orderedRoot } from "./trie.ts";

const BLOCKS_AT_ONCE = 400;

type Told = { logs: readonly ChainLog[]; times: ReadonlyMap<number, number> };

export async function checkReceipts(chain: Chain, house: House, { logs, times }: Told, tell: Tell): Promise<Check> {
  const comparison = new Comparison("logs in the receipts, up to the block's hash");
  const byBlock = Map.groupBy(logs, ({ block }) => block);
  const bits = [...house.contractAt.keys()].map(bloomBitsOf);
  const all = chain.block - house.born + 1;
  let parent: string | undefined;
  for (let from = house.born; from <= chain.block; from += BLOCKS_AT_ONCE) {
    const to = Math.min(chain.block, from + BLOCKS_AT_ONCE - 1);
    const headers = await headersOf(
      chain.rpc,
      Array.from({ length: to - from + 1 }, (_, i) => from + i),
    );
    for (const header of headers) {
      if (!isLinked(comparison, header, parent, times.get(Number(header.number)))) return comparison.check;
      parent = header.hash;
    }
    const some = headers.filter((header) => byBlock.has(Number(header.number)) || mayHold(bits, header));
    for (const [i, receipts] of (await receiptsOf(chain.rpc, some)).entries()) {
      const header = some[i] as RawHeader;
      compareBlock(comparison, house, header, receipts, byBlock.get(Number(header.number)) ?? []);
    }
    tell("receipts", to - house.born + 1, all);
  }
  comparison.same(`hash of block ${chain.block}`, parent, chain.blockHash);
  return comparison.check;
}

const mayHold = (bits: readonly number[][], { logsBloom = "0x" }: RawHeader): boolean => {
  const bloom = getBytes(logsBloom);
  return bits.some((contract) => mayHaveLogsOf(contract, bloom));
};

/** What does not hang on the block before proves nothing: the first break is named, and the rest left. */
function isLinked(comparison: Comparison, header: RawHeader, parent: string | undefined, time?: number): boolean {
  const block = `block ${Number(header.number)}`;
  const before = comparison.check.differences.length;
  comparison.same(`${block}, hash of its header`, hashOfHeader(header), header.hash);
  if (parent) comparison.same(`${block}, the block before`, parent, header.parentHash);
  if (time !== undefined) comparison.same(`${block}, its time`, time, Number(header.timestamp));
  return comparison.check.differences.length === before;
}

function compareBlock(
  comparison: Comparison,
  { contractAt }: House,
  header: RawHeader,
  receipts: readonly Receipt[],
  told: readonly ChainLog[],
): void {
  const block = Number(header.number);
  const root = orderedRoot(receipts.map(encodedReceipt));
  if (root !== header.receiptsRoot) {
    comparison.wrong(`root of the receipts of block ${block}`, root, String(header.receiptsRoot));
    return;
  }
  const found = Map.groupBy(told, ({ index }) => index);
  // The number in a receipt is not hashed; the order is.
  for (const [index, log] of receipts.flatMap(({ logs }) => logs).entries()) {
    const contract = contractAt.get(log.address.toLowerCase());
    if (contract) compareLog(comparison, contract, kept(log, block, index), found.get(index) ?? []);
    if (contract) found.delete(index);
  }
  for (const [log] of found.values() as Iterable<[ChainLog]>) {
    const contract = contractAt.get(log.address.toLowerCase()) as ContractName;
    comparison.wrong(nameOf(contract, log), "it happened", "nothing of it");
  }
}

function compareLog(comparison: Comparison, contract: ContractName, log: ChainLog, told: readonly ChainLog[]): void {
  comparison.check.compared += 1;
  const [one] = told;
  if (!one) comparison.wrong(nameOf(contract, log), "nothing of it", "it happened");
  else if (told.length > 1) comparison.wrong(nameOf(contract, log), "it happened twice", "once");
  else if (contentOf(one) !== contentOf(log)) nameDifference(comparison, contract, log, one);
}

/** Which argument of an event is another. */
function nameDifference(comparison: Comparison, contract: ContractName, log: ChainLog, told: ChainLog): void {
  const [right, wrong] = [decode(contract, log, 0), decode(contract, told, 0)];
  const name = Object.keys(right?.args ?? {}).find((key) => text(right?.args[key]) !== text(wrong?.args[key]));
  if (name === undefined || right?.name !== wrong?.name || log.address.toLowerCase() !== told.address.toLowerCase())
    comparison.wrong(nameOf(contract, log), nameOf(contract, told), "otherwise");
  else comparison.wrong(`${nameOf(contract, log)}, ${name}`, text(wrong?.args[name]), text(right?.args[name]));
}

const text = (value: unknown): string =>
  typeof value === "object"
    ? JSON.stringify(value, (_, part) => (typeof part === "bigint" ? String(part) : part))
    : String(value);

const contentOf = ({ address, topics, data }: ChainLog): string => [address, ...topics, data].join().toLowerCase();

const nameOf = (contract: ContractName, log: ChainLog): string =>
  `${decode(contract, log, 0)?.name ?? "a log"} of the ${contract} (block ${log.block}, log ${log.index})`;

function kept({ address, topics, data, blockHash, transactionHash }: RawLog, block: number, index: number): ChainLog {
  return { address, topics, data, block, blockHash, index, tx: transactionHash };
}
