import { useQuery } from "@tanstack/react-query";
import type { Address, Client } from "viem";
import { readContract } from "viem/actions";
import { useClient } from "wagmi";
import { memberSharesAbi } from "../../../../books/abi.ts";
import { permitDomain } from "../../shared/act/permit.ts";
import type { Purse } from "../../shared/act/usePurse.ts";
import { queryClient } from "../../shared/chain/queries.ts";
import { tokenAbi } from "../../shared/chain/token.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";

export type ShareTerms = Purse & {
  par: bigint;
  minimum: bigint;
  maximum: bigint;
  /** Seconds from asking for a withdrawal to the first day on which it can be paid (S2). */
  notice: number;
};

/** What a share costs, and what the account has and allowed so far; read again with every block. */
export function useShareTerms(account: Address) {
  const { modules, settlement, head } = useCoop();
  const client = useClient() as Client;
  const query = {
    queryKey: ["share terms", account, String(head.number)],
    placeholderData: (before: ShareTerms | undefined) => before,
    queryFn: async (): Promise<ShareTerms> => {
      const token = { address: settlement.address, abi: tokenAbi } as const;
      const [terms, money, allowed, domain] = await Promise.all([
        readContract(client, { address: modules.shares, abi: memberSharesAbi, functionName: "terms" }),
        readContract(client, { ...token, functionName: "balanceOf", args: [account] }),
        readContract(client, { ...token, functionName: "allowance", args: [account, modules.treasury] }),
        permitDomain(client, settlement.address, account),
      ]);
      const { par, minimum, maximum, notice } = terms;
      const spender = modules.treasury;
      return { par, minimum, maximum, notice: Number(notice), spender, money, allowed, signs: domain !== undefined };
    },
  };
  return useQuery(query, queryClient);
}
