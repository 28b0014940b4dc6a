import type { Proposal } from "../../../../books/coop.ts";
import type { Position } from "../../../../books/rules.ts";
import { t } from "../../../../books/say.ts";
import { rich } from "../../shared/language/rich.ts";
import type { Numbered } from "../../shared/motion/numbering.ts";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { RelayedBallot, WhatIsSigned } from "./RelayedBallot.tsx";
import type { BallotKey } from "./useBallotKey.ts";
import { useRelayedVote } from "./useRelayedVote.ts";

type Props = {
  relay: string;
  proposal: Numbered<Proposal>;
  chosen: Position | undefined;
  /** A reason stands in the field: only a vote that one sends oneself can carry it. */
  withReason: boolean;
};

/** The way without coin: the ballot is signed here and handed in by the relay. */
export function ThroughRelay({ relay, proposal, chosen, withReason }: Props) {
  const { address } = useWallet();
  const vote = useRelayedVote(relay, proposal);
  const { ballot, busy, trouble, sign } = vote;
  const again = ballot?.paper.support === chosen && ballot?.taken !== undefined;
  const label = ballot ? t`Replace my ballot` : address ? t`Cast my vote` : t`Connect a wallet and cast my vote`;
  const words = busy === "wallet" ? t`Waiting for your wallet` : busy === "relay" ? t`Handing it to the relay` : label;
  return (
    <div className="mb-4 space-y-3">
      <RelayedBallot vote={vote} proposal={proposal} />
      <button
        type="button"
        className="button button-main"
        disabled={chosen === undefined || withReason || again}
        aria-disabled={busy !== undefined || undefined}
        onClick={() => chosen !== undefined && sign(chosen)}
      >
        {words}
      </button>
      {withReason && <p className="small text-muted">{t`Only a vote that you send yourself can carry a reason.`}</p>}
      {trouble && (
        <div role="alert" className="small rounded-xl bg-bad-soft px-4 py-2.5 text-bad">
          <p className="font-semibold">{trouble.what}</p>
          {trouble.next && <p>{trouble.next}</p>}
        </div>
      )}
      <WhatIsSigned number={proposal.number} position={chosen} withKey={vote.key.sign !== undefined} />
      <OneTap ballotKey={vote.key} />
    </div>
  );
}

/** Offers the key that makes later votes one tap. */
function OneTap({ ballotKey: { setUp, busy, words } }: { ballotKey: BallotKey }) {
  return (
    <>
      {setUp && (
        <p className="small text-muted">{rich`${(
          <button type="button" className="link" aria-disabled={busy || undefined} onClick={setUp}>
            {busy ? t`Waiting for your wallet` : t`Vote with one tap from now on`}
          </button>
        )}: your wallet signs twice, once for a ballot key that stays in this browser and once to have it registered. It costs nothing.`}</p>
      )}
      <p role="status" className="small font-semibold empty:hidden">
        {words}
      </p>
    </>
  );
}
