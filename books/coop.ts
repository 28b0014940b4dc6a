// The read model of a co-op, built by applying its events one after the other.
import { applyBallots } from "./apply/ballots.ts";
import { applyCapital } from "./apply/capital.ts";
import { applyCommons } from "./apply/commons.ts";
import { applyDrafts } from "./apply/drafts.ts";
import { applyFounding } from "./apply/founding.ts";
import { applyMembership } from "./apply/membership.ts";
import { applyPetitions } from "./apply/petitions.ts";
import { applyPolls } from "./apply/polls.ts";
import { applyProxies } from "./apply/proxies.ts";
import { applyVoting } from "./apply/voting.ts";
import { type BookContract, type BookEvent, BooksError, byChainOrder, whereOf } from "./event.ts";
import type { Coop } from "./model.ts";

export type * from "./model.ts";

export function emptyCoop(): Coop {
  return {
    classes: [],
    members: new Map(),
    memberOf: new Map(),
    memberAt: new Map(),
    rules: new Map(),
    rulesVersion: 0,
    drafts: new Map(),
    pollDrafts: new Map(),
    proposals: new Map(),
    latest: new Map(),
    polls: new Map(),
    proxies: new Map(),
    moves: [],
    funds: new Map(),
    booked: new Map(),
    shares: { units: 0n, paid: 0n },
    offices: [],
    placements: [],
    minutes: [],
    outsideCalls: [],
  };
}

const appliers: Partial<Record<BookContract, readonly ((coop: Coop, event: BookEvent) => void)[]>> = {
  directory: [applyFounding],
  authority: [applyFounding],
  register: [applyMembership],
  assembly: [applyDrafts, applyVoting, applyPetitions, applyBallots, applyProxies, applyPolls],
  shares: [applyCapital],
  treasury: [applyCommons],
};

/** Applies one event, in the order of the chain. Events that the books do not know are passed over. Throws a BooksError,
 * and changes nothing, when the stream is impossible. */
export function applyEvent(coop: Coop, event: BookEvent): void {
  if (coop.upTo && byChainOrder(event, coop.upTo) <= 0) {
    const again = byChainOrder(event, coop.upTo) === 0;
    throw new BooksError(`${whereOf(event)} ${again ? "came twice" : "came after a later log"}.`);
  }
  for (const apply of appliers[event.contract] ?? []) apply(coop, event);
  coop.upTo = { blockNumber: event.blockNumber, logIndex: event.logIndex, timestamp: event.timestamp };
}

/** The books of a whole stream, in any order. */
export function coopOf(events: Iterable<BookEvent>): Coop {
  const coop = emptyCoop();
  for (const event of [...events].sort(byChainOrder)) applyEvent(coop, event);
  return coop;
}
