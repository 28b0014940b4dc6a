import { useQuery } from "@tanstack/react-query";
import type { Client } from "viem";
import { readContract } from "viem/actions";
import { useClient } from "wagmi";
import { patronageAbi, surplusAbi } from "../../../../books/abi.ts";
import { queryClient } from "../../shared/chain/queries.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";

/** Nothing of this changes any more once it was declared; a node that lags behind is asked again. */
const AGAIN_MS = 30_000;

/** What the contracts themselves say, to stand beside what the page worked out from events; undefined until read. */
function useView<T>(key: readonly unknown[], read: (client: Client) => Promise<T>): T | undefined {
  const client = useClient() as Client;
  const query = { queryKey: [...key], refetchInterval: AGAIN_MS, queryFn: () => read(client) };
  return useQuery(query, queryClient).data as T | undefined;
}

/** A member's dividend of a period. */
export function useDividendView(period: number, memberId: number) {
  const { modules } = useCoop();
  return useView(["dividend", modules.patronage, period, memberId], (client) =>
    readContract(client, {
      address: modules.patronage,
      abi: patronageAbi,
      functionName: "dividendOf",
      args: [period, memberId],
    }),
  );
}

/** How a period's surplus was divided. */
export function useRecordView(period: number) {
  const { modules } = useCoop();
  return useView(["record", modules.surplus, period], (client) =>
    readContract(client, { address: modules.surplus, abi: surplusAbi, functionName: "recordOf", args: [period] }),
  );
}
