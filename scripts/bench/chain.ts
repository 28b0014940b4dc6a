// A fresh in-process chain for measuring gas, and how gas is read: whole transactions, from their receipts.
import hre from "hardhat";
import type { NetworkConnection } from "hardhat/types/network";
import type { Hash } from "viem";
import RochdaleModule from "../deploy/rochdale.ts";

export const EURO = 1_000_000n;

export async function benchChain() {
  return benchOn(await hre.network.create());
}

/** The same on a chain that is there. */
export async function benchOn({ viem, networkHelpers, ignition }: NetworkConnection<"l1">) {
  const { factory } = await ignition.deploy(RochdaleModule);
  const euro = await viem.deployContract("TestEuro");
  const client = await viem.getPublicClient();
  const wallets = await viem.getWalletClients();
  const gasOf = async (sent: Promise<Hash>) => (await client.waitForTransactionReceipt({ hash: await sent })).gasUsed;
  return { viem, networkHelpers, factory, euro, client, wallets, gasOf };
}

export type Bench = Awaited<ReturnType<typeof benchChain>>;

/** A list entry that must be there. */
export function entry<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new Error(`There is no entry ${index} in a list of ${list.length}.`);
  return value;
}
