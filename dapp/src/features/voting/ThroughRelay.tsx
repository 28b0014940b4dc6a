import type { Proposal } from "../../../../books/coop.ts";
import type { Position } from "../../../../books/rules.ts";
import { t } from "../../../../books/say.ts";
import { rich } from "../../shared/language/rich.ts";
import type { Numbered } from "../../shared/motion/numbering.ts";
import { RelayedNote } from "../../shared/relay/RelayedNote.tsx";
import { SignButton } from "../../shared/relay/SignButton.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { positionName } from "./positions.ts";
import { ballotWords } from "./relayWords.ts";
import type { BallotKey } from "./useBallotKey.ts";
import { useRelayedVote } from "./useRelayedVote.ts";
import { WhatIsSigned } from "./WhatIsSigned.tsx";

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
  const { relayed, key, sign } = useRelayedVote(relay, proposal);
  const { signed } = relayed;
  const again = signed?.paper.support === chosen && signed?.taken !== undefined;
  const label = signed ? t`Replace my ballot` : address ? t`Cast my vote` : t`Connect a wallet and cast my vote`;
  const position = signed ? positionName(signed.paper.support as Position).toLowerCase() : "";
  return (
    <div className="mb-4 space-y-3">
      <RelayedNote relayed={relayed} closes={proposal.voteEnd} words={ballotWords(position)} />
      <SignButton
        relayed={relayed}
        label={label}
        disabled={chosen === undefined || withReason || again}
        hint={withReason ? t`Only a vote that you send yourself can carry a reason.` : undefined}
        onPress={() => chosen !== undefined && sign(chosen)}
      />
      <WhatIsSigned number={proposal.number} position={chosen} withKey={key.sign !== undefined} />
      <OneTap ballotKey={key} />
    </div>
  );
}

/** Offers the key that makes later votes one tap. */
function OneTap({ ballotKey: { setUp, elsewhere, busy, words } }: { ballotKey: BallotKey }) {
  const offer = elsewhere ? t`Bring my ballot key to this browser` : t`Vote with one tap from now on`;
  const button = (
    <button type="button" className="link" aria-disabled={busy || undefined} onClick={setUp}>
      {busy ? t`Waiting for your wallet` : offer}
    </button>
  );
  return (
    <>
      {setUp && (
        <p className="small text-muted">
          {elsewhere
            ? rich`${button}: your wallet signs the same words as when the key was made, and votes take one tap here too. It costs nothing.`
            : rich`${button}: your wallet signs twice, once for a ballot key that stays in this browser and once to have it registered. It costs nothing.`}
        </p>
      )}
      <p role="status" className="small font-semibold empty:hidden">
        {words}
      </p>
    </>
  );
}
