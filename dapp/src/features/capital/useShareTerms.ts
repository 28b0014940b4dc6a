import { useQuery } from "@tanstack/react-query";
import type { Address, Client } from "viem";
import { readContract } from "viem/actions";
import { useClient } from "wagmi";
import { memberSharesAbi } from "../../../../books/abi.ts";
import { queryClient } from "../../shared/chain/queries.ts";
import { tokenAbi } from "../../shared/chain/token.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";

export type ShareTerms = { par: bigint; minimum: bigint; maximum: bigint; money: bigint; allowed: bigint };

/** What a share costs, and what the account has and allowed so far; read again with every block. */
export function useShareTerms(account: Address) {
  const { modules, settlement, head } = useCoop();
  const client = useClient() as Client;
  const query = {
    queryKey: ["share terms", account, String(head.number)],
    placeholderData: (before: ShareTerms | undefined) => before,
    queryFn: async (): Promise<ShareTerms> => {
      const shares = { address: modules.shares, abi: memberSharesAbi } as const;
      const token = { address: settlement.address, abi: tokenAbi } as const;
      const [par, [minimum, maximum], money, allowed] = await Promise.all([
        readContract(client, { ...shares, functionName: "par" }),
        readContract(client, { ...shares, functionName: "holdingBounds" }),
        readContract(client, { ...token, functionName: "balanceOf", args: [account] }),
        readContract(client, { ...token, functionName: "allowance", args: [account, modules.treasury] }),
      ]);
      return { par, minimum, maximum, money, allowed };
    },
  };
  return useQuery(query, queryClient);
}
