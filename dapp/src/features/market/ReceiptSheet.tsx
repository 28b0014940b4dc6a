import { Link } from "@tanstack/react-router";
import { JobState, WHOLE_AWARD } from "../../../../books/job.ts";
import type { JobEntry } from "../../../../books/market.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { useConfig } from "../../shared/config/useConfig.ts";
import { centsUp, formatCents } from "../../shared/format/money.ts";
import { formatDay } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { termsOf } from "../../shared/market/deadlines.ts";
import { pointsWords } from "../../shared/surplus/points.ts";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { isProvider } from "./acts.ts";
import { isParty } from "./browse.ts";
import { feeIn, missedPoints } from "./split-lines.ts";
import { useMarketOf, useViewer } from "./useJobs.ts";

/** What a party paid or got in the end; who is no member is invited to apply (J7). */
export function ReceiptSheet({ entry }: { entry: JobEntry }) {
  const { coop, settlement } = useCoop();
  const { terms, isFormer } = useMarketOf(entry);
  const { name } = useConfig();
  const viewer = useViewer();
  const { job, split, state, dates } = entry;
  const held = termsOf(entry, terms);
  if (state !== JobState.Ended || !split || !held || !isParty(entry, viewer)) return null;
  const works = isProvider(entry, viewer);
  const side = works ? "work" : "custom";
  const money = (amount: bigint) => formatCents(amount, settlement);
  const spent = job.fare + job.passThrough + job.tip - split.refund;
  const points = split[side];
  const award = entry.ruling?.award ?? (split.refund > 0n ? held.defaultAward : WHOLE_AWARD);
  const missed = feeIn(split) === 0n ? 0n : missedPoints(job, split, held, award, side);
  const guest = (works ? job.providerId : job.customerId) === 0 && (works || job.role === 0);
  return (
    <Sheet title={t`Your receipt`}>
      <dl className="space-y-1">
        <Fact term={works ? t`You got` : t`You paid`}>{money(works ? split.pay : spent)}</Fact>
        <Fact term={works ? t`After a fee of` : t`Of it the fee was`}>{money(centsUp(feeIn(split), settlement))}</Fact>
        <Fact term={t`On`}>{formatDay(dates.ended)}</Fact>
        {points > 0n && <Fact term={t`You earned`}>{pointsWords(points, settlement)}</Fact>}
      </dl>
      {guest && missed > 0n && !isFormer && coop.windingUpSince === undefined && (
        <p className="mt-3 rounded-xl bg-act-soft p-4 text-on-act-soft">{rich`As a member you would have earned ${pointsWords(missed, settlement)} with this job, which bring back a part of the fee. ${<Link to="/apply" className="link">{rich`Join ${name}`}</Link>}`}</p>
      )}
    </Sheet>
  );
}

function Fact({ term, children }: { term: string; children: string }) {
  return (
    <div className="pair">
      <dt className="text-muted">{term}</dt>
      <dd className="figures">{children}</dd>
    </div>
  );
}
