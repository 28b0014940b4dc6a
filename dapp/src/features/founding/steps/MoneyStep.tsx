import { t } from "../../../../../books/say.ts";
import { Field } from "../../../shared/ui/Field.tsx";
import { Sheet } from "../../../shared/ui/Sheet.tsx";
import { HALT_FIGURE } from "../draft/figures.ts";
import { MoneyExamples } from "../examples/MoneyExamples.tsx";
import { FigureField, FigureFields } from "../fields/FigureFields.tsx";
import { TokenField } from "../fields/TokenField.tsx";
import { UsualFigures } from "../fields/UsualFigures.tsx";
import { useFounding } from "../useFounding.ts";

/** What money the co-op counts in, what a share costs, what a job pays, and how a surplus is divided. */
export function MoneyStep() {
  const { draft, change, errorAt } = useFounding();
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="space-y-6">
        <Sheet title={t`The money`}>
          <TokenField />
        </Sheet>
        <Sheet title={t`Shares`}>
          <p className="small mb-4 text-muted">{t`Members put in capital by buying shares, at one price for ever. A share has no vote.`}</p>
          <FigureFields group="shares" only={["par", "minimum", "maximum", "notice"]} />
          <UsualFigures at="shares.">
            <FigureFields group="shares" only={["suspensionLimit", "interestCap"]} />
          </UsualFigures>
        </Sheet>
        <Sheet title={t`Work and its fee`}>
          <p className="small mb-4 text-muted">{t`Of the fare of every job the co-op takes a fee: one part for the commons, the rest earns points for both sides.`}</p>
          <FigureFields group="market" only={["fee", "commonsShare", "workShare"]} />
          <UsualFigures at="market.">
            <FigureFields group="market" only={["window", "ruleWithin", "defaultAward", "speed", "membersOnly"]} />
          </UsualFigures>
        </Sheet>
        <Sheet title={t`The surplus`}>
          <p className="small mb-4 text-muted">{t`What is left after costs is divided at the end of each period: reserve, community, interest on shares, and the rest by points to those who worked and bought.`}</p>
          <FigureFields group="surplus" />
        </Sheet>
        <Sheet title={t`When something goes wrong, and at the end`}>
          <div className="space-y-5">
            <div id="body" tabIndex={-1}>
              <Field
                label={t`Who inherits`}
                hint={t`The address of a body that is bound to the same purpose, such as a foundation or another co-op. It gets what is left when the co-op ends, never the members; it has to accept, and is no member. Clause A2.`}
                error={errorAt("body")}
              >
                {(ids) => (
                  <input
                    {...ids}
                    className="field figures"
                    autoComplete="off"
                    spellCheck={false}
                    placeholder="0x"
                    value={draft.body}
                    onChange={({ target }) => change({ body: target.value.trim() })}
                  />
                )}
              </Field>
            </div>
            <UsualFigures at="haltLimit">
              <FigureField figure={HALT_FIGURE} />
            </UsualFigures>
          </div>
        </Sheet>
      </div>
      <MoneyExamples />
    </div>
  );
}
