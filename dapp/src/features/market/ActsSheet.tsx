import type { ComponentType } from "react";
import { JobState } from "../../../../books/job.ts";
import type { JobEntry } from "../../../../books/market.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { AcceptForm } from "./AcceptForm.tsx";
import { actsOn, type JobAct } from "./acts.ts";
import { ConfirmForm } from "./ConfirmForm.tsx";
import { DisputeForm } from "./DisputeForm.tsx";
import { DoneForm } from "./DoneForm.tsx";
import { HandInForm } from "./HandInForm.tsx";
import { Hindered } from "./Hindered.tsx";
import { nextWords } from "./next.ts";
import { RuleForm } from "./RuleForm.tsx";
import { SignForm } from "./SignForm.tsx";
import { Divide, GiveUp, Lapse, Refund, Release, Withdraw } from "./SimpleActs.tsx";
import { useMarketOf, useViewer } from "./useJobs.ts";

const FORMS: Record<JobAct, ComponentType<{ entry: JobEntry }>> = {
  accept: AcceptForm,
  done: DoneForm,
  confirm: ConfirmForm,
  sign: SignForm,
  handIn: HandInForm,
  withdraw: Withdraw,
  giveUp: GiveUp,
  dispute: DisputeForm,
  rule: RuleForm,
  lapse: Lapse,
  refund: Refund,
  release: Release,
  divide: Divide,
};

/** What happens next, and what the reader can do about it now. */
export function ActsSheet({ entry }: { entry: JobEntry }) {
  const { now } = useCoop();
  const market = useMarketOf(entry);
  const viewer = useViewer();
  if (entry.state === JobState.Ended) return null;
  const acts = actsOn(entry, viewer, market, now);
  return (
    <Sheet title={t`What happens next`}>
      <p>{nextWords(entry, market.terms, now, market.isFormer)}</p>
      {market.isFormer && (
        <p className="mt-3 text-muted">{t`It belongs to the former market, which the members replaced. It ends there as agreed and its money is safe; it gives no points any more.`}</p>
      )}
      <Hindered entry={entry} />
      <div className="divide-y divide-line">
        {acts.map((act) => {
          const Form = FORMS[act];
          return (
            <div key={act} className="py-4 first:pt-5 last:pb-0">
              <Form entry={entry} />
            </div>
          );
        })}
      </div>
    </Sheet>
  );
}
