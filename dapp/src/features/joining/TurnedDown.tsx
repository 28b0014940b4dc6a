import { zeroHash } from "viem";
import type { Application } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatDay, formatMoment } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { mayAppeal, standingOf } from "../../shared/membership/applications.ts";
import { useSayUpcoming } from "../../shared/motion/upcoming.ts";
import { StatementText } from "../../shared/statement/StatementText.tsx";
import { Chip } from "../../shared/ui/Chip.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { AppealForm } from "./AppealForm.tsx";
import { AppealUnderWay } from "./AppealUnderWay.tsx";
import { reasonToApplicant } from "./reasons.ts";

/** An application that came to nothing: why, and what can be done. */
export function TurnedDown({ application }: { application: Application }) {
  const { now } = useCoop();
  const { until, decision, memberId } = application;
  const standing = standingOf(application, now);
  useSayUpcoming(now > until ? undefined : { at: until + 1, label: t`you can apply again` });
  return (
    <>
      {standing === "refused" && (
        <Sheet title={t`The board said no`} aside={<Chip tone="bad">{t`Refused`}</Chip>}>
          <p className="max-w-[46rem]">{rich`On ${formatDay(decision?.at ?? 0)} the board refused your application because ${reasonToApplicant(decision?.reason)}.`}</p>
          {decision?.statement && decision.statement !== zeroHash && (
            <StatementText label={t`What the board wrote to you`} hash={decision.statement} author={decision.by} />
          )}
          <p className="mt-3">
            {now > until ? t`You can apply again now.` : t`You can apply again after ${formatMoment(until)}.`}
          </p>
        </Sheet>
      )}
      {standing === "unheard" && (
        <Sheet title={t`The board did not answer in time`} aside={<Chip tone="bad">{t`Counts as refused`}</Chip>}>
          <p className="max-w-[46rem]">{rich`Its time ended on ${formatMoment(until)}. That counts as a refusal. ${
            memberId === undefined
              ? t`You can apply again now, or turn to the members.`
              : t`You stay in your class, and can apply again now.`
          }`}</p>
        </Sheet>
      )}
      {standing === "lapsed" && (
        <Sheet title={t`Your acceptance has lapsed`} aside={<Chip>{t`Lapsed`}</Chip>}>
          <p className="max-w-[46rem]">{rich`The board accepted you, and it held until ${formatMoment(until)}. Nothing is lost: apply again.`}</p>
        </Sheet>
      )}
      {mayAppeal(application, now) && <AppealForm application={application} />}
      {application.appealedAt !== undefined && <AppealUnderWay application={application} />}
    </>
  );
}
