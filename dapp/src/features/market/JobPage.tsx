import { getRouteApi, Link } from "@tanstack/react-router";
import { JobState } from "../../../../books/job.ts";
import type { JobEntry } from "../../../../books/market.ts";
import { jobNamed } from "../../../../books/markets.ts";
import { t } from "../../../../books/say.ts";
import { useMarket } from "../../shared/chain/market.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents } from "../../shared/format/money.ts";
import { rich } from "../../shared/language/rich.ts";
import { deadlineOf } from "../../shared/market/deadlines.ts";
import { useSayUpcoming } from "../../shared/motion/upcoming.ts";
import { ArticleHead } from "../../shared/ui/ArticleHead.tsx";
import { Chip } from "../../shared/ui/Chip.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { ActsSheet } from "./ActsSheet.tsx";
import { isCustomer, isProvider } from "./acts.ts";
import { CollectNote } from "./CollectNote.tsx";
import { DEADLINE_LABELS } from "./next.ts";
import { PapersSheet } from "./PapersSheet.tsx";
import { Party } from "./Party.tsx";
import { ReceiptSheet } from "./ReceiptSheet.tsx";
import { SplitSheet } from "./SplitSheet.tsx";
import { StepsSheet } from "./StepsSheet.tsx";
import { useMarketOf, useViewer } from "./useJobs.ts";
import { kindName, standingOf } from "./words.ts";

const route = getRouteApi("/market/$id");
/** What the provider is to it, by state. */
const BY: Record<number, string> = {
  [JobState.Offered]: t`offered to`,
  [JobState.Accepted]: t`to be done by`,
  [JobState.Done]: t`done by`,
  [JobState.Disputed]: t`done by`,
  [JobState.Ended]: t`accepted by`,
};

export function JobPage() {
  const { id } = route.useParams();
  const entry = jobNamed(useMarket(), id);
  return entry ? <JobView key={entry.name} entry={entry} /> : <Missing id={id} />;
}

function Missing({ id }: { id: string }) {
  return (
    <>
      <PageHead title={t`There is no job ${id}`} lead={t`Perhaps the address was cut off.`} />
      <Link to="/market" className="button button-quiet">{t`All jobs and services`}</Link>
    </>
  );
}

function JobView({ entry }: { entry: JobEntry }) {
  const { settlement, now } = useCoop();
  const { terms, isFormer } = useMarketOf(entry);
  const viewer = useViewer();
  const { job, state } = entry;
  const total = job.fare + job.passThrough + job.tip;
  const standing = standingOf(entry, terms, now, isFormer);
  const deadline = deadlineOf(entry, terms);
  useSayUpcoming(deadline && now < deadline.at ? { at: deadline.at, label: DEADLINE_LABELS[deadline.act] } : undefined);
  return (
    <article>
      <ArticleHead
        list={{ to: "/market", label: t`All jobs and services` }}
        eyebrow={t`Job ${entry.name}`}
        title={t`${kindName(job.kind)} for ${formatCents(job.fare, settlement)}`}
        chips={
          <>
            <Chip tone={standing.tone}>{standing.words}</Chip>
            {isFormer && <Chip>{t`Former market`}</Chip>}
            {job.role !== 0 && <Chip>{t`For the co-op`}</Chip>}
            {isCustomer(entry, viewer) && <Chip>{job.role === 0 ? t`You pay` : t`You speak for it`}</Chip>}
            {isProvider(entry, viewer) && <Chip>{state === JobState.Offered ? t`For you alone` : t`You do it`}</Chip>}
          </>
        }
      >{rich`${total > job.fare && t`That is the fare; with costs and tip the customer pays ${formatCents(total, settlement)}. `}Paid by ${<Party entry={entry} side="customer" />}${
        BigInt(job.provider) !== 0n && (
          <>
            , {BY[state]} <Party entry={entry} side="provider" />
          </>
        )
      }${entry.service !== 0 && t`, a booking of service ${entry.service}`}.`}</ArticleHead>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem] lg:grid-rows-[auto_1fr]">
        <div className="space-y-6 lg:col-start-2">
          <CollectNote />
          <ActsSheet entry={entry} />
          <ReceiptSheet entry={entry} />
        </div>
        <div className="space-y-6 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <SplitSheet entry={entry} />
          <PapersSheet entry={entry} />
          <StepsSheet entry={entry} />
        </div>
      </div>
    </article>
  );
}
