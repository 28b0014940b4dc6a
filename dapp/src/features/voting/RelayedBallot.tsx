import type { Proposal } from "../../../../books/coop.ts";
import type { Position } from "../../../../books/rules.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatMoment } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { Note } from "../../shared/ui/Note.tsx";
import { positionName } from "./positions.ts";
import type { RelayedVote } from "./useRelayedVote.ts";

/** So long after its promise a relay counts as silent, by the chain's clock. */
const SILENT_S = 10 * 60;

/** Where a ballot is that was signed here, in words; what to do when the relay does not do its part. */
export function RelayedBallot({ vote, proposal }: { vote: RelayedVote; proposal: Proposal }) {
  const { now } = useCoop();
  const { ballot, where, busy, handInAgain } = vote;
  if (!ballot) return null;
  const position = positionName(ballot.paper.support as Position).toLowerCase();
  if (!ballot.taken) {
    return (
      <div className="mb-4">
        <Note tone="wait">
          <p className="font-semibold">{rich`You signed a ballot ${position}, and the relay has not said that it has it.`}</p>
          <p>{rich`It is kept in this browser. ${<button type="button" className="link" aria-disabled={busy !== undefined} onClick={handInAgain}>{t`Hand it in again`}</button>} without signing, or send your vote yourself.`}</p>
        </Note>
      </div>
    );
  }
  const { postBy } = ballot.taken.receipt;
  const late = now > Math.min(postBy + SILENT_S, proposal.voteEnd - SILENT_S) && now > postBy;
  const lost =
    where === "unknown" || (typeof where === "object" && (where.state === "late" || where.state === "passed-over"));
  const sent = typeof where === "object" && (where.state === "sent" || where.state === "counted");
  const tone = lost || (late && !sent) || where === "silent" ? "wait" : "good";
  return (
    <div className="mb-4" role="status">
      <Note tone={tone}>
        <p className="font-semibold">{rich`${sent ? t`On its way to the chain` : t`Accepted by the relay`}: you voted ${position}.`}</p>
        <p>{sentence()}</p>
      </Note>
    </div>
  );

  function sentence(): string {
    if (lost) return t`The relay says that it does not have it any more. Send your vote yourself.`;
    if (sent) return t`It is being recorded. You will see it counted here.`;
    if (late)
      return t`It promised to post it by ${formatMoment(postBy)} and has not. Send your vote yourself: that always counts.`;
    if (where === "silent") return t`The relay does not answer at the moment. If that lasts, send your vote yourself.`;
    return t`It will be on chain by ${formatMoment(postBy)}. Until then you can replace it.`;
  }
}

/** What one signs, before and after. */
type SignedProps = { number: number; position: Position | undefined; withKey: boolean };

export function WhatIsSigned({ number, position, withKey }: SignedProps) {
  return (
    <div className="small space-y-2 text-muted">
      <p>{rich`${
        withKey
          ? t`Your ballot key in this browser signs your ballot, without your wallet. You sign:`
          : t`Your wallet shows a ballot and signs it; it sends nothing and costs nothing. You sign:`
      } ${<strong className="text-ink">{rich`“On proposal No. ${number}: ${position === undefined ? t`your position` : positionName(position).toLowerCase()}”`}</strong>}, for this vote of this co-op and nothing else.`}</p>
      <p>{t`The co-op's relay hands it in with the others' and pays for it. It can not change it. Until it is on chain you can sign another one in its place, but whoever kept the first could still hand that in. A vote that you send yourself always wins, and you can change it until the close.`}</p>
    </div>
  );
}
