import type { JobEntry } from "../../../../books/market.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { rich } from "../../shared/language/rich.ts";
import { officeName } from "../../shared/motion/offices.ts";
import { MemberName } from "../../shared/ui/MemberName.tsx";

/** One side of a job; for work for the co-op the customer is the co-op, and an office speaks for it. */
export function Party({ entry: { job }, side }: { entry: Pick<JobEntry, "job">; side: "customer" | "provider" }) {
  const { coop } = useCoop();
  if (side === "customer" && job.role !== 0) return rich`the co-op, for which the ${officeName(job.role)} speaks`;
  return <MemberName account={job[side]} coop={coop} within />;
}
