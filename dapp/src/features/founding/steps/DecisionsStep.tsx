import { KIND_NAMES } from "../../../../../books/rules.ts";
import { t } from "../../../../../books/say.ts";
import { capitalised } from "../../../../../books/words.ts";
import { Sheet } from "../../../shared/ui/Sheet.tsx";
import { DecisionExamples } from "../examples/DecisionExamples.tsx";
import { FigureFields } from "../fields/FigureFields.tsx";
import { UsualFigures } from "../fields/UsualFigures.tsx";
import { useFounding } from "../useFounding.ts";

const ABOUT = [
  t`Asks for an opinion. Nothing is carried out.`,
  t`Everyday decisions: spending within limits, appointing, admitting.`,
  t`What weighs more: expelling a member, parting with a third of what the co-op owns, covering a loss.`,
  t`The rules themselves, replacing a part of the co-op, ending it.`,
];

/** How decisions are taken: the usual figures, each with its bounds and its clause. */
export function DecisionsStep() {
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="space-y-6">
        {KIND_NAMES.map((name, kind) => (
          <KindSheet key={name} kind={kind} />
        ))}
        <Sheet title={t`For all of them`}>
          <p className="small text-muted">{t`How votes are weighed, who may bring a proposal, when blocks hold one up, and for how many a proxy speaks.`}</p>
          <UsualFigures at="rules.voting">
            <FigureFields group="voting" />
          </UsualFigures>
        </Sheet>
      </div>
      <DecisionExamples />
    </div>
  );
}

function KindSheet({ kind }: { kind: number }) {
  const { draft } = useFounding();
  const name = KIND_NAMES[kind] ?? "";
  const of = (key: string) => draft.figures[`rules.kinds.${kind}.${key}`] ?? "";
  const parts = [
    of("notice") === "0" ? t`No notice` : t`${of("notice")} days' notice`,
    t`${of("period")} days to vote`,
    kind < 2 ? t`more than ${of("threshold")} % of the votes` : t`at least ${of("threshold")} % of the votes`,
    ...(Number(of("turnout")) > 0 ? [t`a turnout of ${of("turnout")} %`] : []),
    ...(of("everyClass") === "yes" ? [t`and every class`] : []),
  ];
  return (
    <Sheet title={t`${capitalised(name)} resolutions`}>
      <p>{ABOUT[kind]}</p>
      <p className="small figures mt-1 text-muted">{`${parts.join(", ")}.`}</p>
      <UsualFigures at={`rules.kinds.${kind}`}>
        <FigureFields group={name} />
      </UsualFigures>
    </Sheet>
  );
}
