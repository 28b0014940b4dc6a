// Assembly: who speaks for whom (V11).
import { type BookEvent, BooksError, whereOf } from "../event.ts";
import type { Coop, ProxyNaming } from "../model.ts";
import { readNumber } from "../read.ts";
import { proxyLimit, type Topic } from "../rules.ts";
import { recoveryOf } from "./recoveries.ts";

export function applyProxies(coop: Coop, event: BookEvent): void {
  if (event.name === "ProxyNamed") nameProxy(coop, event);
  else if (event.name === "ProxyAccepted") accept(coop, event);
  else if (event.name === "ProxyEnded") end(coop, event);
}

/** Where a member's proxy on a topic is found in `coop.proxies`. */
export const proxyKey = (topic: Topic, principal: number): string => `${topic}:${principal}`;

/** Those for whom a seat speaks on a topic. */
export function principalsOf(coop: Coop, topic: Topic, proxy: number): ProxyNaming[] {
  return [...coop.proxies.values()].filter((one) => one.accepted && one.topic === topic && one.proxy === proxy);
}

function nameProxy(coop: Coop, event: BookEvent): void {
  const { topic, principal, proxy, refuse } = readProxy(event);
  if (coop.proxies.has(proxyKey(topic, principal))) throw refuse("though it has one on this topic");
  const memberId = coop.memberAt.get(principal) ?? 0;
  if (recoveryOf(coop, memberId, event.timestamp)) throw refuse("though somebody else asks to speak for it");
  if (principal === proxy) throw refuse("which is itself");
  if (principal >>> 24 !== proxy >>> 24) throw refuse("which is of another class");
  if (principalsOf(coop, topic, principal).length > 0) throw refuse("though it speaks for others on this topic");
  coop.proxies.set(proxyKey(topic, principal), { topic, principal, proxy, accepted: false, at: event.timestamp });
}

/** No chains, and no more principals than the limit of the class at this moment. */
function accept(coop: Coop, event: BookEvent): void {
  const { topic, principal, proxy, refuse } = readProxy(event);
  const named = coop.proxies.get(proxyKey(topic, principal));
  if (named?.proxy !== proxy) throw refuse("which it has not named");
  if (named.accepted) throw refuse("which has accepted already");
  if (coop.proxies.get(proxyKey(topic, proxy))?.accepted) throw refuse("which has a proxy itself");
  if (principalsOf(coop, topic, principal).length > 0) throw refuse("though it speaks for others itself");
  const active = [...coop.memberOf.values()].filter((id) => coop.members.get(id)?.class === proxy >>> 24).length;
  const rules = coop.rules.get(coop.rulesVersion);
  if (!rules || principalsOf(coop, topic, proxy).length >= proxyLimit(rules.voting, active)) {
    throw refuse("which speaks for as many as it may");
  }
  named.accepted = true;
}

function end(coop: Coop, event: BookEvent): void {
  const { topic, principal, proxy, refuse } = readProxy(event);
  if (coop.proxies.get(proxyKey(topic, principal))?.proxy !== proxy) throw refuse("which it has not named");
  coop.proxies.delete(proxyKey(topic, principal));
}

function readProxy(event: BookEvent) {
  const topic = readNumber(event.args, "topic") as Topic;
  const principal = readNumber(event.args, "principal");
  const proxy = readNumber(event.args, "proxy");
  const refuse = (why: string) =>
    new BooksError(`${whereOf(event)} has seat ${principal} and its proxy, seat ${proxy}, ${why}.`);
  return { topic, principal, proxy, refuse };
}
