import type { Proposal } from "../../../../books/coop.ts";
import type { Numbered } from "../../../../books/numbering.ts";
import { t } from "../../../../books/say.ts";
import type { ProposalState } from "../../../../books/state.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { rich } from "../../shared/language/rich.ts";
import { TakeAlong } from "../../shared/takeaway/TakeAlong.tsx";
import { SaveTable } from "../../shared/ui/SaveTable.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { votesCsv } from "./votesCsv.ts";

/** A proposal's papers: its minutes, its dates, and the page itself on paper. */
export function TakeAway({ proposal, state }: { proposal: Numbered<Proposal>; state: ProposalState }) {
  const { coop } = useCoop();
  const open = state === "notice" || state === "open";
  return (
    <Sheet title={t`Take along`} className="print:hidden">
      <ul className="space-y-2">
        <li>
          <TakeAlong
            label={open ? t`Minutes so far (.md)` : t`Minutes (.md)`}
            file={(files, taken) => files.minutesFrom(taken, proposal)}
          />
          <p className="small text-muted">{rich`${open ? t`Who has voted until now and how it stands.` : t`Who voted, who did not, and how it ended.`} Members by number, no names.`}</p>
        </li>
        <li>
          <SaveTable
            name={`votes-${proposal.number}.csv`}
            text={() => votesCsv(coop, proposal)}
            label={t`All votes as a table (.csv)`}
          />
          <p className="small text-muted">{t`Everybody on the roll, by number: how and when each voted, and why.`}</p>
        </li>
        <li>
          <TakeAlong label={t`Dates of this vote (.ics)`} file={(files, taken) => files.voteFrom(taken, proposal)} />
          <p className="small text-muted">{t`For your calendar.`}</p>
        </li>
        <li>
          <button type="button" className="link small" onClick={() => window.print()}>{t`Print this page`}</button>
        </li>
      </ul>
    </Sheet>
  );
}

/** The dates and the news of all proposals, for other programs. */
export function FollowAlong() {
  return (
    <Sheet title={t`Follow along`}>
      <ul className="space-y-2">
        <li>
          <TakeAlong label={t`Calendar (.ics)`} file={(files, taken) => files.calendarFrom(taken)} />
          <p className="small text-muted">{t`When votes open and close, and every other date of the co-op, as known now.`}</p>
        </li>
        <li>
          <TakeAlong label={t`Feed (Atom)`} file={(files, taken) => files.feedFrom(taken)} />
          <p className="small text-muted">{t`What was put, opened, decided and carried out lately, for a news reader.`}</p>
        </li>
      </ul>
    </Sheet>
  );
}
