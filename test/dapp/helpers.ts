// A small co-op for the tests of what the pages work out: four drivers, one rider, under the default rules.

import type { Ballot, Coop, Member, Proposal } from "../../books/coop.ts";
import { emptyCoop } from "../../books/coop.ts";
import type { Position, Topic } from "../../books/rules.ts";
import { defaultRules } from "../../scripts/deploy/charter.ts";

export const NOW = 1_000_000;
export const REGISTER = `0x${"44".repeat(20)}` as const;
const OPEN = { voteStart: NOW - 10, voteEnd: NOW + 10 };

/** Members 1..4 are drivers with seats 1..4; member 5 is a rider. */
export function smallCoop(): Coop {
  const coop = emptyCoop();
  coop.classes = [
    { index: 0, kind: 1, name: "Drivers" },
    { index: 1, kind: 2, name: "Riders" },
  ];
  coop.rules.set(1, defaultRules([6_000, 4_000]));
  coop.rulesVersion = 1;
  coop.placements = [{ place: 3, module: REGISTER, predecessor: REGISTER, at: 0, block: 0n }];
  for (const id of [1, 2, 3, 4]) admit(coop, id, 0, id);
  admit(coop, 5, 1, 1);
  return coop;
}

export function admit(coop: Coop, id: number, index: number, serial: number): Member {
  const account = accountOf(id);
  const seat = index * 2 ** 24 + serial;
  const standing = { status: "active", admittedAt: 1, commitment: "0x", units: 0n } as const;
  const former = { formerAccounts: [], formerSeats: [] };
  const member: Member = { id, account, class: index, seat, ...standing, ...former };
  coop.members.set(id, member);
  coop.memberOf.set(account, id);
  coop.memberAt.set(seat, id);
  return member;
}

export const accountOf = (id: number) => `0x${id.toString(16).padStart(40, "a")}` as const;

export function memberOf(coop: Coop, id: number): Member {
  const member = coop.members.get(id);
  if (!member) throw new Error(`There is no member ${id}.`);
  return member;
}

export function nameProxy(coop: Coop, topic: Topic, principal: number, proxy: number, accepted = true): void {
  coop.proxies.set(`${topic}:${principal}`, { topic, principal, proxy, accepted, at: NOW - 100 });
}

export function openProposal(coop: Coop, part: Partial<Proposal> = {}): Proposal {
  const terms = { mayHold: false, mayAdjourn: false, relieved: false, everyClass: false };
  const proposal = {
    ...{ id: 7n, draftId: 0n, proposer: accountOf(1), kind: 1, round: 0, rulesVersion: 1, topic: 2, excluded: 0 },
    ...{ targets: [], values: [], calldatas: [], description: "Tyres", noticeAt: NOW - 100, ...OPEN, heard: [] },
    ...{ terms, derivedTerms: terms, petitioners: new Map(), ballots: new Map(), assembly: accountOf(99) },
    ...{ rolls: [4, 1], serials: [4, 1], noticeTx: "0x" },
    ...part,
  } as Proposal;
  coop.proposals.set(String(proposal.id), proposal);
  return proposal;
}

export function vote(coop: Coop, proposal: Proposal, seat: number, support: Position, byProxy?: number): void {
  const voter = coop.members.get(coop.memberAt.get(seat) ?? 0)?.account ?? "0x";
  const log = { at: NOW - 5, tx: "0x", block: 1n, logIndex: 0 } as const;
  const ballot: Ballot = { ...log, support, reason: "", seat, voter, changes: 0 };
  proposal.ballots.set(seat, byProxy === undefined ? ballot : { ...ballot, byProxy });
}
