import { useCoop } from "../../shared/chain/useCoop.ts";
import { Field } from "../../shared/ui/Field.tsx";
import { Note } from "../../shared/ui/Note.tsx";
import { ExpulsionFields } from "./ExpulsionFields.tsx";
import type { Disposal, What } from "./newProposal.ts";
import { type FieldsProps, PaymentFields } from "./PaymentFields.tsx";

type Props = FieldsProps & { disposal?: Disposal };

const CHOICES = [
  { what: "pay", label: "Pay from the operating fund" },
  { what: "minute", label: "Advise, or put a matter on record" },
  { what: "expel", label: "Expel a member" },
  { what: "windUp", label: "Wind the co-op up" },
] as const;

const HINTS: Record<What, string> = {
  pay: "Why, and what for. Leave an empty line between paragraphs.",
  minute: "Why, and what for. Leave an empty line between paragraphs.",
  expel: "What led to it, and what was tried before. You may leave it empty; the grounds have a field of their own.",
  windUp: "Why the co-op should end, and what is still to be settled.",
};

/** The form's fields; the hints say how what was written is understood. */
export function WritingFields({ written, mistakes, disposal, onChange }: Props) {
  const { coop } = useCoop();
  const choices = CHOICES.filter(({ what }) => what !== "windUp" || coop.windingUpSince === undefined);
  return (
    <div className="max-w-[42rem] space-y-5">
      <Field label="Title" error={mistakes.title}>
        {(ids) => (
          <input
            {...ids}
            data-part="title"
            className="field"
            maxLength={140}
            value={written.title}
            onChange={(event) => onChange({ title: event.target.value })}
          />
        )}
      </Field>
      <Field label="Text" hint={HINTS[written.what]} error={mistakes.text}>
        {(ids) => (
          <textarea
            {...ids}
            data-part="text"
            className="field"
            rows={7}
            maxLength={8_000}
            value={written.text}
            onChange={(event) => onChange({ text: event.target.value })}
          />
        )}
      </Field>
      <fieldset>
        <legend className="mb-1 font-semibold">What should happen</legend>
        <div className="flex flex-wrap gap-x-6 gap-y-1">
          {choices.map(({ what, label }) => (
            <label key={what} className="flex min-h-10 items-center gap-2">
              <input
                type="radio"
                name="what"
                className="size-4 accent-(--act)"
                checked={written.what === what}
                onChange={() => onChange({ what })}
              />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
      {written.what === "pay" && (
        <PaymentFields written={written} mistakes={mistakes} onChange={onChange} disposal={disposal} />
      )}
      {written.what === "expel" && <ExpulsionFields written={written} mistakes={mistakes} onChange={onChange} />}
      {written.what === "windUp" && (
        <Note tone="bad">
          This ends the co-op, and it can not be taken back. From the day it is carried out nobody is admitted and no
          share is sold; members go on voting on what is left to settle. It takes the strictest kind of resolution.
        </Note>
      )}
    </div>
  );
}
