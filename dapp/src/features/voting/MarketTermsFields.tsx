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
        <TextPart {...props} part="fee" label="Fee, per cent of the fare" hint="At most 20." figures />
        <TextPart
          {...props}
          part="commonsShare"
          label="Commons part, per cent"
          hint="Of the fee, at least 25. The rest is the members' part."
          figures
        />
        <TextPart
          {...props}
          part="workShare"
          label="Points for the work, per cent"
          hint="The rest is for the custom."
          figures
        />
        <TextPart
          {...props}
          part="speed"
          label="Highest speed that counts, km/h"
          hint="For rides. At most 300."
          figures
        />
        <TextPart
          {...props}
          part="window"
          label="Hours to dispute a finished job"
          hint="1 to 336. Then it is paid out."
          figures
        />
        <TextPart {...props} part="ruleWithin" label="Days to decide a dispute" hint="1 to 30." figures />
        <TextPart
          {...props}
          part="defaultAward"
          label="Default award, per cent"
          hint="What the provider gets of an undecided dispute."
          figures
        />
      </div>
      <Field label="Who may offer and accept jobs">
        {(ids) => (
          <select
            {...ids}
            className="field"
            value={written.membersOnly}
            onChange={(event) => onChange({ membersOnly: event.target.value === "yes" ? "yes" : "no" })}
          >
            <option value="no">Members and others</option>
            <option value="yes">Members only</option>
          </select>
        )}
      </Field>
      <Note tone="wait">
        New terms hold for jobs that are accepted once this is carried out; those under way keep theirs. Services that
        are offered on the old terms can not be booked any more until their providers post them again.
      </Note>
    </>
  );
}
