import { useState } from "react";
import { decisionExamples } from "../../../../../books/charter/examples.ts";
import { KIND_NAMES } from "../../../../../books/rules.ts";
import { said, t } from "../../../../../books/say.ts";
import { capitalised } from "../../../../../books/words.ts";
import { wholeNumber } from "../../../shared/format/units.ts";
import { NumberField } from "../../../shared/ui/NumberField.tsx";
import { Plain } from "../../../shared/ui/Plain.tsx";
import { Sheet } from "../../../shared/ui/Sheet.tsx";
import { useFounding } from "../useFounding.ts";

const USUAL = "12";
const MOST = 100_000n;

/** What the rules would make of some votes, as one types; `only` one kind of resolution. */
export function DecisionExamples({ only }: { only?: number }) {
  const { charter, problems } = useFounding();
  const [text, setText] = useState(USUAL);
  const wanted = wholeNumber(text);
  const members = wanted !== undefined && wanted <= MOST ? Number(wanted) : 0;
  const unclear = problems.some(({ path }) => path.startsWith("rules.") || path.startsWith("classes"));
  const examples = unclear ? [] : decisionExamples(charter, spread(members, charter.classes.length));
  const shown = only === undefined ? examples : examples.filter(({ kind }) => kind === only);
  const kinds = KIND_NAMES.map((name, kind) => ({ name, of: shown.filter((one) => one.kind === kind) }));
  return (
    <Sheet title={t`What would happen`} className="lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto">
      <NumberField
        label={t`Say the co-op has so many members`}
        hint={charter.classes.length > 1 ? t`About as many in each class.` : undefined}
        value={text}
        onChange={setText}
      />
      {unclear && (
        <p className="small mt-4 text-muted">{t`Examples come back once every figure of the votes is lawful.`}</p>
      )}
      <div aria-live="polite">
        {kinds.map(
          ({ name, of }) =>
            of.length > 0 && (
              <section key={name} className="mt-5">
                <h3 className="text-base">{capitalised(said(name))}</h3>
                <ul className="mt-1 divide-y divide-line">
                  {of.map(({ situation, outcome }) => (
                    <li key={situation} className="small py-2">
                      <p>
                        <Plain text={situation} />
                      </p>
                      <p className="font-semibold">
                        <Plain text={outcome} />
                      </p>
                    </li>
                  ))}
                </ul>
              </section>
            ),
        )}
      </div>
    </Sheet>
  );
}

/** As evenly as it goes. */
const spread = (members: number, classes: number): number[] =>
  Array.from({ length: classes }, (_, i) => Math.floor(members / classes) + (i < members % classes ? 1 : 0));
