import type { JobEntry } from "../../../../books/market.ts";
import type { Call } from "../../shared/act/perform.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";

/** Calls to the market about one job, which bring the job along. */
export function useJobCall({ id, job, market }: Pick<JobEntry, "id" | "job" | "market">) {
  return (functionName: string, ...rest: readonly unknown[]): Call => ({
    address: market,
    abi: ABI_OF.market as never,
    functionName,
    args: [BigInt(id), job, ...rest],
  });
}
