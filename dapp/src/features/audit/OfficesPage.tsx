import { t } from "../../../../books/say.ts";
import { capitalised } from "../../../../books/words.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { rich } from "../../shared/language/rich.ts";
import { OFFICE_NUMBERS, officeName } from "../../shared/motion/offices.ts";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { AuditTabs } from "./AuditTabs.tsx";
import { Holders } from "./Holders.tsx";
import { holdersOf } from "./holders.ts";
import { POWERS, type Powers } from "./powers.ts";

/** Who holds which office, who held it, until when, and what it may do. */
export function OfficesPage() {
  const { coop, now } = useCoop();
  return (
    <>
      <PageHead
        title={t`Offices`}
        lead={t`Every office ends on a date, and the members can end it earlier. What no office may do takes a resolution of the members.`}
      />
      <AuditTabs />
      <div className="space-y-6">
        {OFFICE_NUMBERS.map((role) => (
          <Sheet key={role} title={capitalised(officeName(role))}>
            <Duties powers={POWERS[role]} />
            <Holders holders={holdersOf(coop, role, now)} />
          </Sheet>
        ))}
        <Sheet title={t`The members together`}>
          <p className="max-w-[46rem]">{t`Everything else: rules, payments, machines and bonds, offices, surpluses, winding up. How grave a decision it takes follows from what it does, not from what it is called. Nobody is above them: after the founding no key was left that could act without them.`}</p>
        </Sheet>
      </div>
    </>
  );
}

function Duties({ powers }: { powers: Powers | undefined }) {
  if (!powers) return null;
  const { may, never } = powers;
  return (
    <>
      <ul className="max-w-[46rem] list-disc space-y-1 pl-5">
        {may.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <p className="mt-2 mb-4 max-w-[46rem] text-muted">{rich`It ${never}`}</p>
    </>
  );
}
