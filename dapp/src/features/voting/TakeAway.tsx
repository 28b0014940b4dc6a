import type { Proposal } from "../../../../books/coop.ts";
import type { Numbered } from "../../../../books/numbering.ts";
import type { ProposalState } from "../../../../books/state.ts";
import { TakeAlong } from "../../shared/takeaway/TakeAlong.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";

/** A proposal's papers: its minutes, its dates, and the page itself on paper. */
export function TakeAway({ proposal, state }: { proposal: Numbered<Proposal>; state: ProposalState }) {
  const open = state === "notice" || state === "open";
  return (
    <Sheet title="Take along" className="print:hidden">
      <ul className="space-y-2">
        <li>
          <TakeAlong
            label={open ? "Minutes so far (.md)" : "Minutes (.md)"}
            file={(files, taken) => files.minutesFrom(taken, proposal)}
          />
          <p className="small text-muted">
            {open ? "Who has voted until now and how it stands." : "Who voted, who did not, and how it ended."} Members
            by number, no names.
          </p>
        </li>
        <li>
          <TakeAlong label="Dates of this vote (.ics)" file={(files, taken) => files.voteFrom(taken, proposal)} />
          <p className="small text-muted">For your calendar.</p>
        </li>
        <li>
          <button type="button" className="link small" onClick={() => window.print()}>
            Print this page
          </button>
        </li>
      </ul>
    </Sheet>
  );
}

/** The dates and the news of all proposals, for other programs. */
export function FollowAlong() {
  return (
    <Sheet title="Follow along">
      <ul className="space-y-2">
        <li>
          <TakeAlong label="Calendar (.ics)" file={(files, taken) => files.calendarFrom(taken)} />
          <p className="small text-muted">
            When votes open and close, and every other date of the co-op, as known now.
          </p>
        </li>
        <li>
          <TakeAlong label="Feed (Atom)" file={(files, taken) => files.feedFrom(taken)} />
          <p className="small text-muted">What was put, opened, decided and carried out lately, for a news reader.</p>
        </li>
      </ul>
    </Sheet>
  );
}
