// Who speaks for whom, and who could (V11). Where a proxy is not possible, the reason in a sentence.

import { hasOwnBallot } from "../../../../books/apply/ballots.ts";
import { principalsOf, proxyKey } from "../../../../books/apply/proxies.ts";
import type { Ballot, Coop, Member, Proposal, ProxyNaming } from "../../../../books/coop.ts";
import { proxyLimit, type Topic } from "../../../../books/rules.ts";
import { t } from "../../../../books/say.ts";
import { inWords, plural } from "../format/words.ts";
import { isOnRoll } from "./rolls.ts";
import { topicWords } from "./topics.ts";

/** Whom a seat has named on a topic, whether accepted or not. */
export const namingOf = (coop: Coop, topic: Topic, seat: number): ProxyNaming | undefined =>
  coop.proxies.get(proxyKey(topic, seat));

/** Who asks a seat to speak for them and has no answer yet, the earliest first. */
export function requestsTo(coop: Coop, seat: number): ProxyNaming[] {
  return [...coop.proxies.values()].filter((one) => one.proxy === seat && !one.accepted).sort((a, b) => a.at - b.at);
}

/** For whom a seat speaks, on all topics. */
export const spokenForBy = (coop: Coop, seat: number): ProxyNaming[] =>
  [...coop.proxies.values()].filter((one) => one.proxy === seat && one.accepted);

export function memberAt(coop: Coop, seat: number): Member | undefined {
  return coop.members.get(coop.memberAt.get(seat) ?? 0);
}

/** For how many others a member of a class may speak on one topic now. */
export function limitIn(coop: Coop, index: number): number {
  const rules = coop.rules.get(coop.rulesVersion);
  const active = [...coop.memberOf.values()].filter((id) => coop.members.get(id)?.class === index).length;
  return rules ? proxyLimit(rules.voting, active) : 0;
}

export const limitSentence = (limit: number): string =>
  limit === 0
    ? t`Under the present rules nobody speaks for others.`
    : t`You may speak for ${inWords(limit)} ${plural(limit, t`member`, t`members`)} of your class on each topic.`;

/** Why a member can have no proxy on a topic. */
export function whyNoProxy(coop: Coop, topic: Topic, seat: number): string | undefined {
  const others = principalsOf(coop, topic, seat).length;
  if (others === 0) return undefined;
  return t`You speak for ${inWords(others)} ${plural(others, t`other`, t`others`)} on this, so you vote yourself.`;
}

/** Why a member would not be able to accept, should it be asked; in a few words, behind its name. */
export function whyUnable(coop: Coop, topic: Topic, member: Member): string | undefined {
  if (namingOf(coop, topic, member.seat)?.accepted) return t`has a proxy too`;
  if (principalsOf(coop, topic, member.seat).length >= limitIn(coop, member.class)) return t`speaks for enough others`;
  return undefined;
}

/** Why the one who was asked can not accept. */
export function whyNotAccept(coop: Coop, { topic, principal, proxy }: ProxyNaming): string | undefined {
  const { about } = topicWords(topic);
  if (namingOf(coop, topic, proxy)?.accepted) {
    return t`You have a proxy on ${about} yourself, and votes are not passed on. End that first.`;
  }
  if (principalsOf(coop, topic, principal).length > 0) {
    return t`This member speaks for others on it, and votes are not passed on.`;
  }
  const have = principalsOf(coop, topic, proxy).length;
  if (have < limitIn(coop, proxy >>> 24)) return undefined;
  return t`You speak for ${inWords(have)} ${plural(have, t`member`, t`members`)} on ${about} already, and that is the most.`;
}

/** Members whom `seat` could ask on any topic: the others of its class. */
export function candidatesFor(coop: Coop, { seat, class: index }: Member): Member[] {
  return [...coop.members.values()].filter(
    (one) => one.status === "active" && one.class === index && one.seat !== seat,
  );
}

/** What a member's proxy has to do with one proposal. */
export type ProxyStanding = {
  proxy: Member;
  /** The member's own ballot, or the one that its proxy cast. */
  ballot?: Ballot;
  /** What the proxy said itself. */
  proxyBallot?: Ballot;
};

/** The accepted proxy of a member on the topic of a proposal, if there is one. */
export function proxyOn(coop: Coop, proposal: Proposal, member: Member): ProxyStanding | undefined {
  const naming = namingOf(coop, proposal.topic, member.seat);
  const proxy = naming?.accepted ? memberAt(coop, naming.proxy) : undefined;
  if (!proxy) return undefined;
  return { proxy, ballot: proposal.ballots.get(member.seat), proxyBallot: ownBallot(proposal, proxy.seat) };
}

/** The ballot of a seat that no proxy cast. */
export function ownBallot(proposal: Proposal, seat: number): Ballot | undefined {
  return hasOwnBallot(proposal, seat) ? proposal.ballots.get(seat) : undefined;
}

/** For whom a seat's vote on a proposal counts, unless they vote themselves. */
export function countedWith(coop: Coop, proposal: Proposal, seat: number): Member[] {
  return principalsOf(coop, proposal.topic, seat).flatMap(({ principal }) => {
    const member = memberAt(coop, principal);
    return member && isOnRoll(member, proposal) && !hasOwnBallot(proposal, principal) ? member : [];
  });
}

/** Proxies who have voted, each with those for whom that vote is not counted yet. */
export function uncounted(coop: Coop, proposal: Proposal): { proxy: Member; ballot: Ballot; members: Member[] }[] {
  const proxies = new Set([...coop.proxies.values()].filter(({ accepted }) => accepted).map(({ proxy }) => proxy));
  return [...proxies].flatMap((seat) => {
    const proxy = memberAt(coop, seat);
    const ballot = ownBallot(proposal, seat);
    if (!proxy || !ballot) return [];
    const members = countedWith(coop, proposal, seat).filter(
      (member) => proposal.ballots.get(member.seat)?.support !== ballot.support,
    );
    return members.length > 0 ? { proxy, ballot, members } : [];
  });
}
