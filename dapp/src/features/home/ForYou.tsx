import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatRelative } from "../../shared/format/time.ts";
import { plural } from "../../shared/format/words.ts";
import { secondersMissing } from "../../shared/motion/rolls.ts";
import { textOf } from "../../shared/motion/text.ts";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { dutiesOf, isNothing } from "./duties.ts";

/** What waits for the person who is here. */
export function ForYou() {
  const { coop, now } = useCoop();
  const { address, member, connect } = useWallet();
  const duties = dutiesOf(coop, member, now);
  const { toVote, toSecond, toCarryOut, toNotice } = duties;
  return (
    <Sheet title="Waiting for you">
      {!address && (
        <p className="mb-4">
          <button type="button" className="link" onClick={connect}>
            Connect your wallet
          </button>{" "}
          to see the votes that wait for you.
        </p>
      )}
      {address && !member && (
        <p className="mb-4 text-muted">The account in your wallet is not a member's. Members find their votes here.</p>
      )}
      {isNothing(duties) && <p className="text-muted">Nothing waits for you. Thank you for keeping up.</p>}
      <ul className="divide-y divide-line">
        {toVote.map((proposal) => (
          <Duty key={proposal.id} verb="Vote" note={`closes ${formatRelative(proposal.voteEnd, now)}`}>
            <Link to="/proposals/$number" params={{ number: String(proposal.number) }} className="link">
              {textOf(proposal.description).title}
            </Link>
          </Duty>
        ))}
        {toSecond.map((draft) => (
          <Duty key={draft.id} verb="Second" note={`${secondersMissing(coop, draft)} more needed`}>
            <Link to="/drafts/$number" params={{ number: String(draft.number) }} className="link">
              {textOf(draft.description).title}
            </Link>
          </Duty>
        ))}
        {toNotice.map((draft) => (
          <Duty
            key={draft.id}
            verb="Give notice"
            note={`seconded by ${draft.seconders.length} ${plural(draft.seconders.length, "member")}`}
          >
            <Link to="/drafts/$number" params={{ number: String(draft.number) }} className="link">
              {textOf(draft.description).title}
            </Link>
          </Duty>
        ))}
        {toCarryOut.map((proposal) => (
          <Duty key={proposal.id} verb="Carry out" note="passed; anyone may">
            <Link to="/proposals/$number" params={{ number: String(proposal.number) }} className="link">
              {textOf(proposal.description).title}
            </Link>
          </Duty>
        ))}
      </ul>
    </Sheet>
  );
}

function Duty({ verb, note, children }: { verb: string; note: string; children: ReactNode }) {
  return (
    <li className="grid gap-x-4 py-3 sm:grid-cols-[7rem_minmax(0,1fr)_auto] sm:items-baseline">
      <span className="font-semibold text-on-act-soft">{verb}</span>
      <span className="font-serif text-lg wrap-anywhere">{children}</span>
      <span className="small text-muted">{note}</span>
    </li>
  );
}
