import { Link } from "@tanstack/react-router";
import { t } from "../../../../books/say.ts";
import { wordsOf } from "../../shared/act/state.ts";
import { useAct } from "../../shared/act/useAct.ts";
import { Chip } from "../../shared/ui/Chip.tsx";

type Props = {
  words: string;
  page: string;
  amount: string;
  /** The act that takes it; none for what is taken already. */
  act?: string;
};

/** One sum, where it comes from, and how far it is. */
export function ClaimRow({ words, page, amount, act }: Props) {
  return (
    <li className="border-b border-line py-3 last:border-b-0">
      <div className="flex items-baseline justify-between gap-4">
        <span className="flex min-w-0 flex-wrap items-baseline gap-x-3 gap-y-1">
          <Link to={page as never} className="link wrap-anywhere">
            {words}
          </Link>
          {act === undefined && <Chip tone="good">{t`In your account`}</Chip>}
        </span>
        <span className="figures whitespace-nowrap">{amount}</span>
      </div>
      {act !== undefined && <Standing act={act} />}
    </li>
  );
}

function Standing({ act }: { act: string }) {
  const { state, lookAgain } = useAct(act);
  // Done before, and there is more since.
  if (state.step === "idle" || state.step === "done") return null;
  const tone = state.step === "failed" && !state.calm ? "text-bad" : "text-muted";
  return (
    <p className={`small ${tone}`}>
      {wordsOf(state)}{" "}
      {state.step === "slow" && <button type="button" className="link" onClick={lookAgain}>{t`Look again`}</button>}
    </p>
  );
}
