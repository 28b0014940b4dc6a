// The chain as the relay asks it. What a contract refuses is told from what a node fails at: the one is an answer.
import {
  BaseError,
  type Chain as ChainConfig,
  ContractFunctionRevertedError,
  createPublicClient,
  defineChain,
  http,
  type PublicClient,
} from "viem";
import { assemblyAbi, assemblyDeskAbi, ballotKeysAbi, directoryAbi } from "../books/abi.ts";
import type { Address, Hex } from "../books/event.ts";
import { Refusal } from "./refusal.ts";

const TIMEOUT_MS = 8_000;
/** As in IDirectory. */
const PLACE = { register: 3, assembly: 5, ballotKeys: 6, market: 14 } as const;
/** Unknown errors of linked libraries and called contracts are refusals too; their names are all that is needed. */
export const assemblyWholeAbi = [...assemblyAbi, ...assemblyDeskAbi] as const;

export type House = {
  chainId: number;
  directory: Address;
  assembly: Address;
  register: Address;
  market: Address;
  ballotKeys: Address /** Whether the chain can check ballots of ballot keys. */;
  aggregates: boolean;
};
export type Head = { number: bigint; timestamp: number; baseFee: bigint; gasLimit: bigint };
export type Chain = {
  client: PublicClient;
  config: ChainConfig;
  chainId: number;
  directory: Address;
  head(): Promise<Head>;
  house(): Promise<House>;
};

export async function openChain(rpcUrl: string, directory: Address): Promise<Chain> {
  const first = createPublicClient({ transport: http(rpcUrl, { timeout: TIMEOUT_MS }) });
  const chainId = await first.getChainId();
  const config = defineChain({
    id: chainId,
    name: `Chain ${chainId}`,
    nativeCurrency: { name: "coin", symbol: "coin", decimals: 18 },
    rpcUrls: { default: { http: [rpcUrl] } },
  });
  const client = createPublicClient({
    chain: config,
    cacheTime: 0,
    transport: http(rpcUrl, { timeout: TIMEOUT_MS, retryCount: 1, batch: { wait: 0, batchSize: 100 } }),
  });
  const moduleAt = (place: number) =>
    client.readContract({ address: directory, abi: directoryAbi, functionName: "moduleAt", args: [place] });
  return {
    client,
    config,
    chainId,
    directory,
    head: async () => {
      const block = await client.getBlock();
      const { number, timestamp, baseFeePerGas, gasLimit } = block;
      return { number, timestamp: Number(timestamp), baseFee: baseFeePerGas ?? 0n, gasLimit };
    },
    house: async () => {
      const [register, assembly, ballotKeys, market] = (await Promise.all(Object.values(PLACE).map(moduleAt))) as [
        Address,
        Address,
        Address,
        Address,
      ];
      return {
        chainId,
        directory,
        register,
        assembly,
        ballotKeys,
        market,
        aggregates: await available(client, ballotKeys),
      };
    },
  };
}

/** The error that a contract refused a call with; undefined when it was not a contract that failed. */
export function revertOf(error: unknown): { name: string; raw?: Hex } | undefined {
  if (!(error instanceof BaseError)) return undefined;
  const reverted = error.walk((part) => part instanceof ContractFunctionRevertedError);
  if (!(reverted instanceof ContractFunctionRevertedError)) return undefined;
  return { name: reverted.data?.errorName ?? "", raw: reverted.raw };
}

export function unreachable(cause?: unknown): Refusal {
  const refusal = new Refusal(
    503,
    "chain-unreachable",
    "The relay can not ask the chain at the moment, so it did not take this. Try again in a minute, or send it yourself.",
  );
  refusal.cause = cause;
  return refusal;
}

const available = (client: PublicClient, ballotKeys: Address): Promise<boolean> =>
  client.readContract({ address: ballotKeys, abi: ballotKeysAbi, functionName: "available" }).catch((error) => {
    if (revertOf(error)) return false;
    throw error;
  });
