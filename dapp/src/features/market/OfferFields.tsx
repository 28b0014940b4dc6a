import { JobKind } from "../../../../books/job.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { unitName } from "../../shared/format/money.ts";
import { nameOf } from "../../shared/motion/names.ts";
import { accountNamed } from "../../shared/motion/recipient.ts";
import { WordsField } from "../../shared/statement/WordsField.tsx";
import { Field } from "../../shared/ui/Field.tsx";
import { NumberField } from "../../shared/ui/NumberField.tsx";
import { KindField } from "./KindField.tsx";
import type { Mistakes, Written } from "./offering.ts";

type Props = { written: Written; mistakes: Mistakes; onChange: (part: Partial<Written>) => void };

/** What, for how much, by when, and for whom. */
export function OfferFields({ written, mistakes, onChange }: Props) {
  const { coop, settlement } = useCoop();
  const unit = unitName(settlement);
  const named = written.provider.trim() !== "";
  const provider = named ? accountNamed(written.provider, coop) : undefined;
  // What is not written yet is not wrong yet.
  const mistakeIn = (part: "fare" | "costs" | "tip") => (written[part].trim() === "" ? undefined : mistakes[part]);
  return (
    <>
      <KindField value={written.kind} onChange={(kind) => onChange({ kind })} />
      <WordsField
        label={written.kind === JobKind.Ride ? t`From where to where, and what else matters` : t`What is to be done`}
        hint={
          named
            ? t`Only the person whom you name reads it; on record is only a fingerprint.`
            : t`Everybody can read it: leave out names and house numbers, and tell them to whoever accepts.`
        }
        rows={3}
        value={written.words}
        onChange={(words) => onChange({ words })}
      />
      <div className="grid gap-5 sm:grid-cols-3">
        <NumberField
          label={t`Fare in ${unit}`}
          hint={t`The fee is taken from it.`}
          error={mistakeIn("fare")}
          value={written.fare}
          onChange={(fare) => onChange({ fare })}
        />
        <NumberField
          label={t`Tolls and other costs in ${unit}`}
          hint={t`Without a fee. May be nothing.`}
          error={mistakeIn("costs")}
          value={written.costs}
          onChange={(costs) => onChange({ costs })}
        />
        <NumberField
          label={t`Tip in ${unit}`}
          hint={t`Without a fee. May be nothing.`}
          error={mistakeIn("tip")}
          value={written.tip}
          onChange={(tip) => onChange({ tip })}
        />
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        {(["acceptBy", "doBy"] as const).map((part) => (
          <Field
            key={part}
            label={part === "acceptBy" ? t`To be accepted by` : t`To be done by`}
            hint={part === "acceptBy" ? t`After that your money comes back.` : t`A day late is still in time.`}
            error={mistakes[part]}
          >
            {(ids) => (
              <input
                {...ids}
                type="datetime-local"
                className="field figures"
                value={written[part]}
                onChange={(event) => onChange({ [part]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <Field
        label={t`For one person alone`}
        hint={
          provider
            ? t`This is ${nameOf(provider, coop)}.`
            : t`A member's number or an account address, if nobody else shall accept it. May be left empty.`
        }
        error={mistakes.provider}
      >
        {(ids) => (
          <input
            {...ids}
            className="field"
            autoComplete="off"
            spellCheck={false}
            value={written.provider}
            onChange={(event) => onChange({ provider: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
