import { useQuery } from "@tanstack/react-query";
import { type Address, type Client, isAddress } from "viem";
import { getBlock, getCode, readContract } from "viem/actions";
import { useClient } from "wagmi";
import { t } from "../../../../books/say.ts";
import { queryClient } from "../../shared/chain/queries.ts";
import { tokenAbi } from "../../shared/chain/token.ts";
import { useChainState } from "../../shared/chain/useCoop.ts";

export type Token = { address: Address; name: string; symbol: string; decimals: number };
/** What stands at an address: money, or why it is none. */
export type TokenAnswer = { token: Token } | { refused: string };

const MOST_DECIMALS = 30;

async function readToken(client: Client, address: Address): Promise<TokenAnswer> {
  const code = await getCode(client, { address });
  if (!code) return { refused: t`Nothing stands at this address on this chain: it is no money.` };
  const read = { address, abi: tokenAbi } as const;
  try {
    const [name, symbol, decimals] = await Promise.all([
      readContract(client, { ...read, functionName: "name" }),
      readContract(client, { ...read, functionName: "symbol" }),
      readContract(client, { ...read, functionName: "decimals" }),
    ]);
    if (decimals > MOST_DECIMALS) return { refused: t`What stands at this address counts in no way that people can.` };
    return { token: { address, name, symbol, decimals } };
  } catch {
    return { refused: t`What stands at this address is no money: it has no name, sign or decimals.` };
  }
}

/** The money at an address; undefined while it is asked for, or when no address is written. */
export function useToken(text: string): TokenAnswer | undefined {
  const client = useClient() as Client;
  const address = text.trim() as Address;
  const query = {
    queryKey: ["token", address.toLowerCase()],
    enabled: isAddress(address, { strict: false }),
    queryFn: () => readToken(client, address),
  };
  return useQuery(query, queryClient).data;
}

/** The chain's clock: of the co-op that is shown, or of the newest block. */
export function useChainNow(): number {
  const client = useClient() as Client;
  const { reading } = useChainState();
  const query = {
    queryKey: ["founding-now"],
    enabled: !reading,
    queryFn: async () => Number((await getBlock(client)).timestamp),
  };
  const { data } = useQuery(query, queryClient);
  return reading?.head.timestamp ?? data ?? Math.floor(Date.now() / 1_000);
}
