// The book of the market: jobs, services, points and surplus, as their events tell them.
import type { Address, Hex } from "../event.ts";
import type { Job, MarketTerms, Split } from "../job.ts";
import type { Commoner, Disagreement, Told } from "./commons.ts";

/** What an event tells, and what follows otherwise from the events before it. */
export type MarketSubject = "jobs" | "split" | "fees" | "points" | "surplus" | "dividends";

/** What a job went through, each unix seconds, zero while it has not. */
export type JobDates = { offered: number; accepted: number; done: number; disputed: number; ended: number };

export type JobEntry = {
  id: number;
  /** Where it is: every market numbers its jobs from 1. */
  market: Address;
  /** What people call it, as no other job of the co-op: markets.ts. */
  name: string;
  /** As it stands, or as it stood when it ended: what every call to the market brings along. */
  job: Job;
  /** Hash of the document that describes it. */
  details: Hex;
  /** The service that it is a booking of, or 0. */
  service: number;
  /** As in `JobState`. */
  state: number;
  dates: JobDates;
  /** As in `JobEnd`, once it ended; and which log says so. */
  how?: number;
  endedBy?: Told;
  /** Who countersigned, and the metres that count (J6). */
  countersigned?: { by: Address; distance: number };
  dispute?: { by: Address; evidence: Hex };
  ruling?: { arbiter: Address; award: number; reasons: Hex };
  /** How its money was divided, as told; points as re-derived. */
  split?: Split;
  /** The period in which it earned points, or 0. */
  period: number;
  /** What could not be delivered and was put aside. */
  held: { account: Address; amount: bigint }[];
};

export type ServiceEntry = {
  id: number;
  provider: Address;
  kind: number;
  terms: number;
  fare: bigint;
  passThrough: bigint;
  lasts: number;
  details: Hex;
  postedAt: number;
  open: boolean;
  /** Job ids. */
  bookings: number[];
};

export type PointsEntry = { work: bigint; custom: bigint; claimed: bigint; claimedUnits: bigint; isClaimed: boolean };

export type PeriodEntry = {
  period: number;
  openedAt: number;
  /** Zero while it runs. */
  closedAt: number;
  points: bigint;
  /** By member id. */
  members: Map<number, PointsEntry>;
  /** Once declared. `reserve + community + interest + dividends = surplus`. */
  declared?: {
    at: number;
    surplus: bigint;
    reserve: bigint;
    community: bigint;
    interest: bigint;
    dividends: bigint;
    /** What earlier periods left and these points got. */
    fromCarried: bigint;
    /** `dividends + fromCarried`. */
    pot: bigint;
    tx: Hex;
    /** What it follows from besides the surplus and the points. */
    terms: SurplusTerms;
    carried: bigint;
  };
  /** Left of the pot, and the points that have not claimed it. */
  moneyLeft: bigint;
  pointsLeft: bigint;
};

export type SurplusTerms = { period: number; reserveShare: number; communityShare: number; inShares: number };

/** What one market keeps. */
export type MarketState = {
  /** Which of the co-op's markets it is, from 1. */
  number: number;
  /** Index 0 is number 1. The last ones hold. */
  terms: MarketTerms[];
  jobs: Map<number, JobEntry>;
  services: Map<number, ServiceEntry>;
  /** Nothing new begins before this, unix seconds. */
  closedUntil: number;
  gathered: { operating: bigint; commons: bigint; reserve: bigint };
  /** What waits for a lower-case account. */
  owed: Map<string, bigint>;
  /** Everything in the market that is somebody's. */
  held: bigint;
};

/** A dividend that a member took: `units` shares at par, the rest in money. */
export type DividendClaim = Told & {
  period: number;
  memberId: number;
  account: Address;
  amount: bigint;
  units: bigint;
};

/** Money of jobs and dividends that moved, or that became another's, outside the Treasury. `of` is the job or period, or 0. */
export type MarketMove = Told & { of: number; party: Address } & (
    | { does: "escrow" | "put aside" | "collected" | "remitted" | "claimed" | "left"; amount: bigint }
    /** `refund` goes to the customer, or `back` to the co-op with the fees. */
    | {
        does: "ended";
        pay: bigint;
        refund: bigint;
        back: bigint;
        commons: bigint;
        operating: bigint;
        reserve: bigint;
      }
    | { does: "filled"; fresh: bigint; fromCarried: bigint }
  );

export type MarketBook = MarketState & {
  /** Where the market stands, and those that it replaced, by lower-case address: their jobs end there. */
  market?: Address;
  former: Map<string, MarketState>;
  surplusTerms?: SurplusTerms;
  /** By number; the last one runs. */
  periods: Map<number, PeriodEntry>;
  /** What periods left of rounding. */
  carried: bigint;
  claims: DividendClaim[];
  moved: MarketMove[];
  /** Member ids, by lower-case account; of former members too. */
  memberOf: Map<string, number>;
  members: Map<number, Commoner>;
  /** Told in one transaction, and to be explained by what comes later in it. */
  pending: {
    points?: { tx: Hex; entry: JobEntry; work: bigint; custom: bigint };
    interest?: { tx: Hex; amount: bigint };
    rest?: { tx: Hex; period: number; amount: bigint };
  };
  /** How many figures were worked out again, and those that are not as they were told. */
  compared: Map<MarketSubject, number>;
  disagreements: Disagreement<MarketSubject>[];
  upTo?: { blockNumber: bigint; logIndex: number; timestamp: number };
};
