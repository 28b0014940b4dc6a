import type { JobEntry } from "../../../../books/market.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { formatMoment } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { SumNote } from "./SumNote.tsx";
import { useJobCall } from "./useJobCall.ts";
import { useMarketOf, useMemberIdOf, useViewer } from "./useJobs.ts";

/** Accepts a job after seeing what one would get; under the terms that were seen, or not at all (J1). */
export function AcceptForm({ entry }: { entry: JobEntry }) {
  const { terms } = useMarketOf(entry);
  const viewer = useViewer();
  const idOf = useMemberIdOf();
  const call = useJobCall(entry);
  const act = useAct(`accept:${entry.name}`);
  const { job } = entry;
  return (
    <div className="space-y-4">
      <SumNote job={job} sides={{ providerId: viewer.memberId, customerId: idOf(job.customer) }} side="work" />
      <div>
        <ActButton act={act} label={t`Accept this job`} call={() => call("accept", terms.length)} />
        <ActStatus act={act} done={t`It is yours.`} />
      </div>
      {job.role !== 0 && viewer.holds(job.role, viewer.account) && (
        <p className="small text-muted">{t`You hold the office that speaks for the co-op here. If you do the job yourself nobody can confirm it, and it pays out once the time for a dispute is over.`}</p>
      )}
      <p className="small text-muted">{rich`You do it by ${formatMoment(job.doBy)} and say so here. You can give it up until then; the customer can not take it back.`}</p>
    </div>
  );
}
