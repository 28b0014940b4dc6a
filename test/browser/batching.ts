// Accounts that act by code of their own, tokens without a permit, and a chain that records when it is told to.
import {
  type Address,
  createWalletClient,
  encodeAbiParameters,
  encodeFunctionData,
  type Hex,
  http,
  keccak256,
  zeroHash,
} from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";
import type { LivingCoop } from "../../scripts/demo/living-coop.ts";
import type { BatchedCall } from "./test-wallet.ts";

/** Of the development accounts; everybody knows it. */
const MNEMONIC = "test test test test test test test test test test test junk";

async function artifactOf(name: "BatchingAccount" | "PlainEuro") {
  const { default: hre } = await import("hardhat");
  return hre.artifacts.readArtifact(name);
}

const ask = ({ chain }: LivingCoop, method: string, params: readonly unknown[] = []): Promise<unknown> =>
  chain.connection.provider.request({ method, params: params as unknown[] });

/** From now on the account of a development key makes several calls at once (EIP-7702). It signs for that itself. */
export async function delegate(coop: LivingCoop, place: number): Promise<Address> {
  const account = mnemonicToAccount(MNEMONIC, { addressIndex: place });
  const wallet = createWalletClient({ account, chain: hardhat, transport: http(coop.rpcUrl) });
  const { bytecode } = await artifactOf("BatchingAccount");
  const hash = await ask(coop, "eth_sendTransaction", [{ from: account.address, data: bytecode }]);
  const receipt = (await ask(coop, "eth_getTransactionReceipt", [hash])) as { contractAddress: Address };
  const authorization = await wallet.signAuthorization({ contractAddress: receipt.contractAddress, executor: "self" });
  await wallet.sendTransaction({ to: account.address, authorizationList: [authorization] });
  return account.address;
}

/** The one call that makes them all. */
export async function encoderOf(): Promise<(calls: readonly BatchedCall[]) => Hex> {
  const { abi } = await artifactOf("BatchingAccount");
  return (calls) => {
    const made = calls.map(({ to, data = "0x", value = "0x0" }) => ({ to, value: BigInt(value), data }));
    return encodeFunctionData({ abi, functionName: "execute", args: [made] });
  };
}

/** The co-op's money stays where it is, and takes no permit any more. */
export async function withoutPermit(coop: LivingCoop): Promise<void> {
  const { deployedBytecode } = await artifactOf("PlainEuro");
  await ask(coop, "hardhat_setCode", [coop.world.euro, deployedBytecode]);
}

/** The account has none of the co-op's money any more, whatever waits to be recorded. */
export async function emptied(coop: LivingCoop, account: Address): Promise<void> {
  const balance = keccak256(encodeAbiParameters([{ type: "address" }, { type: "uint256" }], [account, 0n]));
  await ask(coop, "hardhat_setStorageAt", [coop.world.euro, balance, zeroHash]);
}

/** Nothing is recorded until `record` is called. */
export async function holdBack(coop: LivingCoop): Promise<void> {
  await ask(coop, "evm_setIntervalMining", [0]);
  await ask(coop, "evm_setAutomine", [false]);
}

export const record = (coop: LivingCoop): Promise<unknown> => ask(coop, "evm_mine");

export async function letGo(coop: LivingCoop): Promise<void> {
  await ask(coop, "evm_setAutomine", [true]);
  await record(coop);
  await coop.chain.tick();
}

type Waiting = { hash: Hex; from: Address; to: Address; nonce: Hex; input: Hex; gas: Hex; maxFeePerGas: Hex };

/** What an account has sent and waits to be recorded; undefined when there is nothing. */
export async function waitingOf(coop: LivingCoop, account: Address): Promise<Waiting | undefined> {
  const all = (await ask(coop, "eth_pendingTransactions")) as Waiting[];
  return all.find(({ from }) => from.toLowerCase() === account.toLowerCase());
}

/** As wallets do it: the same turn, another content or the same, for twice the fee. */
export async function replace(coop: LivingCoop, sent: Waiting, by: Partial<Pick<Waiting, "to" | "input">> = {}) {
  const { from, nonce, to, input, gas, maxFeePerGas } = { ...sent, ...by };
  const fee = `0x${(BigInt(maxFeePerGas) * 2n).toString(16)}`;
  const fees = { maxFeePerGas: fee, maxPriorityFeePerGas: fee };
  await ask(coop, "eth_sendTransaction", [{ from, nonce, to, gas, data: input, ...fees }]);
}
