import { t } from "../../../../books/say.ts";
import { Note } from "../../shared/ui/Note.tsx";
import type { FieldsProps } from "./PaymentFields.tsx";
import { TextPart } from "./TextPart.tsx";

/** How surpluses are shared out: the shares that hold now stand in the fields (A1, A6, A7, S6). */
export function SurplusTermsFields(props: FieldsProps) {
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextPart {...props} part="reserveShare" label={t`To the reserve, per cent`} hint={t`At least 5.`} figures />
        <TextPart
          {...props}
          part="communityShare"
          label={t`To the community, per cent`}
          hint={t`At most 50.`}
          figures
        />
        <TextPart
          {...props}
          part="inShares"
          label={t`Of dividends in shares, per cent`}
          hint={t`What members have to take in shares. At most 50.`}
          figures
        />
        <TextPart {...props} part="periodDays" label={t`Days of a period`} hint={t`28 to 366.`} figures />
      </div>
      <Note tone="wait">{t`The new shares hold for what is declared once this is carried out, also of periods that ended before. Dividends that were declared stay as they are.`}</Note>
    </>
  );
}
