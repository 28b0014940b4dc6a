import { useQuery } from "@tanstack/react-query";
import type { Client } from "viem";
import { readContract } from "viem/actions";
import { useClient } from "wagmi";
import { treasuryAbi } from "../../../../books/abi.ts";
import { queryClient } from "../../shared/chain/queries.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import type { Disposal } from "./newProposal.ts";

/** What the members parted with in twelve months, and what ordinary resolutions must stay below; undefined until read. */
export function useDisposal(): Disposal | undefined {
  const { modules, settlement, head } = useCoop();
  const client = useClient() as Client;
  const query = {
    queryKey: ["disposal", String(head.number)],
    placeholderData: (before: Disposal | undefined) => before,
    queryFn: async (): Promise<Disposal> => {
      const [disposed, limit] = await readContract(client, {
        address: modules.treasury,
        abi: treasuryAbi,
        functionName: "disposalLimit",
        args: [settlement.address],
      });
      return { disposed, limit };
    },
  };
  return useQuery(query, queryClient).data;
}
