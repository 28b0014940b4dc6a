import { useQuery } from "@tanstack/react-query";
import type { Address, Client } from "viem";
import { readContract } from "viem/actions";
import { useClient } from "wagmi";
import type { Coop } from "../../../../books/coop.ts";
import { MODULE_AT, type ModuleName } from "../../shared/chain/places.ts";
import { queryClient } from "../../shared/chain/queries.ts";
import { tokenAbi } from "../../shared/chain/token.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { sameAddress } from "../../shared/format/address.ts";

/** What a part of the co-op may take from an account; `former` when another stands in its place now. */
export type Allowance = { module: ModuleName; spender: Address; former: boolean; amount: bigint };

/** Every part that stands or ever stood in the co-op. */
export function spendersOf({ placements }: Pick<Coop, "placements">): Omit<Allowance, "amount">[] {
  const found = new Map<string, Omit<Allowance, "amount">>();
  for (const { place, module: spender } of placements) {
    const module = MODULE_AT[place];
    if (!module) continue;
    const standing = placements.findLast((one) => one.place === place);
    const former = standing !== undefined && !sameAddress(standing.module, spender);
    found.set(spender.toLowerCase(), { module, spender, former });
  }
  return [...found.values()];
}

/** More than any payment: somebody allowed everything. */
export const isWithoutLimit = (amount: bigint): boolean => amount >= 2n ** 96n;

/** What is allowed now, read again with every block. */
export function useAllowances(account: Address) {
  const { coop, settlement, head } = useCoop();
  const client = useClient() as Client;
  const query = {
    queryKey: ["allowances", account, settlement.address, String(head.number)],
    placeholderData: (before: Allowance[] | undefined) => before,
    queryFn: async (): Promise<Allowance[]> => {
      const all = await Promise.all(
        spendersOf(coop).map(async (one) => ({
          ...one,
          amount: await readContract(client, {
            ...{ address: settlement.address, abi: tokenAbi, functionName: "allowance" },
            args: [account, one.spender],
          }),
        })),
      );
      return all.filter(({ amount }) => amount > 0n);
    },
  };
  return useQuery(query, queryClient);
}
