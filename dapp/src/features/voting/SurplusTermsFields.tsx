import { Note } from "../../shared/ui/Note.tsx";
import type { FieldsProps } from "./PaymentFields.tsx";
import { TextPart } from "./TextPart.tsx";

/** How surpluses are shared out: the shares that hold now stand in the fields (A1, A6, A7, S6). */
export function SurplusTermsFields(props: FieldsProps) {
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextPart {...props} part="reserveShare" label="To the reserve, per cent" hint="At least 5." figures />
        <TextPart {...props} part="communityShare" label="To the community, per cent" hint="At most 50." figures />
        <TextPart
          {...props}
          part="inShares"
          label="Of dividends in shares, per cent"
          hint="What members have to take in shares. At most 50."
          figures
        />
        <TextPart {...props} part="periodDays" label="Days of a period" hint="28 to 366." figures />
      </div>
      <Note tone="wait">
        The new shares hold for what is declared once this is carried out, also of periods that ended before. Dividends
        that were declared stay as they are.
      </Note>
    </>
  );
}
