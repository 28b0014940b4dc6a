import type { Application } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatDay } from "../../shared/format/time.ts";
import { type Standing, standingOf } from "../../shared/membership/applications.ts";
import { Chip } from "../../shared/ui/Chip.tsx";
import type { Tone } from "../../shared/ui/tone.ts";
import { Applicant } from "./Applicant.tsx";
import { REASONS } from "./reasons.ts";

const CHIPS: Record<Standing, { tone: Tone; label: string }> = {
  waiting: { tone: "coming", label: t`Waiting` },
  accepted: { tone: "good", label: t`Accepted` },
  refused: { tone: "bad", label: t`Refused` },
  unheard: { tone: "bad", label: t`No answer in time` },
  lapsed: { tone: "quiet", label: t`Acceptance lapsed` },
};

/** An application that was answered, or not in time. */
export function DecidedRow({ application }: { application: Application }) {
  const { now } = useCoop();
  const { until, decision, appealedAt, memberId } = application;
  const standing = standingOf(application, now);
  const { tone, label } = CHIPS[standing];
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 border-b border-line py-3 last:border-b-0 last:pb-0 first:pt-0">
      <Applicant application={application} />
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="small text-muted">{lineOf()}</span>
        <Chip tone={tone}>{label}</Chip>
        {appealedAt !== undefined && <Chip tone="coming">{t`Appealed`}</Chip>}
      </span>
    </li>
  );

  function lineOf(): string {
    if (standing === "accepted") return t`can ${memberId === undefined ? t`join` : t`move`} until ${formatDay(until)}`;
    if (standing === "refused") return REASONS[decision?.reason ?? 5]?.short ?? "";
    return t`on ${formatDay(until)}`;
  }
}
