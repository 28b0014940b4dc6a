import { JobState, splitOf, WHOLE_AWARD } from "../../../../books/job.ts";
import type { JobEntry } from "../../../../books/market.ts";
import { t } from "../../../../books/say.ts";
import { termsOf } from "../../shared/market/deadlines.ts";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { SplitTable } from "./SplitTable.tsx";
import { expectedSplit } from "./split-lines.ts";
import { useMarketOf, useMemberIdOf, useViewer } from "./useJobs.ts";

/** How the money of a job was divided, or would be if all goes well. */
export function SplitSheet({ entry }: { entry: JobEntry }) {
  const { terms, isFormer } = useMarketOf(entry);
  const { memberId } = useViewer();
  const idOf = useMemberIdOf();
  const { job, state, split } = entry;
  const held = termsOf(entry, terms);
  if (!held) return null;
  if (state === JobState.Ended && split) {
    return (
      <Sheet title={t`How it was divided`}>
        <SplitTable
          job={job}
          split={split}
          terms={held}
          points={entry.period}
          isFormer={isFormer && entry.period === 0}
        />
      </Sheet>
    );
  }
  // Before acceptance nobody knows the provider: it is told as it would be for the reader, or for the one who is asked.
  const asked = BigInt(job.provider) !== 0n;
  const expected =
    state === JobState.Offered
      ? expectedSplit(job, held, {
          providerId: asked ? idOf(job.provider) : memberId,
          customerId: idOf(job.customer),
        })
      : splitOf(job, held, WHOLE_AWARD);
  return (
    <Sheet title={t`How it will be divided`}>
      <SplitTable
        job={job}
        split={isFormer ? { ...expected, work: 0n, custom: 0n } : expected}
        terms={held}
        isFormer={isFormer}
      />
      <p className="small mt-3 text-muted">
        {state === JobState.Offered
          ? asked
            ? t`As the terms are today; they are fixed once it is accepted.`
            : memberId !== 0
              ? t`If you do it, as the terms are today; they are fixed once it is accepted.`
              : t`If somebody does it who is no member, as the terms are today; they are fixed once it is accepted.`
          : t`If it is paid in full. The terms were fixed when it was accepted.`}
      </p>
    </Sheet>
  );
}
