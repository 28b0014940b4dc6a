import type { ReactNode } from "react";
import { JobEnd, JobKind, JobState } from "../../../../books/job.ts";
import type { JobEntry } from "../../../../books/market.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatRelative } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { deadlineOf } from "../../shared/market/deadlines.ts";
import { MemberName } from "../../shared/ui/MemberName.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { When } from "../../shared/ui/When.tsx";
import { kilometres } from "./distance.ts";
import { NEXT_STEPS } from "./next.ts";
import { Party } from "./Party.tsx";
import { useMarketOf } from "./useJobs.ts";
import { endOf } from "./words.ts";

type Step = { key: string; label: ReactNode; at: number; note?: ReactNode };

/** What happened to it, by whom and when, and what the clock brings next. */
export function StepsSheet({ entry }: { entry: JobEntry }) {
  const { now } = useCoop();
  const { terms } = useMarketOf(entry);
  const deadline = deadlineOf(entry, terms);
  return (
    <Sheet title={t`Step by step`}>
      <ol className="relative ml-1.5 space-y-4 border-l-2 border-line">
        {stepsOf(entry).map(({ key, label, at, note }) => (
          <Dot key={key} passed>
            <p>{label}</p>
            <p className="small text-muted">
              <When at={at} />
              {note && <>, {note}</>}
            </p>
          </Dot>
        ))}
        {deadline && (
          <Dot passed={false}>
            <p className="font-semibold">{NEXT_STEPS[deadline.act]}</p>
            <p className="small text-muted">
              <When at={deadline.at} />, {formatRelative(deadline.at, now)}
            </p>
          </Dot>
        )}
      </ol>
    </Sheet>
  );
}

function Dot({ passed, children }: { passed: boolean; children: ReactNode }) {
  return (
    <li className="relative pl-5">
      <span
        aria-hidden="true"
        className={`absolute top-1.5 -left-[7px] size-3 rounded-full border-2 border-act ${passed ? "bg-act" : "bg-surface"}`}
      />
      {children}
    </li>
  );
}

function stepsOf(entry: JobEntry): Step[] {
  const { job, dates, state, countersigned, dispute } = entry;
  const ride = job.kind === JobKind.Ride;
  const steps: Step[] = [
    {
      key: "offered",
      at: dates.offered,
      label: rich`${entry.service ? t`Booked` : t`Offered`} by ${<Party entry={entry} side="customer" />}`,
    },
  ];
  if (dates.accepted) {
    const provider = <Party entry={entry} side="provider" />;
    steps.push({
      key: "accepted",
      at: dates.accepted,
      label: entry.service ? rich`Accepted beforehand by ${provider}` : rich`Accepted by ${provider}`,
      note: t`under terms No. ${job.terms}`,
    });
  }
  if (dates.done) {
    steps.push({
      key: "done",
      at: dates.done,
      label: t`Done, says the provider`,
      note: ride && job.distance > 0 ? t`over ${kilometres(job.distance)}` : undefined,
    });
  }
  if (dates.disputed && dispute) {
    steps.push({ key: "disputed", at: dates.disputed, label: <Disputed by={dispute.by} /> });
  }
  if (state === JobState.Ended) {
    const counts = countersigned && ride ? countersigned.distance : 0;
    steps.push({
      key: "ended",
      at: dates.ended,
      label: endOf(entry).sentence,
      note:
        entry.how === JobEnd.Countersigned && ride
          ? counts > 0
            ? t`${kilometres(counts)} count`
            : t`no distance counts`
          : undefined,
    });
  }
  return steps;
}

function Disputed({ by }: { by: string }) {
  const { coop } = useCoop();
  return rich`Disputed by ${<MemberName account={by} coop={coop} within />}`;
}
