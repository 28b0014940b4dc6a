// What the supervisor asks the chain itself: which one it is, where the co-op's money is counted, and whether a block is still there.
import { createPublicClient, http, type PublicClient, parseAbi } from "viem";
import { PLACE } from "../../books/apply/founding.ts";
import type { Token } from "../../books/books.ts";
import type { Address, Hex } from "../../books/event.ts";

const ABI = parseAbi([
  "function moduleAt(uint8) view returns (address)",
  "function settlementToken() view returns (address)",
  "function name() view returns (string)",
  "function symbol() view returns (string)",
  "function decimals() view returns (uint8)",
]);
const TIMEOUT_MS = 10_000;

/** A co-op on one run of one chain: the hash of the block that founded it stands for all blocks before it. */
export type House = { chainId: number; founding: Hex; fromBlock: number; name: string; token: Token };
export type Head = { number: bigint; timestamp: number };

/** The chain at an address; what was there before may be another one at the next question. */
export class ChainAt {
  readonly rpc: string;
  private readonly client: PublicClient;

  constructor(rpc: string) {
    this.rpc = rpc;
    this.client = createPublicClient({ transport: http(rpc, { retryCount: 0, timeout: TIMEOUT_MS }), cacheTime: 0 });
  }

  /** The hash of a block; nothing when there is none. */
  async hashOf(block: bigint): Promise<Hex | undefined> {
    const found = await this.client.request({
      method: "eth_getBlockByNumber",
      params: [`0x${block.toString(16)}`, false],
    });
    return found?.hash ?? undefined;
  }

  async head(): Promise<Head> {
    const { number, timestamp } = await this.client.getBlock();
    return { number, timestamp: Number(timestamp) };
  }

  /** Throws when there is no co-op at the address. */
  async houseAt(directory: Address): Promise<House> {
    const chainId = await this.client.getChainId();
    const at = (place: number) =>
      this.client.readContract({ address: directory, abi: ABI, functionName: "moduleAt", args: [place] });
    const [treasury, register] = await Promise.all([at(PLACE.treasury), at(PLACE.register)]);
    const read = <Name extends "settlementToken" | "name" | "symbol" | "decimals">(
      address: Address,
      functionName: Name,
    ) => this.client.readContract({ address, abi: ABI, functionName } as never) as Promise<never>;
    const token: Address = await read(treasury, "settlementToken");
    const [symbol, decimals, name, fromBlock] = await Promise.all([
      // A token need not say either.
      read(token, "symbol").catch(() => "TOKEN"),
      read(token, "decimals").catch(() => 0),
      read(register, "name"),
      this.birthOf(directory),
    ]);
    const founding = (await this.hashOf(BigInt(fromBlock))) ?? "0x";
    return { chainId, founding, fromBlock, name, token: { address: token, symbol, decimals } };
  }

  /** The block in which a contract was made; block 0 when the RPC keeps no old states. */
  private async birthOf(address: Address): Promise<number> {
    let before = -1n;
    let after = (await this.head()).number;
    try {
      while (after - before > 1n) {
        const middle = (before + after) / 2n;
        if (await this.client.getCode({ address, blockNumber: middle })) after = middle;
        else before = middle;
      }
      return Number(after);
    } catch {
      return 0;
    }
  }
}
