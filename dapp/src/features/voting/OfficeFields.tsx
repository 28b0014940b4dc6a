import { t } from "../../../../books/say.ts";
import { capitalised } from "../../../../books/words.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { nameOf } from "../../shared/motion/names.ts";
import { OFFICE_NUMBERS, officeName } from "../../shared/motion/offices.ts";
import { Field } from "../../shared/ui/Field.tsx";
import { recipientOf } from "./newProposal.ts";
import type { FieldsProps } from "./PaymentFields.tsx";

/** Which office, who, and for an appointment until when (B1). */
export function OfficeFields({ written, mistakes, onChange }: FieldsProps) {
  const { coop } = useCoop();
  const officer = recipientOf(written.officer, coop);
  return (
    <>
      <Field label={t`Office`}>
        {(ids) => (
          <select
            {...ids}
            className="field"
            value={written.office}
            onChange={(event) => onChange({ office: event.target.value })}
          >
            {OFFICE_NUMBERS.map((office) => (
              <option key={office} value={office}>
                {capitalised(officeName(office))}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label={t`Who`}
        hint={officer ? t`This is ${nameOf(officer, coop)}.` : t`A member's number, or an account address.`}
        error={mistakes.officer}
      >
        {(ids) => (
          <input
            {...ids}
            data-part="officer"
            className="field"
            autoComplete="off"
            spellCheck={false}
            value={written.officer}
            onChange={(event) => onChange({ officer: event.target.value })}
          />
        )}
      </Field>
      {written.what === "appoint" && (
        <Field
          label={t`Last day in office`}
          hint={t`A third of the board's seats ends within each year.`}
          error={mistakes.until}
        >
          {(ids) => (
            <input
              {...ids}
              type="date"
              data-part="until"
              className="field figures"
              value={written.until}
              onChange={(event) => onChange({ until: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}
