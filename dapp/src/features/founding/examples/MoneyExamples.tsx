import { moneyExamples } from "../../../../../books/charter/examples.ts";
import { t } from "../../../../../books/say.ts";
import { moneyOf } from "../../../../../books/texts/money.ts";
import { Plain } from "../../../shared/ui/Plain.tsx";
import { Sheet } from "../../../shared/ui/Sheet.tsx";
import { stepOf } from "../step-list.ts";
import { useFounding } from "../useFounding.ts";

/** What the figures would make of a fare, a surplus and some shares, as one types. */
export function MoneyExamples() {
  const { charter, problems, decimals, symbol } = useFounding();
  const figures = ["shares.", "market.", "surplus."];
  const unclear = problems.some(
    ({ path }) => stepOf(path) === "money" && figures.some((figure) => path.startsWith(figure)),
  );
  const unit = { decimals, symbol };
  return (
    <Sheet title={t`What would happen`} className="lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto">
      {unclear && <p className="small text-muted">{t`Examples come back once every figure of the money is lawful.`}</p>}
      {!unclear &&
        moneyExamples(charter, unit).map(({ id, title, lines }) => (
          <section key={id} className="mt-5 first-of-type:mt-0">
            <h3 className="text-base">
              <Plain text={title} />
            </h3>
            <dl className="small mt-1 divide-y divide-line">
              {lines.map(({ words, amount, isPoints }) => (
                <div key={words} className="flex items-baseline justify-between gap-4 py-1.5">
                  <dt>{words}</dt>
                  <dd className="figures shrink-0 font-semibold">
                    {moneyOf(amount, isPoints ? { decimals, symbol: "" } : unit).trim()}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
    </Sheet>
  );
}
