// The read model of a co-op, built by applying its events one after the other.
import { applyAggregates } from "./apply/aggregates.ts";
import { applyApplications } from "./apply/applications.ts";
import { applyAudits } from "./apply/audits.ts";
import { applyBallotKeys } from "./apply/ballot-keys.ts";
import { applyBallots } from "./apply/ballots.ts";
import { applyBoard } from "./apply/board.ts";
import { applyCapital } from "./apply/capital.ts";
import { applyClasses } from "./apply/classes.ts";
import { applyDrafts } from "./apply/drafts.ts";
import { applyFounding } from "./apply/founding.ts";
import { applyInterest } from "./apply/interest.ts";
import { applyMembership } from "./apply/membership.ts";
import { applyPayments } from "./apply/payments.ts";
import { applyPetitions } from "./apply/petitions.ts";
import { applyPolls } from "./apply/polls.ts";
import { applyProxies } from "./apply/proxies.ts";
import { applyRecoveries } from "./apply/recoveries.ts";
import { applyReserve } from "./apply/reserve.ts";
import { applySuspensions } from "./apply/suspensions.ts";
import { applyDeclaration, applyTreasury } from "./apply/treasury.ts";
import { applyVoting } from "./apply/voting.ts";
import { applyWithdrawals } from "./apply/withdrawals.ts";
import { applyRelease, applyWriteDowns } from "./apply/write-downs.ts";
import { type BookContract, type BookEvent, BooksError, byChainOrder, whereOf } from "./event.ts";
import type { Coop } from "./model.ts";
import { emptyShareBook } from "./share-ledger.ts";

export type * from "./model.ts";

export function emptyCoop(): Coop {
  return {
    classes: [],
    members: new Map(),
    memberOf: new Map(),
    memberAt: new Map(),
    known: new Set(),
    expelled: new Set(),
    applications: new Map(),
    formerApplications: [],
    attested: new Map(),
    suspensions: [],
    recoveryRequests: new Map(),
    recoveries: new Map(),
    acts: new Map(),
    rules: new Map(),
    rulesVersion: 0,
    drafts: new Map(),
    pollDrafts: new Map(),
    proposals: new Map(),
    latest: new Map(),
    polls: new Map(),
    proxies: new Map(),
    ballotKeys: [],
    keysBy: { seat: new Map(), member: new Map(), key: new Set() },
    keySheets: [],
    moves: [],
    funds: new Map(),
    otherAssets: new Set(),
    booked: new Map(),
    shares: emptyShareBook(),
    reserve: { booked: 0n, moves: [], otherEndowments: [] },
    opinions: [],
    certificates: new Map(),
    reports: new Map(),
    offices: [],
    formerOffices: [],
    placements: [],
    minutes: [],
    outsideCalls: [],
  };
}

const appliers: Partial<Record<BookContract, readonly ((coop: Coop, event: BookEvent) => void)[]>> = {
  directory: [applyFounding],
  authority: [applyFounding],
  register: [applyClasses, applyApplications, applyMembership, applySuspensions, applyRecoveries, applyRelease],
  board: [applyBoard],
  assembly: [applyDrafts, applyVoting, applyPetitions, applyBallots, applyAggregates, applyProxies, applyPolls],
  ballotKeys: [applyBallotKeys],
  shares: [applyCapital, applyWithdrawals, applyInterest, applyWriteDowns, applyPayments],
  treasury: [applyTreasury],
  surplus: [applyDeclaration],
  reserve: [applyReserve],
  audits: [applyAudits],
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
