import { useNavigate, useSearch } from "@tanstack/react-router";
import { type ComponentType, useEffect, useRef } from "react";
import { t } from "../../../../books/say.ts";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { BrokenDraft } from "./BrokenDraft.tsx";
import { DraftFiles } from "./DraftFiles.tsx";
import { Founded } from "./found/Founded.tsx";
import { useStanding } from "./found/useStanding.ts";
import { StepNav } from "./StepNav.tsx";
import { labelOf, nextStep, type StepId, stepBefore, stepNamed } from "./step-list.ts";
import { CheckStep } from "./steps/CheckStep.tsx";
import { ClassesStep } from "./steps/ClassesStep.tsx";
import { DecisionsStep } from "./steps/DecisionsStep.tsx";
import { MembersStep } from "./steps/MembersStep.tsx";
import { MoneyStep } from "./steps/MoneyStep.tsx";
import { PurposeStep } from "./steps/PurposeStep.tsx";
import { TemplateStep } from "./steps/TemplateStep.tsx";
import { type Factory, FoundingProvider, useFoundingValue } from "./useFounding.ts";

const STEP: Record<StepId, ComponentType> = {
  template: TemplateStep,
  purpose: PurposeStep,
  classes: ClassesStep,
  members: MembersStep,
  decisions: DecisionsStep,
  money: MoneyStep,
  check: CheckStep,
};

/** The steps, each at an address of its own, over one draft. */
export function Wizard({ factory }: { factory: Factory }) {
  const founding = useFoundingValue(factory);
  const { draft, change, broken, place } = founding;
  const { step: named } = useSearch({ strict: false }) as { step?: string };
  const navigate = useNavigate();
  const begun = draft.classes.length > 0;
  const step = begun ? stepNamed(named) : "template";
  const Step = STEP[step];
  const top = useTopOfNewStep(step);
  useStanding(founding);
  /** What is missing in a step is told once one has left it. */
  const leave = (to: StepId) => {
    const left = to === "check" ? Object.keys(STEP) : [step];
    change({ seen: [...new Set([...draft.seen, ...left])] });
    navigate({ to: "/found", search: { step: to } });
  };
  const [before, after] = [stepBefore(step), nextStep(step)];

  if (draft.founded) {
    return (
      <FoundingProvider value={founding}>
        <Founded stands={draft.founded} />
      </FoundingProvider>
    );
  }
  return (
    <FoundingProvider value={founding}>
      <div className="print:hidden">
        <PageHead
          title={t`Found a co-op`}
          lead={t`Seven steps, and at the end one signature. What you write stays in this browser until you sign; close the page when you like and go on later.`}
        />
      </div>
      {broken !== undefined && <BrokenDraft text={broken} place={place} />}
      <StepNav step={step} begun={begun} onGo={leave} />
      <div ref={top} tabIndex={-1} className="outline-none">
        <Step />
      </div>
      <div className="mt-6 flex flex-wrap items-center gap-3 print:hidden">
        {before && (
          <button type="button" className="button button-quiet" onClick={() => leave(before)}>{t`Back`}</button>
        )}
        {after && begun && (
          <button
            type="button"
            className="button button-main"
            onClick={() => leave(after)}
          >{t`Next: ${labelOf(after).toLowerCase()}`}</button>
        )}
      </div>
      <DraftFiles />
    </FoundingProvider>
  );
}

/** Keyboard and screen reader go on at the top of the new step. */
function useTopOfNewStep(step: StepId) {
  const top = useRef<HTMLDivElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    top.current?.focus({ preventScroll: true });
    const place = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (place) {
      place.scrollIntoView({ block: "center" });
      place.focus({ preventScroll: true });
    } else scrollTo({ top: 0 });
  }, [step]);
  return top;
}
