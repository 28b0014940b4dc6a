import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { centOf } from "../../shared/format/money.ts";
import { formatRelative } from "../../shared/format/time.ts";
import { plural } from "../../shared/format/words.ts";
import { rich } from "../../shared/language/rich.ts";
import { asWritten } from "../../shared/motion/polls.ts";
import { memberAt } from "../../shared/motion/proxies.ts";
import { secondersMissing } from "../../shared/motion/rolls.ts";
import { textOf } from "../../shared/motion/text.ts";
import { topicWords } from "../../shared/motion/topics.ts";
import { Duty } from "../../shared/ui/Duty.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { dutiesOf, isNothing } from "./duties.ts";
import { peopleDutiesOf } from "./peopleDuties.ts";

/** Duties that only some have. */
const PeopleRows = lazy(() => import("./PeopleRows.tsx").then(({ PeopleRows }) => ({ default: PeopleRows })));
/** With the books of commons and market, which the first page does not wait for. */
const LaterRows = lazy(() => import("./LaterRows.tsx").then(({ LaterRows }) => ({ default: LaterRows })));
const Earned = lazy(() => import("./Earned.tsx").then(({ Earned }) => ({ default: Earned })));

/** What waits for the person who is here: first what is decided with or without them. */
export function ForYou() {
  const { coop, settlement, now } = useCoop();
  const { address, member, connect } = useWallet();
  const duties = dutiesOf(coop, member, now);
  const people = peopleDutiesOf(coop, address, now, centOf(settlement));
  const { toVote, toSecond, toCarryOut, toNotice } = duties;
  const { toBeHeard, toAnswerRequest, toAnswerPoll, toSecondPoll, toOpenPoll } = duties;
  return (
    <Sheet title={t`Waiting for you`}>
      {!address && (
        <p className="mb-4">{rich`${<button type="button" className="link" onClick={connect}>{t`Connect your wallet`}</button>} to see the votes that wait for you.`}</p>
      )}
      {address && !member && (
        <p className="mb-4 text-muted">{rich`The account in your wallet is not a member's. ${
          coop.windingUpSince === undefined && (
            <Link to="/apply" className="link">
              {coop.applications.has(address.toLowerCase()) ? t`See your application` : t`Apply to join`}
            </Link>
          )
        }`}</p>
      )}
      <ul className="divide-y divide-line">
        {toBeHeard.map((proposal) => (
          <Duty key={proposal.id} verb={t`Be heard`} note={t`closes ${formatRelative(proposal.voteEnd, now)}`}>
            <Link to="/proposals/$number" params={{ number: String(proposal.number) }} className="link">
              {textOf(proposal.description).title}
            </Link>
          </Duty>
        ))}
        {toVote.map((proposal) => (
          <Duty
            key={proposal.id}
            verb={t`Vote`}
            note={
              proposal.proxy
                ? t`or leave it to member ${proposal.proxy.id}; closes ${formatRelative(proposal.voteEnd, now)}`
                : t`closes ${formatRelative(proposal.voteEnd, now)}`
            }
          >
            <Link to="/proposals/$number" params={{ number: String(proposal.number) }} className="link">
              {textOf(proposal.description).title}
            </Link>
          </Duty>
        ))}
        {toAnswerPoll.map((poll) => (
          <Duty key={poll.id} verb={t`Answer`} note={t`poll, closes ${formatRelative(poll.closesAt, now)}`}>
            <Link to="/polls/$number" params={{ number: String(poll.id) }} className="link">
              {asWritten(poll.question)}
            </Link>
          </Duty>
        ))}
        {toAnswerRequest.map(({ topic, principal }) => (
          <Duty key={`${topic}:${principal}`} verb={t`Reply`} note={t`accept or decline`}>
            <Link
              to="/you"
              hash="proxies"
              className="link"
            >{rich`Member ${memberAt(coop, principal)?.id} asks you to speak for them on ${topicWords(topic).about}`}</Link>
          </Duty>
        ))}
        <Suspense>{!isNothing(people) && <PeopleRows duties={people} />}</Suspense>
        <Suspense>
          <LaterRows
            account={address}
            shares={people.toCollect}
            otherwise={
              isNothing({ ...duties, ...people }) ? t`Nothing waits for you. Thank you for keeping up.` : undefined
            }
          />
        </Suspense>
        {toSecond.map((draft) => (
          <Duty key={draft.id} verb={t`Second`} note={t`${secondersMissing(coop, draft, now)} more needed`}>
            <Link to="/drafts/$number" params={{ number: String(draft.number) }} className="link">
              {textOf(draft.description).title}
            </Link>
          </Duty>
        ))}
        {toSecondPoll.map((draft) => (
          <Duty key={draft.id} verb={t`Second`} note={t`poll, ${secondersMissing(coop, draft, now)} more needed`}>
            <Link to="/polls/drafts/$number" params={{ number: String(draft.number) }} className="link">
              {asWritten(draft.question)}
            </Link>
          </Duty>
        ))}
        {toOpenPoll.map((draft) => (
          <Duty key={draft.id} verb={t`Open`} note={t`poll, seconded; anyone may`}>
            <Link to="/polls/drafts/$number" params={{ number: String(draft.number) }} className="link">
              {asWritten(draft.question)}
            </Link>
          </Duty>
        ))}
        {toNotice.map((draft) => (
          <Duty
            key={draft.id}
            verb={t`Give notice`}
            note={t`seconded by ${draft.seconders.length} ${plural(draft.seconders.length, t`member`, t`members`)}`}
          >
            <Link to="/drafts/$number" params={{ number: String(draft.number) }} className="link">
              {textOf(draft.description).title}
            </Link>
          </Duty>
        ))}
        {toCarryOut.map((proposal) => (
          <Duty key={proposal.id} verb={t`Carry out`} note={t`passed; anyone may`}>
            <Link to="/proposals/$number" params={{ number: String(proposal.number) }} className="link">
              {textOf(proposal.description).title}
            </Link>
          </Duty>
        ))}
      </ul>
      <Suspense>{address && <Earned account={address} />}</Suspense>
    </Sheet>
  );
}
