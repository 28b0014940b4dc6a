import { t } from "../../../../books/say.ts";
import { wordsOf } from "./state.ts";
import type { Act } from "./useAct.ts";

const TONES: Partial<Record<Act["state"]["step"], string>> = {
  done: "bg-good-soft text-good",
  failed: "bg-bad-soft text-bad",
  slow: "bg-wait-soft text-wait",
  declined: "bg-sunken text-muted",
};

/** Where an act stands, in words; read aloud by the page's live region. */
export function ActStatus({ act, done }: { act: Act; done?: string }) {
  const { state } = act;
  if (state.step === "idle") return null;
  return (
    <div
      className={`small mt-3 rounded-xl px-4 py-2.5 ${TONES["calm" in state ? "declined" : state.step] ?? "bg-act-soft text-on-act-soft"}`}
    >
      <p className={act.busy ? "pulse font-semibold" : "font-semibold"}>
        {state.step === "failed"
          ? state.sentence.what
          : state.step === "done"
            ? t`Done. ${done ?? ""}`
            : wordsOf(state)}
      </p>
      {state.step === "failed" && <p>{state.sentence.next}</p>}
      {state.step === "slow" && (
        <button type="button" className="link mt-1" onClick={act.lookAgain}>{t`Look again`}</button>
      )}
    </div>
  );
}
