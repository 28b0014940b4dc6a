import { CLASS_KIND_NAMES } from "../../../../../books/rules.ts";
import { t } from "../../../../../books/say.ts";
import { capitalised } from "../../../../../books/words.ts";
import { rateOf } from "../../../shared/format/rate.ts";
import { CLASS_FOR } from "../../../shared/membership/class-kinds.ts";
import { Bar } from "../../../shared/ui/Bar.tsx";
import { Field } from "../../../shared/ui/Field.tsx";
import { NumberField } from "../../../shared/ui/NumberField.tsx";
import { Sheet } from "../../../shared/ui/Sheet.tsx";
import { type DraftClass, MOST_CLASSES } from "../draft/draft.ts";
import { DecisionExamples } from "../examples/DecisionExamples.tsx";
import { useFounding } from "../useFounding.ts";

const KINDS = [1, 2, 3, 4, 5] as const;
const WHOLE = 10_000;
const ORDINARY = 1;
const FILLS = [
  "bg-act",
  "bg-vote-for",
  "bg-vote-block",
  "bg-vote-against",
  "bg-vote-abstain",
  "bg-wait",
  "bg-good",
  "bg-edge",
];

/** Who the members are, and what the vote of each class weighs (C1). */
export function ClassesStep() {
  const { draft, change, errorAt } = useFounding();
  const { classes, founders } = draft;
  const set = (index: number, part: Partial<DraftClass>) =>
    change({ classes: classes.map((one, i) => (i === index ? { ...one, ...part } : one)) });
  const remove = (index: number) =>
    change({
      classes: classes.filter((_, i) => i !== index),
      founders: founders.map((one) => ({
        ...one,
        class: one.class === index ? 0 : one.class > index ? one.class - 1 : one.class,
      })),
    });
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <Sheet title={t`Classes of members`}>
        <p className="small mb-4 text-muted">{t`A class is a group of people with the same part in the co-op. One member has one vote; where votes are weighed by class, a class has the weight given here, however many it is. Clause C1.`}</p>
        <ul className="divide-y divide-line">
          {classes.map((one, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a class is its place in the list
            <li key={i} className="py-4 first:pt-0">
              <ClassFields
                {...one}
                number={i}
                onChange={(part) => set(i, part)}
                {...(classes.length > 1 && { onRemove: () => remove(i) })}
              />
            </li>
          ))}
        </ul>
        {classes.length < MOST_CLASSES && (
          <button
            type="button"
            className="button button-quiet mt-2"
            onClick={() => change({ classes: [...classes, { kind: 3, name: "", weight: "0" }] })}
          >{t`Add a class`}</button>
        )}
        <WeightSum classes={classes} />
        {errorAt("classes") && <p className="small mt-2 font-semibold text-bad">{errorAt("classes")}</p>}
      </Sheet>
      <DecisionExamples only={ORDINARY} />
    </div>
  );
}

type FieldsProps = DraftClass & {
  number: number;
  onChange: (part: Partial<DraftClass>) => void;
  onRemove?: () => void;
};

function ClassFields({ kind, name, weight, number, onChange, onRemove }: FieldsProps) {
  const { errorAt } = useFounding();
  const title = t`Class ${number + 1}`;
  return (
    <fieldset className="grid items-start gap-4 sm:grid-cols-[minmax(0,1fr)_11rem_8rem]">
      <legend className="sr-only">{title}</legend>
      <div id={`classes.${number}.name`} tabIndex={-1}>
        <Field label={t`Name`} error={errorAt(`classes.${number}.name`)}>
          {(ids) => (
            <input
              {...ids}
              className="field"
              autoComplete="off"
              maxLength={40}
              value={name}
              onChange={({ target }) => onChange({ name: target.value })}
            />
          )}
        </Field>
      </div>
      <div id={`classes.${number}.kind`} tabIndex={-1}>
        <Field label={t`Kind`} hint={CLASS_FOR[kind]} error={errorAt(`classes.${number}.kind`)}>
          {(ids) => (
            <select
              {...ids}
              className="field"
              value={kind}
              onChange={({ target }) => onChange({ kind: Number(target.value) })}
            >
              {KINDS.map((one) => (
                <option key={one} value={one}>
                  {capitalised(CLASS_KIND_NAMES[one])}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <div id={`rules.voting.weights.${number}`} tabIndex={-1}>
        <NumberField
          label={t`Weight, %`}
          error={errorAt(`rules.voting.weights.${number}`)}
          value={weight}
          onChange={(text) => onChange({ weight: text })}
        />
      </div>
      {onRemove && (
        <button
          type="button"
          className="link small justify-self-start sm:col-span-3"
          onClick={onRemove}
        >{t`Remove ${name.trim() || title.toLowerCase()}`}</button>
      )}
    </fieldset>
  );
}

/** What the weights add up to: it must be the whole. */
function WeightSum({ classes }: { classes: readonly DraftClass[] }) {
  const { errorAt } = useFounding();
  const weights = classes.map(({ weight }) => rateOf(weight) ?? 0);
  const sum = weights.reduce((a, b) => a + b, 0);
  const rest = WHOLE - sum;
  const [whole, by] = [sum / 100, Math.abs(rest) / 100];
  const text =
    rest === 0 ? t`100 %, the whole` : rest > 0 ? t`${whole} %: ${by} % too little` : t`${whole} %: ${by} % too much`;
  const of = Math.max(sum, WHOLE);
  const parts = weights.map((weight, i) => ({ share: weight / of, fill: FILLS[i % FILLS.length] ?? "" }));
  return (
    <div id="rules.voting.weights" tabIndex={-1} className="mt-5" role="status">
      <Bar label={t`All weights together`} text={text} parts={parts} />
      {errorAt("rules.voting.weights") && (
        <p className="small mt-1 font-semibold text-bad">{errorAt("rules.voting.weights")}</p>
      )}
    </div>
  );
}
