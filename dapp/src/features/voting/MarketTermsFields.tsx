import { t } from "../../../../books/say.ts";
import { Field } from "../../shared/ui/Field.tsx";
import { Note } from "../../shared/ui/Note.tsx";
import type { FieldsProps } from "./PaymentFields.tsx";
import { TextPart } from "./TextPart.tsx";

/** The terms of the market, all of them: those that hold now stand in the fields (J1 to J7). */
export function MarketTermsFields(props: FieldsProps) {
  const { written, onChange } = props;
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextPart {...props} part="fee" label={t`Fee, per cent of the fare`} hint={t`At most 20.`} figures />
        <TextPart
          {...props}
          part="commonsShare"
          label={t`Commons part, per cent`}
          hint={t`Of the fee, at least 25. The rest is the members' part.`}
          figures
        />
        <TextPart
          {...props}
          part="workShare"
          label={t`Points for the work, per cent`}
          hint={t`The rest is for the custom.`}
          figures
        />
        <TextPart
          {...props}
          part="speed"
          label={t`Highest speed that counts, km/h`}
          hint={t`For rides. At most 300.`}
          figures
        />
        <TextPart
          {...props}
          part="window"
          label={t`Hours to dispute a finished job`}
          hint={t`1 to 336. Then it is paid out.`}
          figures
        />
        <TextPart {...props} part="ruleWithin" label={t`Days to decide a dispute`} hint={t`1 to 30.`} figures />
        <TextPart
          {...props}
          part="defaultAward"
          label={t`Default award, per cent`}
          hint={t`What the provider gets of an undecided dispute.`}
          figures
        />
      </div>
      <Field label={t`Who may offer and accept jobs`}>
        {(ids) => (
          <select
            {...ids}
            className="field"
            value={written.membersOnly}
            onChange={(event) => onChange({ membersOnly: event.target.value === "yes" ? "yes" : "no" })}
          >
            <option value="no">{t`Members and others`}</option>
            <option value="yes">{t`Members only`}</option>
          </select>
        )}
      </Field>
      <Note tone="wait">{t`New terms hold for jobs that are accepted once this is carried out; those under way keep theirs. Services that are offered on the old terms can not be booked any more until their providers post them again.`}</Note>
    </>
  );
}
