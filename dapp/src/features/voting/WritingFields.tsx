import { useCoop } from "../../shared/chain/useCoop.ts";
import { Field } from "../../shared/ui/Field.tsx";
import { Note } from "../../shared/ui/Note.tsx";
import { ExpulsionFields } from "./ExpulsionFields.tsx";
import { InterestFields } from "./InterestFields.tsx";
import { LossFields } from "./LossFields.tsx";
import type { Disposal, What } from "./newProposal.ts";
import { OfficeFields } from "./OfficeFields.tsx";
import { type FieldsProps, PaymentFields } from "./PaymentFields.tsx";
import { RecoveryFields } from "./RecoveryFields.tsx";

type Props = FieldsProps & { disposal?: Disposal };

const CHOICES = [
  { what: "pay", label: "Pay from the operating fund" },
  { what: "minute", label: "Advise, or put a matter on record" },
  { what: "appoint", label: "Appoint an officer" },
  { what: "recall", label: "Recall an officer" },
  { what: "interest", label: "Pay interest on shares" },
  { what: "coverLoss", label: "Cover a loss from the reserve" },
  { what: "recovery", label: "Decide on a lost wallet" },
  { what: "expel", label: "Expel a member" },
  { what: "windUp", label: "Wind the co-op up" },
] as const;

const HINTS: Record<What, string> = {
  pay: "Why, and what for. Leave an empty line between paragraphs.",
  minute: "Why, and what for. Leave an empty line between paragraphs.",
  appoint: "Who the person is, and why them.",
  recall: "What happened. The person can answer in the vote.",
  interest: "What the year was like, and why this much.",
  coverLoss: "How the loss came about.",
  recovery: "What is known of both accounts. Leave out what is private.",
  expel: "What led to it, and what was tried before. You may leave it empty; the grounds have a field of their own.",
  windUp: "Why the co-op should end, and what is still to be settled.",
};

/** The form's fields; the hints say how what was written is understood. */
export function WritingFields({ written, mistakes, disposal, onChange }: Props) {
  const { coop } = useCoop();
  const living = coop.windingUpSince === undefined;
  const choices = CHOICES.filter(({ what }) => living || (what !== "windUp" && what !== "interest"));
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
        <div className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
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
      {(written.what === "appoint" || written.what === "recall") && (
        <OfficeFields written={written} mistakes={mistakes} onChange={onChange} />
      )}
      {written.what === "interest" && <InterestFields written={written} mistakes={mistakes} onChange={onChange} />}
      {written.what === "coverLoss" && <LossFields written={written} mistakes={mistakes} onChange={onChange} />}
      {written.what === "recovery" && <RecoveryFields written={written} mistakes={mistakes} onChange={onChange} />}
      {written.what === "expel" && <ExpulsionFields written={written} mistakes={mistakes} onChange={onChange} />}
      {written.what === "windUp" && (
        <Note tone="bad">
          This ends the co-op, and it can not be taken back. From the day it is carried out nobody is admitted and no
          share is sold; after 90 days anyone can close the co-op, and shares are paid back at par. It takes the
          strictest kind of resolution.
        </Note>
      )}
    </div>
  );
}
