import { t } from "../../../../books/say.ts";
import { Field } from "../../shared/ui/Field.tsx";
import type { FieldsProps } from "./PaymentFields.tsx";
import { LONGEST_PURPOSE } from "./purposeWriting.ts";

/** What the charter would say from then on; it begins with what it says now (A8). */
export function PurposeFields({ written, mistakes, onChange }: FieldsProps) {
  return (
    <Field
      label={t`What the co-op is for`}
      hint={t`These words replace the present ones in the charter. One or a few sentences that the members can hold every yearly report against.`}
      error={mistakes.coopPurpose}
    >
      {(ids) => (
        <textarea
          {...ids}
          data-part="coopPurpose"
          className="field min-h-36"
          maxLength={LONGEST_PURPOSE}
          value={written.coopPurpose}
          onChange={({ target }) => onChange({ coopPurpose: target.value })}
        />
      )}
    </Field>
  );
}
