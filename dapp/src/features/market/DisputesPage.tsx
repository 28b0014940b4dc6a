import type { JobEntry } from "../../../../books/market.ts";
import { t } from "../../../../books/say.ts";
import { useMarket } from "../../shared/chain/market.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents } from "../../shared/format/money.ts";
import { formatDay } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { inOffice } from "../../shared/membership/board.ts";
import { ARBITER } from "../../shared/motion/offices.ts";
import { StatementText } from "../../shared/statement/StatementText.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";
import { MemberName } from "../../shared/ui/MemberName.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { actsOn } from "./acts.ts";
import { disputesEnded, disputesOpen } from "./disputes.ts";
import { JobRow } from "./JobRow.tsx";
import { MarketTabs } from "./MarketTabs.tsx";
import { useViewer } from "./useJobs.ts";

/** Jobs that somebody disputed: those to decide, and how the others were decided. */
export function DisputesPage() {
  const { coop, now } = useCoop();
  const book = useMarket();
  const viewer = useViewer();
  const arbiters = inOffice(coop, ARBITER, now);
  const isArbiter = viewer.holds(ARBITER, viewer.account);
  const open = disputesOpen(book);
  const mine = isArbiter ? open.filter((entry) => actsOn(entry, viewer, book, now).includes("rule")) : [];
  const others = open.filter((entry) => !mine.includes(entry));
  const ended = disputesEnded(book);
  return (
    <>
      <PageHead
        title={t`Disputes`}
        lead={t`When a job is disputed its money is frozen. An arbiter whom the members appointed divides it, or the charter does.`}
      />
      <MarketTabs />
      <div className="space-y-6">
        {isArbiter && (
          <Sheet title={t`For you to decide`}>
            {mine.length === 0 && <Empty>{t`You are an arbiter, and nothing waits for you.`}</Empty>}
            <ul>
              {mine.map((entry) => (
                <JobRow key={entry.name} entry={entry} />
              ))}
            </ul>
          </Sheet>
        )}
        <Sheet title={isArbiter ? t`Other open disputes` : t`Open disputes`}>
          {others.length === 0 && (
            <Empty>
              {isArbiter && mine.length > 0 ? t`There is none besides.` : t`No job is disputed at the moment.`}
            </Empty>
          )}
          <ul>
            {others.map((entry) => (
              <JobRow key={entry.name} entry={entry} />
            ))}
          </ul>
        </Sheet>
        <Sheet title={t`Decided`}>
          {ended.length === 0 && <Empty>{t`No dispute has been decided yet.`}</Empty>}
          <ul>
            {ended.map((entry) => (
              <DecidedRow key={entry.name} entry={entry} />
            ))}
          </ul>
        </Sheet>
        <p className="small text-muted">
          {arbiters.length === 0
            ? t`Nobody is an arbiter at the moment. The members appoint arbiters by a proposal.`
            : rich`Arbiters: ${arbiters.map(({ account }, i) => (
                <span key={account}>
                  {i > 0 && "; "}
                  <MemberName account={account} coop={coop} />
                </span>
              ))}.`}
        </p>
      </div>
    </>
  );
}

/** How one was divided, and why. */
function DecidedRow({ entry }: { entry: JobEntry }) {
  const { coop, settlement } = useCoop();
  const { ruling, split, dates } = entry;
  return (
    <li className="border-b border-line py-4 first:pt-0 last:border-b-0 last:pb-0">
      <ul>
        <JobRow entry={entry} />
      </ul>
      <div className="small mt-1">
        {split && (
          <p className="figures">{rich`${formatCents(split.pay, settlement)} to the provider, ${formatCents(split.refund, settlement)} back to the customer, on ${formatDay(dates.ended)}${
            ruling && rich`, by ${<MemberName account={ruling.arbiter} coop={coop} within />}`
          }.`}</p>
        )}
        {ruling && <StatementText label={t`Reasons`} hash={ruling.reasons} author={ruling.arbiter} />}
      </div>
    </li>
  );
}
