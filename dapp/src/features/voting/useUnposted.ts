import { useQuery } from "@tanstack/react-query";
import type { Client } from "viem";
import { readContract } from "viem/actions";
import { useClient } from "wagmi";
import { treasuryAbi } from "../../../../books/abi.ts";
import { queryClient } from "../../shared/chain/queries.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";

/** What arrived at the treasury and is in no fund yet (A9); undefined until read. */
export function useUnposted(): bigint | undefined {
  const { modules, settlement, head } = useCoop();
  const client = useClient() as Client;
  const query = {
    queryKey: ["unposted", String(head.number)],
    placeholderData: (before: bigint | undefined) => before,
    queryFn: () =>
      readContract(client, {
        address: modules.treasury,
        abi: treasuryAbi,
        functionName: "unposted",
        args: [settlement.address],
      }),
  };
  return useQuery(query, queryClient).data;
}
