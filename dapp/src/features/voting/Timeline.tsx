import type { Proposal } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { executionWindow, type ProposalState } from "../../../../books/state.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatRelative } from "../../shared/format/time.ts";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { When } from "../../shared/ui/When.tsx";

type Step = { label: string; at: number };

/** From notice to the last day on which it can be carried out. */
export function Timeline({ proposal, state }: { proposal: Proposal; state: ProposalState }) {
  const { coop, now } = useCoop();
  const steps: Step[] = [
    { label: t`Notice given, the roll closed`, at: proposal.noticeAt },
    { label: t`Voting opens`, at: proposal.voteStart },
    { label: t`Voting closes`, at: proposal.voteEnd },
  ];
  const { opens, ends } = executionWindow(coop, proposal);
  if (proposal.executedAt !== undefined) steps.push({ label: t`Carried out`, at: proposal.executedAt });
  else if (proposal.kind > 0 && !["held", "adjourned", "defeated"].includes(state)) {
    steps.push({ label: t`Can be carried out from`, at: opens }, { label: t`Lapses after`, at: ends });
  }
  const next = steps.findIndex(({ at }) => at > now);
  return (
    <Sheet title={t`Dates`}>
      <ol className="relative ml-1.5 space-y-4 border-l-2 border-line">
        {steps.map(({ label, at }, i) => (
          <li key={label} className="relative pl-5">
            <span
              aria-hidden="true"
              className={`absolute top-1.5 -left-[7px] size-3 rounded-full border-2 ${dot(i, next)}`}
            />
            <p className={i === next ? "font-semibold" : ""}>{label}</p>
            <p className="small text-muted">
              <When at={at} />
              {i === next && `, ${formatRelative(at, now)}`}
            </p>
          </li>
        ))}
      </ol>
    </Sheet>
  );
}

function dot(index: number, next: number): string {
  if (next === -1 || index < next) return "border-act bg-act";
  return index === next ? "border-act bg-surface" : "border-edge bg-surface";
}
