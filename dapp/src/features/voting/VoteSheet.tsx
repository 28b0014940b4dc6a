import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import type { Proposal } from "../../../../books/coop.ts";
import type { Position } from "../../../../books/rules.ts";
import { t } from "../../../../books/say.ts";
import type { ProposalState } from "../../../../books/state.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { wholeAssemblyAbi } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { useConfig } from "../../shared/config/useConfig.ts";
import { formatMoment } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import type { Numbered } from "../../shared/motion/numbering.ts";
import { namingOf, ownBallot } from "../../shared/motion/proxies.ts";
import { isOnRoll } from "../../shared/motion/rolls.ts";
import { topicWords } from "../../shared/motion/topics.ts";
import { Disclosure } from "../../shared/ui/Disclosure.tsx";
import { Field } from "../../shared/ui/Field.tsx";
import { Note } from "../../shared/ui/Note.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { When } from "../../shared/ui/When.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { ProxyLines } from "./ProxyLines.tsx";
import { POSITIONS, positionName } from "./positions.ts";
import { ThroughRelay } from "./ThroughRelay.tsx";
import { WhatIsSent } from "./WhatIsSent.tsx";

const YOUR_VOTE = "your-vote";

type Props = { proposal: Numbered<Proposal>; state: ProposalState };

/** Where a member votes, and changes the vote until the close. */
export function VoteSheet({ proposal, state }: Props) {
  const { address, member } = useWallet();
  const { coop, now } = useCoop();
  const ballot = member && ownBallot(proposal, member.seat);
  const spokenFor = member && proposal.ballots.has(member.seat);
  if (state !== "open" && state !== "notice" && !spokenFor) return null;
  // Whom it would expel is heard instead.
  if (member && member.seat === proposal.excluded) return null;
  const mayVote = !address || (member && isOnRoll(member, proposal));
  return (
    <div id={YOUR_VOTE} tabIndex={-1} className="scroll-mt-4 outline-none">
      <Sheet title={t`Your vote`}>
        {ballot && (
          <p className="mb-4">{rich`You voted ${<strong>{positionName(ballot.support).toLowerCase()}</strong>} ${<When at={ballot.at} now={now} />}.`}</p>
        )}
        {member && <ProxyLines proposal={proposal} state={state} member={member} />}
        {state === "notice" && (
          <p>{rich`The vote opens ${<When at={proposal.voteStart} now={now} />}. Until then there is time to read and to talk.`}</p>
        )}
        {state !== "notice" && address && !member && (
          <Note>{t`The account in your wallet is not a member's. You can read everything; members vote.`}</Note>
        )}
        {state !== "notice" && member && !mayVote && (
          <Note>{t`You became a member after notice was given, so you are not on the roll of this vote.`}</Note>
        )}
        {state === "open" && mayVote && (
          <VoteForm proposal={proposal} voted={ballot?.support} reason={ballot?.reason} />
        )}
        {state === "open" && member && mayVote && !ballot && !namingOf(coop, proposal.topic, member.seat) && (
          <p className="small mt-4">
            <Link
              to="/you"
              hash="proxies"
              className="link"
            >{rich`Name somebody who votes for you on ${topicWords(proposal.topic).about}`}</Link>
          </p>
        )}
      </Sheet>
    </div>
  );
}

/** On a phone the vote stands below what is to be read first: the way there, for whoever can vote and has not. */
export function ToTheVote({ proposal, state }: Props) {
  const { address, member } = useWallet();
  const may = !address || (member && isOnRoll(member, proposal) && !ownBallot(proposal, member.seat));
  if (state !== "open" || !may || (member && member.seat === proposal.excluded)) return null;
  return <a href={`#${YOUR_VOTE}`} className="button button-main mb-6 w-full lg:hidden">{t`Go to the vote`}</a>;
}

type FormProps = { proposal: Numbered<Proposal>; voted?: Position; reason?: string };

function VoteForm({ proposal, voted, reason: before }: FormProps) {
  const { relay } = useConfig();
  const { address } = useWallet();
  const [whose, setWhose] = useState(address);
  const [chosen, setChosen] = useState<Position | undefined>(voted);
  const [reason, setReason] = useState(before ?? "");
  const act = useAct(`vote:${proposal.id}`);
  const name = useId();
  // Another account begins anew; what went wrong for the one before stays to be read.
  if (whose !== address) {
    setWhose(address);
    if (whose) {
      setChosen(voted);
      setReason(before ?? "");
    }
  }
  const same = chosen === voted && reason === (before ?? "");
  const withReason = reason.trim() !== "";
  const byRelay = relay !== undefined && voted === undefined;
  const own = (
    <>
      <ActButton
        act={act}
        quiet={byRelay}
        label={voted !== undefined ? t`Change my vote` : relay ? t`Send my vote myself` : t`Cast my vote`}
        disabled={chosen === undefined || (voted !== undefined && same)}
        call={() => ({
          address: proposal.assembly,
          abi: wholeAssemblyAbi as never,
          functionName: withReason ? "castVoteWithReason" : "castVote",
          args: withReason ? [proposal.id, chosen, reason.trim()] : [proposal.id, chosen],
        })}
      />
      <WhatIsSent proposal={proposal} position={chosen} withReason={withReason} />
    </>
  );
  return (
    <>
      <fieldset>
        <legend className="sr-only">{t`Your position`}</legend>
        <div className="space-y-2">
          {POSITIONS.map(({ position, name: label, meaning, fill }) => (
            <div
              key={position}
              className={`relative flex gap-3 rounded-xl border px-4 py-2.5 ${chosen === position ? "border-act bg-act-soft" : "border-line hover:bg-sunken"}`}
            >
              <input
                type="radio"
                id={`${name}-${position}`}
                name={name}
                checked={chosen === position}
                onChange={() => setChosen(position)}
                aria-describedby={`${name}-${position}-means`}
                className="relative z-10 mt-1.5 size-4 shrink-0 accent-(--act)"
              />
              <div>
                <label htmlFor={`${name}-${position}`} className="font-semibold after:absolute after:inset-0">
                  {label}
                  <span aria-hidden="true" className={`ml-2 inline-block size-2.5 rounded-full ${fill}`} />
                </label>
                <p id={`${name}-${position}-means`} className="small text-muted">
                  {meaning}
                </p>
              </div>
            </div>
          ))}
        </div>
      </fieldset>
      <p className="small mt-3 text-muted">{t`Everyone can see how you voted, under your number as a member.`}</p>
      <div className="mt-4 mb-4">
        <Field label={t`Your reason (optional)`} hint={t`Everyone can read it, for good.`}>
          {(ids) => (
            <textarea
              {...ids}
              className="field"
              rows={2}
              maxLength={600}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      </div>
      {byRelay && <ThroughRelay relay={relay} proposal={proposal} chosen={chosen} withReason={withReason} />}
      {voted !== undefined && act.state.step !== "done" && (
        <div className="mb-4" role="status">
          <Note tone="good">
            <p className="font-semibold">{t`Your vote is counted: ${positionName(voted).toLowerCase()}.`}</p>
            <p>{t`You can change it until ${formatMoment(proposal.voteEnd)}.`}</p>
          </Note>
        </div>
      )}
      {byRelay ? (
        // A reason goes along with no other vote, and what became of one is said there.
        <Disclosure label={t`Send it yourself instead`} open={withReason || act.state.step !== "idle"}>
          <p className="small mb-3 text-muted">{t`You pay the network's fee. It always counts, whatever the relay does.`}</p>
          {own}
        </Disclosure>
      ) : (
        own
      )}
      <ActStatus act={act} done={t`Your vote is counted.`} />
    </>
  );
}
