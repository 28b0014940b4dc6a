import { useState } from "react";
import { JobKind } from "../../../../books/job.ts";
import type { JobEntry } from "../../../../books/market.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { formatSpan } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { termsOf } from "../../shared/market/deadlines.ts";
import { DistanceField } from "./DistanceField.tsx";
import { metresIn } from "./distance.ts";
import { useJobCall } from "./useJobCall.ts";
import { useMarketOf } from "./useJobs.ts";

/** The provider says that it is done. */
export function DoneForm({ entry }: { entry: JobEntry }) {
  const { terms } = useMarketOf(entry);
  const call = useJobCall(entry);
  const act = useAct(`done:${entry.name}`);
  const [written, setWritten] = useState("");
  const distance = entry.job.kind === JobKind.Ride ? metresIn(written) : 0;
  const window = termsOf(entry, terms)?.window ?? 0;
  return (
    <div className="space-y-4">
      {entry.job.kind === JobKind.Ride && (
        <DistanceField
          hint={t`It counts once the customer agrees. May be left empty.`}
          value={written}
          onChange={setWritten}
        />
      )}
      <div>
        <ActButton
          act={act}
          label={t`It is done`}
          disabled={distance === undefined}
          call={() => (distance === undefined ? undefined : call("done", distance))}
        />
        <ActStatus act={act} done={t`The customer can confirm it now.`} />
      </div>
      <p className="small text-muted">{rich`You are paid when the customer confirms, or after ${formatSpan(window)} if nobody disputes it.`}</p>
    </div>
  );
}
