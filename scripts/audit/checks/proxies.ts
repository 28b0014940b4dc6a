// Who speaks for whom (V11): as the Assembly answers, and as its storage says about every seat that there ever was.
import { principalsOf, proxyKey } from "../../../books/apply/proxies.ts";
import type { Coop } from "../../../books/coop.ts";
import { TOPIC_NAMES, type Topic } from "../../../books/rules.ts";
import { askAll } from "../chain.ts";
import { type Check, Comparison } from "../check.ts";
import { mapped, NAMED_SLOT, PRINCIPALS_SLOT } from "../storage.ts";
import type { Subject } from "../subject.ts";

const TOPICS = [...TOPIC_NAMES.keys()] as Topic[];
const SERIAL = 24n;
const SERIAL_MASK = (1n << SERIAL) - 1n;
/** In the storage of a seat: 32 bits a topic, the serial of the proxy in 24 of them, then whether it has accepted. */
const NAMING = 32n;
const NAMING_MASK = (1n << NAMING) - 1n;

/** What the Assembly answers about every active member who speaks or is spoken for. */
export async function checkProxies({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("proxies as named and accepted");
  const list = TOPICS.flatMap((topic) => {
    const namings = [...coop.proxies.values()].filter((one) => one.topic === topic);
    const seats = new Set(namings.flatMap(({ principal, proxy }) => [principal, proxy]));
    return [...coop.members.values()]
      .filter(({ seat, status }) => status === "active" && seats.has(seat))
      .map(({ account, seat }) => ({ account, seat, topic }));
  });
  const answers = await askAll(list, ({ account, topic }) =>
    Promise.all([
      chain.ask("assembly", house.at.assembly, "proxyOf", account, topic),
      chain.ask("assembly", house.at.assembly, "principalsOf", account, topic),
    ]),
  );
  for (const [i, { seat, topic }] of list.entries()) {
    const [proxy, principals] = answers[i] ?? [];
    const where = whereOf(seat, topic);
    const named = coop.proxies.get(proxyKey(topic, seat));
    comparison.same(`${where}, proxy`, named?.proxy ?? 0, proxy?.[0]);
    comparison.same(`${where}, accepted`, named?.accepted ?? false, proxy?.[1]);
    comparison.same(`${where}, speaks for`, seatsSpokenFor(coop, seat, topic), listOf(principals?.[0] ?? []));
  }
  return comparison.check;
}

/** Every seat that there ever was: closed ones, for which no function answers, and those that no event names. */
export async function checkProxyStorage({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("proxies in storage");
  const { assembly } = house.at;
  const seats = [...coop.memberAt.keys()];
  const named = await askAll(seats, (seat) => chain.word(assembly, mapped(BigInt(seat), NAMED_SLOT)));
  const speaking = seats.flatMap((seat) => TOPICS.map((topic) => ({ seat, topic })));
  const principals = await askAll(speaking, ({ seat, topic }) =>
    chain.word(assembly, mapped((BigInt(topic) << 32n) | BigInt(seat), PRINCIPALS_SLOT)),
  );
  for (const [i, seat] of seats.entries()) {
    for (const topic of TOPICS) {
      const word = ((named[i] ?? 0n) >> (NAMING * BigInt(topic))) & NAMING_MASK;
      comparison.same(`${whereOf(seat, topic)}, naming`, namingOf(coop, seat, topic), word);
    }
  }
  for (const [i, { seat, topic }] of speaking.entries()) {
    const stored = serialsIn(principals[i] ?? 0n).map((serial) => ((seat >>> 24) << 24) | serial);
    comparison.same(`${whereOf(seat, topic)}, principals`, seatsSpokenFor(coop, seat, topic), listOf(stored));
  }
  return comparison.check;
}

const whereOf = (seat: number, topic: Topic): string => `seat ${seat} on ${TOPIC_NAMES[topic]}`;

/** Principals stand in the order in which they were accepted, changed by gaps that were filled; that is not compared. */
function listOf(seats: Iterable<unknown>): string {
  const sorted = [...seats].map(Number).sort((a, b) => a - b);
  return sorted.length === 0 ? "nobody" : sorted.join(", ");
}

function seatsSpokenFor(coop: Coop, seat: number, topic: Topic): string {
  return listOf(principalsOf(coop, topic, seat).map(({ principal }) => principal));
}

function namingOf(coop: Coop, seat: number, topic: Topic): bigint {
  const named = coop.proxies.get(proxyKey(topic, seat));
  if (!named) return 0n;
  return (BigInt(named.proxy) & SERIAL_MASK) | (named.accepted ? 1n << SERIAL : 0n);
}

/** 24 bits a principal, without gaps from the lowest. */
function serialsIn(word: bigint): number[] {
  const serials: number[] = [];
  for (let rest = word; rest !== 0n; rest >>= SERIAL) serials.push(Number(rest & SERIAL_MASK));
  return serials;
}
