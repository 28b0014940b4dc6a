import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { memberName } from "../../shared/motion/names.ts";
import { Field } from "../../shared/ui/Field.tsx";
import { Note } from "../../shared/ui/Note.tsx";
import type { FieldsProps } from "./PaymentFields.tsx";
import { recoveriesToDecide } from "./peopleWriting.ts";

/** Whose account it is: the old one's, or the new one's (M6). */
export function RecoveryFields({ written, mistakes, onChange }: FieldsProps) {
  const { coop, now } = useCoop();
  const disputed = recoveriesToDecide(coop, now);
  if (disputed.length === 0)
    return <Note>{t`No membership is moving to a new account, so there is nothing to decide.`}</Note>;
  return (
    <>
      <Field label={t`Membership`} error={mistakes.member}>
        {(ids) => (
          <select
            {...ids}
            data-part="member"
            className="field"
            value={written.member}
            onChange={(event) => onChange({ member: event.target.value })}
          >
            <option value="">{t`Choose the membership`}</option>
            {disputed.map(({ memberId, vetoedAt }) => {
              const member = coop.members.get(memberId);
              return (
                <option key={memberId} value={memberId}>
                  {member ? memberName(member, coop) : memberId}
                  {vetoedAt !== undefined && t`, objected to`}
                </option>
              );
            })}
          </select>
        )}
      </Field>
      <Field label={t`What the members should decide`} error={mistakes.grant}>
        {(ids) => (
          <select
            {...ids}
            data-part="grant"
            className="field"
            value={written.grant}
            onChange={(event) => onChange({ grant: event.target.value as "" | "yes" | "no" })}
          >
            <option value="">{t`Choose`}</option>
            <option value="yes">{t`It moves to the new account`}</option>
            <option value="no">{t`It stays with the old account`}</option>
          </select>
        )}
      </Field>
    </>
  );
}
