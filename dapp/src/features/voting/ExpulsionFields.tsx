import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { memberName } from "../../shared/motion/names.ts";
import { Field } from "../../shared/ui/Field.tsx";
import { Note } from "../../shared/ui/Note.tsx";
import { memberNumbered } from "./newProposal.ts";
import type { FieldsProps } from "./PaymentFields.tsx";

/** Whom, and on which grounds. */
export function ExpulsionFields({ written, mistakes, onChange }: FieldsProps) {
  const { coop } = useCoop();
  const member = memberNumbered(written.member, coop);
  return (
    <>
      <Note tone="wait">{t`To part with a member takes an extraordinary resolution that names this one member and does nothing else. The member is not on its roll, and may be heard on its page until the vote closes. Their shares are paid back like those of anybody who leaves.`}</Note>
      <Field
        label={t`Member`}
        hint={member ? t`This is ${memberName(member, coop)}.` : t`The member's number.`}
        error={mistakes.member}
      >
        {(ids) => (
          <input
            {...ids}
            data-part="member"
            className="field figures"
            inputMode="numeric"
            autoComplete="off"
            value={written.member}
            onChange={(event) => onChange({ member: event.target.value })}
          />
        )}
      </Field>
      <Field
        label={t`Grounds`}
        hint={t`What happened, and which rule it broke. Everybody reads it, for good: leave out what is private.`}
        error={mistakes.grounds}
      >
        {(ids) => (
          <textarea
            {...ids}
            data-part="grounds"
            className="field"
            rows={5}
            maxLength={8_000}
            value={written.grounds}
            onChange={(event) => onChange({ grounds: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
