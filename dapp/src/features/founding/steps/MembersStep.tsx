import { t } from "../../../../../books/say.ts";
import { Sheet } from "../../../shared/ui/Sheet.tsx";
import { FigureFields } from "../fields/FigureFields.tsx";
import { FounderRows } from "../fields/FounderRows.tsx";
import { Offices } from "../fields/Offices.tsx";
import { UsualFigures } from "../fields/UsualFigures.tsx";

/** Who is there from the first day, and who holds which office first. */
export function MembersStep() {
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="space-y-6">
        <Sheet title={t`Founders`}>
          <FounderRows />
        </Sheet>
        <Sheet title={t`Joining and leaving later`}>
          <p className="small text-muted">{t`Whoever meets the criteria can apply. The board answers in time, and who is refused can appeal to the members.`}</p>
          <UsualFigures at="membership.">
            <FigureFields group="membership" />
          </UsualFigures>
        </Sheet>
      </div>
      <Sheet title={t`First offices`}>
        <Offices />
      </Sheet>
    </div>
  );
}
