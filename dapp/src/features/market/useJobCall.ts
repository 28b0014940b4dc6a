import type { JobEntry } from "../../../../books/market.ts";
import type { Call } from "../../shared/act/perform.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";

/** Calls to the market about one job, which bring the job along. */
export function useJobCall({ id, job }: Pick<JobEntry, "id" | "job">) {
  const { modules } = useCoop();
  return (functionName: string, ...rest: readonly unknown[]): Call => ({
    address: modules.market,
    abi: ABI_OF.market as never,
    functionName,
    args: [BigInt(id), job, ...rest],
  });
}
