// What founding costs at the chain's price of the moment.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Address, formatEther, formatGwei } from "viem";
import { Failure } from "../lib/failure.ts";
import { repositoryRoot } from "../lib/files.ts";
import type { FoundingChain } from "./chain.ts";

/** What may be between the estimate and the block that takes the transaction. */
const MARGIN = 110n;

export type Cost = { gas: bigint; fee: bigint; price: bigint };

export async function costOf({ client }: FoundingChain, gas: bigint): Promise<Cost> {
  const price = await client.getGasPrice();
  return { gas, price, fee: gas * price };
}

/** What the whole deployment took when it was measured; a part that stands already costs nothing again. */
export const deploymentGas = (): bigint =>
  BigInt((JSON.parse(readFileSync(join(repositoryRoot, "bench/deployment.json"), "utf8")) as { gas: number }).gas);

export const sentenceOfCost = (what: string, { gas, fee, price }: Cost): string =>
  `${what} takes ${gas.toLocaleString("en")} gas: ${formatEther(fee)} of the chain's coin at ${formatGwei(price)} gwei.`;

/** Throws when the account has too little. */
export async function requireFunds({ client }: FoundingChain, account: Address, { fee }: Cost): Promise<void> {
  const balance = await client.getBalance({ address: account });
  const needed = (fee * MARGIN) / 100n;
  if (balance >= needed) return;
  throw new Failure(
    `${account} has ${formatEther(balance)} of the chain's coin and needs ${formatEther(needed)}: send it some, and run the same command again.`,
  );
}
