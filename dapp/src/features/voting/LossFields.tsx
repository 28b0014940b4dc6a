import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatMoney, unitName } from "../../shared/format/money.ts";
import { rich } from "../../shared/language/rich.ts";
import { Field } from "../../shared/ui/Field.tsx";
import { Note } from "../../shared/ui/Note.tsx";
import { NumberField } from "../../shared/ui/NumberField.tsx";
import { openLosses } from "./moneyWriting.ts";
import type { FieldsProps } from "./PaymentFields.tsx";

/** Which certified loss the reserve covers, and how much of it (A1). */
export function LossFields({ written, mistakes, onChange }: FieldsProps) {
  const { coop, settlement, now } = useCoop();
  const losses = openLosses(coop, now);
  const money = (amount: bigint) => formatMoney(amount, settlement);
  if (losses.length === 0) {
    return (
      <Note tone="wait">{t`The reserve covers only a loss that the auditor has certified within the last year. None is open: the auditor does that in the audit room.`}</Note>
    );
  }
  return (
    <>
      <Field label={t`Loss`} hint={t`The reserve holds ${money(coop.reserve.booked)}.`} error={mistakes.certificate}>
        {(ids) => (
          <select
            {...ids}
            data-part="certificate"
            className="field"
            value={written.certificate}
            onChange={(event) => onChange({ certificate: event.target.value })}
          >
            <option value="">{t`Choose the loss`}</option>
            {losses.map(({ id, amount, covered }) => (
              <option key={id} value={id}>{rich`No. ${id}, ${money(amount - covered)} not covered yet`}</option>
            ))}
          </select>
        )}
      </Field>
      <NumberField
        label={t`Amount in ${unitName(settlement)}`}
        error={mistakes.amount}
        value={written.amount}
        onChange={(amount) => onChange({ amount })}
      />
    </>
  );
}
