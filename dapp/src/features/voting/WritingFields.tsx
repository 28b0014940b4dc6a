import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatMoney, parseMoney, unitName } from "../../shared/format/money.ts";
import { nameOf } from "../../shared/motion/actions.ts";
import { Field } from "../../shared/ui/Field.tsx";
import { type Mistakes, recipientOf, type Written } from "./newProposal.ts";

type Props = { written: Written; mistakes: Mistakes; onChange: (part: Partial<Written>) => void };

const CHOICES = [
  { what: "pay", label: "Pay from the operating fund" },
  { what: "minute", label: "Advise, or put a matter on record" },
] as const;

/** The form's fields; the hints say how what was written is understood. */
export function WritingFields({ written, mistakes, onChange }: Props) {
  const { coop, settlement } = useCoop();
  const recipient = recipientOf(written.recipient, coop);
  const amount = parseMoney(written.amount, settlement);
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
      <Field label="Text" hint="Why, and what for. Leave an empty line between paragraphs." error={mistakes.text}>
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
          {CHOICES.map(({ what, label }) => (
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
        <>
          <Field
            label="Recipient"
            hint={recipient ? `This is ${nameOf(recipient, coop)}.` : "A member's number, or an account address."}
            error={mistakes.recipient}
          >
            {(ids) => (
              <input
                {...ids}
                data-part="recipient"
                className="field"
                autoComplete="off"
                spellCheck={false}
                value={written.recipient}
                onChange={(event) => onChange({ recipient: event.target.value })}
              />
            )}
          </Field>
          <Field
            label={`Amount in ${unitName(settlement)}`}
            hint={amount === undefined ? undefined : `This is ${formatMoney(amount, settlement)}.`}
            error={mistakes.amount}
          >
            {(ids) => (
              <input
                {...ids}
                data-part="amount"
                className="field figures"
                inputMode="decimal"
                autoComplete="off"
                value={written.amount}
                onChange={(event) => onChange({ amount: event.target.value })}
              />
            )}
          </Field>
          <Field label="What the money is for" hint="One line. It appears in the treasury." error={mistakes.purpose}>
            {(ids) => (
              <input
                {...ids}
                data-part="purpose"
                className="field"
                maxLength={140}
                value={written.purpose}
                onChange={(event) => onChange({ purpose: event.target.value })}
              />
            )}
          </Field>
        </>
      )}
    </div>
  );
}
