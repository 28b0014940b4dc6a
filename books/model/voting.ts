// What the Assembly says: drafts, proposals, ballots, polls, proxies.
import type { Address, Hex } from "../event.ts";
import type { Kind, Position, Terms, Topic } from "../rules.ts";
import type { Motion } from "../topic.ts";
import type { Told } from "./commons.ts";

/** The actions and the text of a motion. */
export type Content = {
  targets: readonly Address[];
  values: readonly bigint[];
  calldatas: readonly Hex[];
  description: string;
};

/** What gathers seconders (V8). */
export type Seconding = {
  id: bigint;
  proposer: Address;
  openedAt: number;
  seconders: Address[];
  state: "open" | "noticed" | "withdrawn";
};

export type Draft = Content &
  Seconding & {
    kind: Kind;
    /** Whether an applicant brings it, who is no member (M3). */
    appeal: boolean;
    /** The proposal it became. */
    proposalId?: bigint;
  };

/** A question with two to seven options. */
export type Question = { question: string; options: readonly string[] };

export type PollDraft = Question &
  Seconding & {
    /** The poll it became. */
    pollId?: number;
  };

export type Poll = Question & {
  id: number;
  proposer: Address;
  opensAt: number;
  /** The last second in which an answer counts. */
  closesAt: number;
  /** Members on the closed roll and the newest seat on it, by class index. */
  rolls: readonly number[];
  serials: readonly number[];
  /** By seat: the last answer, an option from 1. */
  answers: Map<number, number>;
  /** The Assembly that it was put to. */
  assembly: Address;
};

/** A member's proxy on one topic (V11); both are seats. */
export type ProxyNaming = { topic: Topic; principal: number; proxy: number; accepted: boolean; at: number };

/** A member's ballot key, as long as it was at one seat. */
export type BallotKey = {
  memberId: number;
  seat: number;
  /** 96 bytes: x and y of a point. */
  key: Hex;
  since: number;
  /** When the member registered another: up to here it serves proposals that were noticed by then. */
  until?: number;
  /** When it was revoked, or its member left, moved or changed account: from here on it serves none. */
  endedAt?: number;
};

/** Keys packed into contract code; `seats` has a bit for each seat of the page. */
export type KeySheet = { page: number; seats: bigint; pointer: Address };

/** With the log that counted it. */
export type Ballot = Told & {
  support: Position;
  reason: string;
  seat: number;
  /** Who cast it: its voter, or its voter's proxy. */
  voter: Address;
  /** The seat of the proxy that cast it (V11). */
  byProxy?: number;
  /** Whether one signature cast it together with others. */
  aggregated?: true;
  /** How often it was changed. */
  changes: number;
};

/** A signed ballot in a batch or an aggregate that was not counted, and why: a number of `PassedOver` in IAssembly.sol. */
export type PassedOverBallot = { voter: Address; why: number; at: number };

/** A resolution called an account that is not a module of the co-op. */
export type OutsideCall = { target: Address; data: Hex; at: number; tx: Hex };

export type Proposal = Content & {
  id: bigint;
  /** Zero when no seconders were needed. */
  draftId: bigint;
  proposer: Address;
  /** Who backed its draft; the same draft can be opened again later. */
  seconders: readonly Address[];
  kind: Kind;
  noticeAt: number;
  /** First and last second of the vote. */
  voteStart: number;
  voteEnd: number;
  rulesVersion: number;
  round: number;
  topic: Topic;
  /** The seat of the member whom it would expel, on no roll of it (M5); else 0. */
  excluded: number;
  /** Hashes of what that member said. */
  heard: Hex[];
  /** As the events tell them. */
  terms: Terms;
  /** As the books work them out from what happened before; the audit compares the two. */
  derivedTerms: Terms;
  /** Kind, topic and excluded seat as the books work them out from the actions. */
  derivedMotion: Motion;
  /** Why notice should have been refused after what became of the same actions before (V9). */
  refused?: string;
  /** Who petitions that every class must agree, in lower case, with their seats (C3). */
  petitioners: Map<string, number>;
  /** Members on the closed roll and the newest seat on it, by class index. */
  rolls: readonly number[];
  serials: readonly number[];
  /** By seat: the last position. */
  ballots: Map<number, Ballot>;
  passedOver: PassedOverBallot[];
  /** The Assembly that it was put to. */
  assembly: Address;
  noticeTx: Hex;
  noticeBlock: bigint;
  executedAt?: number;
  executedTx?: Hex;
};

/** A proposal of which only Governor's own event has come; its notice completes it. */
export type Announced = Content & { id: bigint; proposer: Address; voteStart: number; voteEnd: number; tx: Hex };

/** A matter that the members put on record. */
export type Minute = { matter: Hex; at: number; tx: Hex };
