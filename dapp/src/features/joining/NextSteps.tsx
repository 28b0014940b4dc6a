import type { ReactNode } from "react";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatDay, formatSpan } from "../../shared/format/time.ts";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";

/** What follows an application that is sent now, with dates. */
export function NextSteps() {
  const { coop, now } = useCoop();
  const { member } = useWallet();
  const within = coop.membershipTerms?.decideWithin;
  return (
    <Sheet title={t`What happens next`}>
      <ol className="space-y-4">
        <Step number={1} title={t`The board answers`}>
          {within === undefined
            ? t`Within the time that the rules give it.`
            : t`Within ${formatSpan(within)}: if you apply today, by ${formatDay(now + within)}. No answer by then counts as a refusal.`}
        </Step>
        {member ? (
          <Step
            number={2}
            title={t`You move`}
          >{t`Accepted, you have 30 days to move. You get a new seat in your new class.`}</Step>
        ) : (
          <Step
            number={2}
            title={t`You join`}
          >{t`Accepted, you have 30 days to join. You pay for your first shares in the same step.`}</Step>
        )}
        <Step number={3} title={t`If the board says no`}>
          {member
            ? t`It says why. You stay in your class, and can apply again later.`
            : t`It says why. You can turn to the members at once, or apply again later.`}
        </Step>
      </ol>
    </Sheet>
  );
}

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <li className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-3">
      <span aria-hidden="true" className="grid size-8 place-items-center rounded-full bg-sunken font-semibold">
        {number}
      </span>
      <div>
        <h3 className="text-base leading-8">{title}</h3>
        <p className="small text-muted">{children}</p>
      </div>
    </li>
  );
}
