import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { fromWhole } from "../../shared/chain/WholeRecord.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { AuditTabs } from "./AuditTabs.tsx";
import { Checks } from "./Checks.tsx";
import { useChecks } from "./checks/useChecks.ts";
import { LastOpinion } from "./LastOpinion.tsx";
import { Reproduce } from "./Reproduce.tsx";

export const AuditPage = fromWhole(function AuditPage() {
  const { head } = useCoop();
  const checks = useChecks();
  return (
    <>
      <PageHead
        title={t`Audit room`}
        lead={t`Nothing here asks for trust: your browser adds everything up again from the public records and compares it with what the contracts say.`}
      />
      <AuditTabs />
      <div className="space-y-6">
        <LastOpinion />
        <Checks {...checks} />
        <Reproduce block={checks.run?.block ?? head.number} />
      </div>
    </>
  );
});
