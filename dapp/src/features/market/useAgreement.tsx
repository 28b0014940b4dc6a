import { useState } from "react";
import { isPlausible, JobKind, JobState } from "../../../../books/job.ts";
import type { JobEntry } from "../../../../books/market.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { rich } from "../../shared/language/rich.ts";
import { termsOf } from "../../shared/market/deadlines.ts";
import { DistanceField } from "./DistanceField.tsx";
import { kilometres, metresIn } from "./distance.ts";
import { useMarketOf } from "./useJobs.ts";

/** The metres that the customer agrees to, and the control for it; undefined while they make no sense. */
export function useAgreement(entry: JobEntry) {
  const { job, state, dates } = entry;
  const { now } = useCoop();
  const { terms } = useMarketOf(entry);
  const [agrees, setAgrees] = useState(true);
  const [written, setWritten] = useState("");
  if (job.kind !== JobKind.Ride) return { distance: 0, field: null };
  const stated = state === JobState.Done;
  const distance = stated ? (agrees ? job.distance : 0) : metresIn(written);
  const speed = termsOf({ job }, terms)?.speed ?? 0;
  const elapsed = (stated ? dates.done : now) - job.acceptedAt;
  const tooFast = distance !== undefined && distance > 0 && !isPlausible(distance, elapsed, speed);
  const field = (
    <div className="space-y-2">
      {stated && job.distance > 0 && (
        <label className="flex gap-3">
          <input
            type="checkbox"
            className="mt-1.5 size-4 accent-(--act)"
            checked={agrees}
            onChange={(event) => setAgrees(event.target.checked)}
          />
          <span>{rich`It was ${kilometres(job.distance)}, as the provider says`}</span>
        </label>
      )}
      {!stated && (
        <DistanceField hint={t`May be left empty: then no distance counts.`} value={written} onChange={setWritten} />
      )}
      {tooFast && (
        <p className="small text-muted">{rich`That would be faster than ${speed} km/h, so no distance counts. The money does not depend on it.`}</p>
      )}
    </div>
  );
  return { distance, field };
}
