import { useQuery } from "@tanstack/react-query";
import type { Address, Client } from "viem";
import { readContract } from "viem/actions";
import { useClient } from "wagmi";
import type { ModuleName } from "../chain/places.ts";
import { queryClient } from "../chain/queries.ts";
import { tokenAbi } from "../chain/token.ts";
import { useCoop } from "../chain/useCoop.ts";
import { permitDomain } from "./permit.ts";

export type Purse = {
  /** Which module of the co-op takes the money. */
  spender: Address;
  /** What the account has, and what it let that module take. */
  money: bigint;
  allowed: bigint;
  /** Whether the account can allow a sum by a signature, so that paying is one act. */
  signs: boolean;
};

/** What an account can pay with; read again with every block. */
export function usePurse(account: Address, taker: ModuleName = "treasury") {
  const { modules, settlement, head } = useCoop();
  const spender = modules[taker];
  const client = useClient() as Client;
  const query = {
    queryKey: ["purse", account, spender, String(head.number)],
    placeholderData: (before: Purse | undefined) => before,
    queryFn: async (): Promise<Purse> => {
      const token = { address: settlement.address, abi: tokenAbi } as const;
      const [money, allowed, domain] = await Promise.all([
        readContract(client, { ...token, functionName: "balanceOf", args: [account] }),
        readContract(client, { ...token, functionName: "allowance", args: [account, spender] }),
        permitDomain(client, settlement.address, account),
      ]);
      return { spender, money, allowed, signs: domain !== undefined };
    },
  };
  return useQuery(query, queryClient);
}
