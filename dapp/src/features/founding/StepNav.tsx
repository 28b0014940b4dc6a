import { t } from "../../../../books/say.ts";
import { STEPS, type StepId, stepOf } from "./step-list.ts";
import { useFounding } from "./useFounding.ts";

type Props = { step: StepId; begun: boolean; onGo: (step: StepId) => void };

/** Where one is, and which steps still want something. */
export function StepNav({ step, begun, onGo }: Props) {
  const { draft, problems } = useFounding();
  const wants = (id: StepId) => draft.seen.includes(id) && problems.some(({ path }) => stepOf(path) === id);
  return (
    <nav aria-label={t`Steps of founding`} className="mb-6">
      <ol className="tabs flex flex-wrap gap-x-5">
        {STEPS.map(({ id, label }, i) => (
          <li key={id}>
            <button
              type="button"
              disabled={!begun && id !== "template"}
              aria-current={id === step ? "step" : undefined}
              onClick={() => onGo(id)}
              className={`h-12 border-b-4 pt-1 whitespace-nowrap disabled:text-muted ${id === step ? "border-act font-semibold text-on-act-soft" : "border-transparent enabled:hover:border-edge"}`}
            >
              <span className="figures">{i + 1}</span> {label}
              {wants(id) && (
                <span className="ml-1.5 inline-block size-2.5 rounded-full bg-bad align-baseline">
                  <span className="sr-only">{t`, something is missing`}</span>
                </span>
              )}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
