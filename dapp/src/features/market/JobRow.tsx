import { Link } from "@tanstack/react-router";
import { zeroAddress } from "viem";
import { JobState } from "../../../../books/job.ts";
import type { JobEntry } from "../../../../books/market.ts";
import { t } from "../../../../books/say.ts";
import { useMarket } from "../../shared/chain/market.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents } from "../../shared/format/money.ts";
import { formatDay, formatMoment, formatSpan } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { ListRow, ROW_LINK } from "../../shared/motion/ListRow.tsx";
import { pointsWords } from "../../shared/surplus/points.ts";
import { Chip } from "../../shared/ui/Chip.tsx";
import { isCustomer, isProvider } from "./acts.ts";
import { nextWords } from "./next.ts";
import { expectedSplit } from "./split-lines.ts";
import { useMarketOf, useMemberIdOf, useViewer } from "./useJobs.ts";
import { Words } from "./Words.tsx";
import { kindName, standingOf } from "./words.ts";

/** One job in a list. */
export function JobRow({ entry }: { entry: JobEntry }) {
  const { settlement, now } = useCoop();
  const { terms, isFormer } = useMarketOf(entry);
  const viewer = useViewer();
  const { job } = entry;
  const standing = standingOf(entry, terms, now, isFormer);
  const [pays, provides] = [isCustomer(entry, viewer), isProvider(entry, viewer)];
  const alone = entry.state === JobState.Offered && job.provider !== zeroAddress;
  return (
    <ListRow
      eyebrow={t`Job ${entry.name}`}
      chips={
        <>
          <Chip tone={standing.tone}>{standing.words}</Chip>
          {isFormer && <Chip>{t`Former market`}</Chip>}
          {job.role !== 0 && <Chip>{t`For the co-op`}</Chip>}
          {pays && <Chip>{job.role === 0 ? t`You pay` : t`You speak for it`}</Chip>}
          {provides && <Chip>{alone ? t`For you alone` : t`You do it`}</Chip>}
          {alone && !provides && <Chip>{t`For one person alone`}</Chip>}
        </>
      }
      title={
        <Link
          to="/market/$id"
          params={{ id: entry.name }}
          className={ROW_LINK}
        >{rich`${kindName(job.kind)} for ${formatCents(job.fare, settlement)}`}</Link>
      }
    >
      {entry.state === JobState.Offered && !alone && <Words hash={entry.details} />}
      <Extras entry={entry} />
      {entry.state === JobState.Offered && now < job.acceptBy && !isFormer ? (
        rich`to be done by ${formatMoment(job.doBy)} · open for another ${formatSpan(job.acceptBy - now)}${!pays && <YouGet entry={entry} />}`
      ) : (
        <>
          {entry.state === JobState.Ended && `${formatDay(entry.dates.ended)} · `}
          {nextWords(entry, terms, now, isFormer)}
        </>
      )}
    </ListRow>
  );
}

function Extras({ entry: { job } }: { entry: JobEntry }) {
  const { settlement } = useCoop();
  const parts = [
    job.passThrough > 0n && t`${formatCents(job.passThrough, settlement)} for tolls and other costs`,
    job.tip > 0n && t`${formatCents(job.tip, settlement)} tip`,
  ].filter(Boolean);
  return parts.length > 0 ? rich`with ${parts.join(t` and `)} · ` : null;
}

/** What the reader would have of it, before accepting (J1). */
function YouGet({ entry: { job } }: { entry: JobEntry }) {
  const { settlement } = useCoop();
  const { terms } = useMarket();
  const { memberId } = useViewer();
  const idOf = useMemberIdOf();
  const held = terms.at(-1);
  if (!held) return null;
  const split = expectedSplit(job, held, { providerId: memberId, customerId: idOf(job.customer) });
  return (
    <span className="block text-on-act-soft">{rich`You would get ${<strong className="figures">{formatCents(split.pay, settlement)}</strong>}${split.work > 0n && t` and ${pointsWords(split.work, settlement)}`}`}</span>
  );
}
