// The read model of a co-op: everything its events say, and nothing else.
import type { Address, Hex } from "./event.ts";
import type { BoardAct, FormerOffice, FurtherFounders, Office, Placement } from "./model/house.ts";
import type {
  Application,
  CoopClass,
  FormerApplication,
  Member,
  MembershipTerms,
  Recovery,
  RecoveryRequest,
  Suspension,
} from "./model/membership.ts";
import type { Certificate, FiledOpinion, Move, PurposeReport, Reserve } from "./model/money.ts";
import type { ShareBook } from "./model/shares.ts";
import type {
  Announced,
  BallotKey,
  Draft,
  KeySheet,
  Minute,
  OutsideCall,
  Poll,
  PollDraft,
  Proposal,
  ProxyNaming,
} from "./model/voting.ts";
import type { Rules } from "./rules.ts";

export type * from "./model/commons.ts";
export type * from "./model/house.ts";
export type * from "./model/market.ts";
export type * from "./model/membership.ts";
export type * from "./model/money.ts";
export type * from "./model/shares.ts";
export type * from "./model/voting.ts";

export type Coop = {
  directory?: Address;
  classes: CoopClass[];
  members: Map<number, Member>;
  /** Active members only, by lower-case account. */
  memberOf: Map<string, number>;
  /** The member to whom a seat was given, for every seat ever. */
  memberAt: Map<number, number>;
  /** Lower-case accounts that speak or ever spoke for a member. */
  known: Set<string>;
  /** Lower-case accounts that only an extraordinary resolution admits again (M5). */
  expelled: Set<string>;
  membershipTerms?: MembershipTerms;
  /** The last application of each lower-case account, until it was used or taken back. */
  applications: Map<string, Application>;
  formerApplications: FormerApplication[];
  /** For which lower-case account an attestation spoke (M1). */
  attested: Map<string, string>;
  suspensions: Suspension[];
  /** By member and lower-case account: `recoveryKey`. */
  recoveryRequests: Map<string, RecoveryRequest>;
  /** By member id: the recovery that waits, or the last that was vetoed. */
  recoveries: Map<number, Recovery>;
  acts: Map<number, BoardAct>;
  rules: Map<number, Rules>;
  rulesVersion: number;
  drafts: Map<string, Draft>;
  pollDrafts: Map<string, PollDraft>;
  proposals: Map<string, Proposal>;
  /** The proposal that can bar the same actions (V9), by `actionsKey`. */
  latest: Map<string, string>;
  polls: Map<number, Poll>;
  /** By topic and seat of the principal: `proxyKey`. */
  proxies: Map<string, ProxyNaming>;
  /** Every key that was ever registered, or moved to another seat, in order. */
  ballotKeys: BallotKey[];
  /** The same by seat and by member, and the keys alone: a vote of ten thousand looks each of them up. */
  keysBy: { seat: Map<number, BallotKey[]>; member: Map<number, BallotKey[]>; key: Set<Hex> };
  /** Sheets into which they were packed, in order: the first is number 1. */
  keySheets: KeySheet[];
  /** The transaction in which a surplus was last declared. */
  declaredIn?: Hex;
  announced?: Announced | undefined;
  moves: Move[];
  /** Fund number -> lower-case asset -> amount. */
  funds: Map<number, Map<string, bigint>>;
  /** Assets besides the settlement token that the Treasury ever kept a book for, lower case. */
  otherAssets: Set<string>;
  /** Lower-case asset -> what all funds together hold. */
  booked: Map<string, bigint>;
  shares: ShareBook;
  reserve: Reserve;
  opinions: FiledOpinion[];
  certificates: Map<number, Certificate>;
  reports: Map<number, PurposeReport>;
  offices: Office[];
  formerOffices: FormerOffice[];
  placements: Placement[];
  minutes: Minute[];
  outsideCalls: OutsideCall[];
  /** Since when the co-op is winding up, and when it was closed (A2). */
  windingUpSince?: number;
  closedAt?: number;
  /** What the co-op is for, as last stated (A8). */
  purpose?: string;
  /** The list of founders beyond twelve, by its hash: until when it could be handed in, and how many it brought once it was. */
  furtherFounders?: FurtherFounders;
  /** Where the members say that the co-op describes itself (ERC-4824). */
  daoURI?: string;
  /** The last log that was applied. */
  upTo?: { blockNumber: bigint; logIndex: number; timestamp: number };
};
