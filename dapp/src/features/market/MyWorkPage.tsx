import { t } from "../../../../books/say.ts";
import { jobsOf } from "../../../../books/surplus.ts";
import { useMarket } from "../../shared/chain/market.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatDay } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { linesOf, type PeriodSums, periodsOf, wasParty } from "../../shared/market/my-work.ts";
import { Disclosure } from "../../shared/ui/Disclosure.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { CollectNote } from "./CollectNote.tsx";
import { JobRow } from "./JobRow.tsx";
import { MarketTabs } from "./MarketTabs.tsx";
import { ProjectionSheet } from "./ProjectionSheet.tsx";
import { SumsTable } from "./SumsTable.tsx";
import { useViewer } from "./useJobs.ts";
import { WorkFile } from "./WorkFile.tsx";

const SHOWN = 20;

/** What the reader earned and paid, by period, and the points that it brought. */
export function MyWorkPage() {
  return (
    <>
      <PageHead
        title={t`My work`}
        lead={t`What you earned and what you paid, by period, and the points that it brought you.`}
      />
      <MarketTabs />
      <Body />
    </>
  );
}

function Body() {
  const book = useMarket();
  const viewer = useViewer();
  const { connect } = useWallet();
  if (!viewer.account) {
    return (
      <Sheet title={t`Whose work?`}>
        <p className="mb-4">{t`Connect your wallet to see your own jobs, as a member or as a guest.`}</p>
        <button type="button" className="button button-main" onClick={connect}>{t`Connect your wallet`}</button>
      </Sheet>
    );
  }
  const lines = linesOf(book, viewer);
  const periods = periodsOf(book, lines);
  const jobs = jobsOf(book)
    .filter((entry) => wasParty(entry, viewer))
    .reverse();
  return (
    <div className="space-y-6">
      <CollectNote />
      <ProjectionSheet />
      {periods.map((one) => (
        <PeriodSheet key={one.period} sums={one} />
      ))}
      <Sheet title={t`All your jobs`} aside={lines.length > 0 && <WorkFile lines={lines} />}>
        {jobs.length === 0 && (
          <Empty>{t`You have done no job yet, and asked for none. The market shows what can be accepted or booked.`}</Empty>
        )}
        <ul>
          {jobs.slice(0, SHOWN).map((entry) => (
            <JobRow key={entry.name} entry={entry} />
          ))}
        </ul>
        {jobs.length > SHOWN && (
          <Disclosure label={t`${jobs.length - SHOWN} older ones`}>
            <ul>
              {jobs.slice(SHOWN).map((entry) => (
                <JobRow key={entry.name} entry={entry} />
              ))}
            </ul>
          </Disclosure>
        )}
      </Sheet>
    </div>
  );
}

function PeriodSheet({ sums }: { sums: PeriodSums }) {
  const { now } = useCoop();
  const { surplusTerms } = useMarket();
  const { period, openedAt, closedAt, provider, customer } = sums;
  const ends = openedAt + (surplusTerms?.period ?? 0);
  const title = closedAt === 0 ? t`This period, No. ${period}` : t`Period ${period}`;
  const until = closedAt || ends;
  return (
    <Sheet
      title={title}
      aside={
        <span className="small text-muted">{rich`${formatDay(openedAt)} to ${formatDay(until)}${closedAt === 0 && now >= ends && t`, to be closed by anyone`}`}</span>
      }
    >
      {provider.jobs + customer.jobs === 0 ? (
        <Empty>{t`Nothing yet. What you do and what you ask for is counted here once it is paid.`}</Empty>
      ) : (
        <SumsTable sums={sums} />
      )}
    </Sheet>
  );
}
