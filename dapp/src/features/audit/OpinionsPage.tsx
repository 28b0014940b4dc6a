import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { holds } from "../../shared/membership/board.ts";
import { AUDITOR } from "../../shared/motion/offices.ts";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { AuditorForms } from "./AuditorForms.tsx";
import { AuditTabs } from "./AuditTabs.tsx";
import { Losses } from "./Losses.tsx";
import { Opinions } from "./Opinions.tsx";
import { ReportCheck } from "./ReportCheck.tsx";
import { YearlyReports } from "./YearlyReports.tsx";

/** What auditors said, for everybody; and for the auditor in office, the forms to say it. */
export function OpinionsPage() {
  const { coop, now } = useCoop();
  const { address } = useWallet();
  return (
    <>
      <PageHead
        title={t`Opinions and reports`}
        lead={t`What auditors put on record, for good: nobody can change it, not even the members. An opinion names one block of the chain, and so the state of every account at that moment.`}
      />
      <AuditTabs />
      <div className="space-y-6">
        {holds(coop, AUDITOR, address, now) && (
          <Sheet title={t`You are the auditor`}>
            <AuditorForms />
          </Sheet>
        )}
        <Opinions />
        <ReportCheck />
        <Losses />
        <YearlyReports />
      </div>
    </>
  );
}
