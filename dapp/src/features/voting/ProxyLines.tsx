import type { Member, Proposal } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import type { ProposalState } from "../../../../books/state.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { inWords, plural } from "../../shared/format/words.ts";
import { countedWith, memberAt, ownBallot, proxyOn } from "../../shared/motion/proxies.ts";
import { isOnRoll } from "../../shared/motion/rolls.ts";
import { topicWords } from "../../shared/motion/topics.ts";
import { Note } from "../../shared/ui/Note.tsx";
import { positionName } from "./positions.ts";

type Props = { proposal: Proposal; state: ProposalState; member: Member };

/** What a member's proxy does here, and for whom the member speaks. */
export function ProxyLines({ proposal, state, member }: Props) {
  const { coop } = useCoop();
  if (!isOnRoll(member, proposal)) return null;
  const lines = [linePrincipal(), lineProxy()].filter((line) => line !== undefined);
  return lines.map((line) => (
    <div key={line} className="mb-4">
      <Note>{line}</Note>
    </div>
  ));

  /** For a member whom somebody speaks for. */
  function linePrincipal(): string | undefined {
    const ballot = proposal.ballots.get(member.seat);
    const open = state === "open";
    if (ballot?.byProxy !== undefined) {
      const position = positionName(ballot.support).toLowerCase();
      const said = t`Your proxy, member ${memberAt(coop, ballot.byProxy)?.id}, voted ${position}, also for you.`;
      return open ? t`${said} Vote here to replace it.` : said;
    }
    const standing = proxyOn(coop, proposal, member);
    if (!standing || (!open && state !== "notice")) return undefined;
    const who = t`Member ${standing.proxy.id}`;
    if (ballot) return t`${who} is your proxy on ${about()}. Your own vote stands, whatever your proxy does.`;
    if (!open) return t`${who} speaks for you on ${about()}. You can vote yourself, before or after.`;
    const theirs = standing.proxyBallot;
    if (!theirs) return t`${who} speaks for you on ${about()} and has not voted yet. You can also vote here yourself.`;
    const position = positionName(theirs.support).toLowerCase();
    return t`${who} speaks for you on ${about()}, and voted “${position}” before that. It is not counted for you yet: have it counted under “Votes still to be counted”, or vote yourself.`;
  }

  /** For a member who speaks for others. */
  function lineProxy(): string | undefined {
    const others = countedWith(coop, proposal, member.seat).length;
    if (others === 0 || (state !== "open" && state !== "notice")) return undefined;
    const more = t`${inWords(others)} more ${plural(others, t`member`, t`members`)}`;
    return ownBallot(proposal, member.seat)
      ? t`Your vote counts for ${more} unless they vote themselves.`
      : t`You speak for ${more} on ${about()}. Your vote counts for them too, unless they vote themselves.`;
  }

  function about(): string {
    return topicWords(proposal.topic).about;
  }
}
