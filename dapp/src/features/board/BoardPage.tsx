import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { boardInOffice, isDirector, nextStepOf } from "../../shared/membership/board.ts";
import { MemberTabs } from "../../shared/membership/MemberTabs.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";
import { Note } from "../../shared/ui/Note.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { ActRow } from "./ActRow.tsx";
import { DecideSheet } from "./DecideSheet.tsx";
import { Seats } from "./Seats.tsx";
import { Suspended } from "./Suspended.tsx";

/** Who acts for all, what they decided, and what waits for a second pair of hands (B1). */
export function BoardPage() {
  const { coop, now } = useCoop();
  const { address } = useWallet();
  const acts = [...coop.acts.values()].reverse();
  const isOpen = (act: (typeof acts)[number]) => ["second", "carryOut"].includes(nextStepOf(coop, act, now));
  const open = acts.filter(isOpen).reverse();
  const over = acts.filter((act) => !isOpen(act));
  return (
    <>
      <PageHead
        title={t`Board`}
        lead={t`What one director decides, another carries out. Everything it does is on record here.`}
      />
      <MemberTabs />
      {!boardInOffice(coop, now) && (
        <div className="mb-6">
          <Note tone="wait">{t`No board is in office. Until there is one, any three members together do its work: one decides, one agrees, one carries out.`}</Note>
        </div>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="space-y-6">
          <Sheet title={t`Waiting for another person`}>
            {open.length === 0 && <Empty>{t`Nothing waits.`}</Empty>}
            <ul>
              {open.map((act) => (
                <ActRow key={act.id} act={act} />
              ))}
            </ul>
          </Sheet>
          {isDirector(coop, address, now) && <DecideSheet />}
          {over.length > 0 && (
            <Sheet title={t`Done before`}>
              <ul>
                {over.map((act) => (
                  <ActRow key={act.id} act={act} />
                ))}
              </ul>
            </Sheet>
          )}
        </div>
        <div className="space-y-6">
          <Seats />
          <Suspended />
        </div>
      </div>
    </>
  );
}
