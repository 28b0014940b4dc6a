import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { ReadingKeyNote } from "../../shared/documents/ReadingKeyNote.tsx";
import { applicationsToDecide, standingOf } from "../../shared/membership/applications.ts";
import { MemberTabs } from "../../shared/membership/MemberTabs.tsx";
import { isOnBoard } from "../../shared/motion/rolls.ts";
import { Empty } from "../../shared/ui/Empty.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { DecidedRow } from "./DecidedRow.tsx";
import { ToDecide } from "./ToDecide.tsx";

/** Who wants to join: for directors to decide, for everybody to see that it is done in time. */
export function ApplicationsPage() {
  const { coop, now } = useCoop();
  const { address } = useWallet();
  const onBoard = isOnBoard(coop, address, now);
  const waiting = applicationsToDecide(coop, now);
  const decided = [...coop.applications.values()]
    .filter((application) => standingOf(application, now) !== "waiting")
    .sort((a, b) => b.appliedAt - a.appliedAt);
  return (
    <>
      <PageHead
        title={t`Applications`}
        lead={t`Who wants to join, or to move to another class. Any director answers; what applicants wrote is for the directors alone.`}
      />
      <MemberTabs />
      <div className="space-y-6">
        <Sheet
          title={onBoard ? t`For you to decide` : t`With the board`}
          aside={<span className="small text-muted">{t`oldest first`}</span>}
        >
          {waiting.length === 0 && <Empty>{t`No application waits for an answer.`}</Empty>}
          <ul>
            {waiting.map((application) => (
              <ToDecide key={application.account} application={application} onBoard={onBoard} />
            ))}
          </ul>
        </Sheet>
        {onBoard && (
          <Sheet title={t`Your reading key`}>
            <p className="mb-3 text-muted">{t`Applicants seal their words for the directors who have one. Without it you can not read what they wrote.`}</p>
            <ReadingKeyNote />
          </Sheet>
        )}
        {decided.length > 0 && (
          <Sheet title={t`Answered, and not used yet`}>
            <ul>
              {decided.map((application) => (
                <DecidedRow key={application.account} application={application} />
              ))}
            </ul>
          </Sheet>
        )}
      </div>
    </>
  );
}
