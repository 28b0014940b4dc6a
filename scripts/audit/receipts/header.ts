// What a block's header and its receipts are worth without trust: both are hashed again from what the RPC tells.
import { concat, encodeRlp, getBytes, keccak256, stripZerosLeft } from "ethers";
import type { RawHeader } from "../blocks.ts";
import type { RawLog } from "../logs.ts";

export type Receipt = {
  type?: string;
  status?: string;
  root?: string;
  cumulativeGasUsed: string;
  logsBloom: string;
  logs: RawLog[];
};

/** In the order in which they are hashed; the later ones came with later forks. A number is written without leading zeros. */
const FIELDS: readonly (readonly [name: string, number?: "number"])[] = [
  ["parentHash"],
  ["sha3Uncles"],
  ["miner"],
  ["stateRoot"],
  ["transactionsRoot"],
  ["receiptsRoot"],
  ["logsBloom"],
  ["difficulty", "number"],
  ["number", "number"],
  ["gasLimit", "number"],
  ["gasUsed", "number"],
  ["timestamp", "number"],
  ["extraData"],
  ["mixHash"],
  ["nonce"],
  ["baseFeePerGas", "number"],
  ["withdrawalsRoot"],
  ["blobGasUsed", "number"],
  ["excessBlobGas", "number"],
  ["parentBeaconBlockRoot"],
  ["requestsHash"],
];

/** The hash that a header has by what stands in it. */
export function hashOfHeader(header: RawHeader): string {
  const fields = FIELDS.filter(([name]) => typeof header[name] === "string");
  return keccak256(
    encodeRlp(fields.map(([name, number]) => (number ? quantity(header[name] as string) : (header[name] as string)))),
  );
}

/** A receipt as it is hashed: its kind, then its outcome, gas, bloom and logs. */
export function encodedReceipt({
  type = "0x0",
  status,
  root,
  cumulativeGasUsed,
  logsBloom,
  logs,
}: Receipt): Uint8Array {
  const body = encodeRlp([
    root ?? quantity(status ?? "0x0"),
    quantity(cumulativeGasUsed),
    logsBloom,
    logs.map(({ address, topics, data }) => [address, topics, data]),
  ]);
  return getBytes(Number(type) === 0 ? body : concat([evenHex(type), body]));
}

/** Whether a header's filter may stand for a log of this contract. Where it says no, there is none. */
export function mayHaveLogsOf(bits: readonly number[], bloom: Uint8Array): boolean {
  return bits.every((bit) => ((bloom[255 - (bit >> 3)] ?? 0) >> (bit & 7)) & 1);
}

/** The three bits that a contract's address sets in the filter. */
export function bloomBitsOf(address: string): number[] {
  const hash = getBytes(keccak256(address));
  return [0, 2, 4].map((at) => (((hash[at] ?? 0) << 8) | (hash[at + 1] ?? 0)) & 2047);
}

const quantity = (hex: string): string => stripZerosLeft(evenHex(hex));
const evenHex = (hex: string): string => (hex.length % 2 === 0 ? hex : `0x0${hex.slice(2)}`);
