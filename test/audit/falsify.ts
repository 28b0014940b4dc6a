// Errors planted on either side of an audit: in what the RPC tells of the past, and in what the contracts keep.
import { expect } from "chai";
import { type Address, encodeAbiParameters, type Hex, keccak256, numberToHex, pad } from "viem";
import type { Difference } from "../../scripts/audit/check.ts";
import { reportText } from "../../scripts/audit/report.ts";
import { audit } from "../../scripts/audit/run.ts";
import type { Chain, Coop } from "../helpers/coop.ts";
import { type Falsify, serveRpc } from "./rpc-proxy.ts";

export type RawLog = { topics: Hex[]; data: Hex };

/** Changes the first log of a kind, or the one after `skip` others, in everything that eth_getLogs delivers. */
export function falsifyFirst(topic: Hex, change: (log: RawLog) => RawLog[], skip = 0): Falsify {
  return (method, result) => {
    if (method !== "eth_getLogs") return result;
    const logs = result as RawLog[];
    const chosen = logs.filter((log) => log.topics[0] === topic)[skip];
    return logs.flatMap((log) => (log === chosen ? change(log) : [log]));
  };
}

/** A log with another value in one word of its data. */
export function withWord(log: RawLog, index: number, value: number): RawLog {
  const from = 2 + 64 * index;
  const word = value.toString(16).padStart(64, "0");
  return { ...log, data: `${log.data.slice(0, from)}${word}${log.data.slice(from + 64)}` as Hex };
}

/** The place of `mapping[key]` when the mapping stands at `slot`. */
export function mapped(key: bigint, slot: bigint): bigint {
  return BigInt(keccak256(encodeAbiParameters([{ type: "uint256" }, { type: "uint256" }], [key, slot])));
}

/** The two ways to plant an error in a story. */
export function falsifying(story: () => { chain: Chain; coop: Coop }) {
  /** Everything that an audit through a falsifying RPC finds, and what it prints. */
  async function find(falsify?: Falsify): Promise<{ found: Record<string, Difference[]>; text: string }> {
    const rpc = await serveRpc(story().chain.connection.provider, falsify);
    try {
      // The receipts would name it before any other check.
      const report = await audit({ rpc: rpc.url, coop: story().coop.directory, receipts: false });
      expect(report.agrees).to.equal(false);
      const differing = report.checks.filter(({ differences }) => differences.length > 0);
      const found = Object.fromEntries(differing.map(({ name, differences }) => [name, differences]));
      return { found, text: reportText(report) };
    } finally {
      await rpc.close();
    }
  }

  /** Changes a word of a contract's storage. */
  async function rewrite(address: Address, slot: bigint, change: (word: bigint) => bigint): Promise<void> {
    const { chain } = story();
    const key = numberToHex(slot);
    const word = BigInt((await chain.client.getStorageAt({ address, slot: key })) ?? "0x0");
    expect(word, "the word that the test changes").to.not.equal(0n);
    const value = pad(numberToHex(change(word)), { size: 32 });
    await chain.connection.provider.request({ method: "hardhat_setStorageAt", params: [address, key, value] });
    await chain.networkHelpers.mine();
  }

  return { find, rewrite };
}
