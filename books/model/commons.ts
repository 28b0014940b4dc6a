// What the register of machines, the bond office, the income of the commons and the Treasury's budgets say. Amounts are
// smallest units of the settlement token, rates basis points, times unix seconds.
import type { Address, Hex } from "../event.ts";

/** Which log says so. */
export type Told = { at: number; tx: Hex; block: bigint; logIndex: number };

/** What an event tells, and what follows otherwise from the events before it. */
export type CommonsSubject = "bids" | "clearing" | "coupons" | "rent" | "auctions" | "income" | "budgets";
export type Disagreement<Subject = CommonsSubject> = { about: Subject; what: string; told: string; follows: string };

/** What the members approved; see `MachineTerms` in IMachineRegister.sol. */
export type MachineTerms = {
  specification: Hex;
  seller: Address;
  price: bigint;
  contribution: bigint;
  rent: bigint;
  rentPeriod: number;
  periods: number;
  upkeepShare: number;
  grace: number;
  lessee: number;
  usefulLife: number;
  residual: bigint;
};

export type Lease = {
  lessee: number;
  rent: bigint;
  rentPeriod: number;
  periods: number;
  upkeepShare: number;
  grace: number;
  startedAt: number;
  paid: bigint;
};

/** How a lease ended, and what its lessee owed then. */
export type FormerLease = Lease & { endedAt: number; how: "term" | "returned" | "arrears"; arrears: bigint };

/** `memberId` is zero for a stranger. */
export type AuctionBid = { bidder: Address; memberId: number; amount: bigint; deposit: bigint; at: number };

/** Bids of a rent a period, or of a price; the last bid leads. */
export type Auction = {
  kind: "rent" | "sale";
  toAnyone: boolean;
  floor: bigint;
  closesAt: number;
  openedAt: number;
  bids: AuctionBid[];
};

/** One payment of rent, and what each step of the order got (K3). */
export type RentPayment = Told & {
  lessee: number;
  payer: Address;
  upkeep: bigint;
  coupon: bigint;
  principal: bigint;
  income: bigint;
};

/** What became of the price when the machine was sold or lost. */
export type Parting = Told & { buyer: Address; price: bigint; coupon: bigint; principal: bigint; commons: bigint };

export type Machine = {
  id: number;
  terms: MachineTerms;
  state: "ordered" | "idle" | "let" | "gone" | "cancelled";
  orderedAt: number;
  boughtAt?: number;
  /** Who has it by ERC-721: the Treasury until it is sold. */
  owner?: Address;
  lease?: Lease;
  formerLeases: FormerLease[];
  /** What former lessees owe, by member. */
  debts: Map<number, bigint>;
  auction?: Auction;
  formerAuctions: (Auction & { endedAt: number })[];
  rents: RentPayment[];
  gone?: Parting;
  /** Written off so far, as the journal has it. */
  writtenOff: bigint;
};

/** What fixes a series' dates; see `CouponPlan` in IBondOffice.sol. */
export type CouponPlan = {
  issueDate: number;
  anchor: number;
  maturity: number;
  every: number;
  unit: number;
  longStub: boolean;
  endOfMonth: boolean;
  businessDays: number;
  dayCount: number;
};

/** On what terms a series is offered; see `SeriesTerms` in IBondOffice.sol. */
export type SeriesTerms = {
  plan: CouponPlan;
  closesAt: number;
  lowestRate: number;
  highestRate: number;
  minimumBid: bigint;
  /** Days of a year. */
  basis: number;
};

/** What one account offers for a series, and what became of it. */
export type BondBid = {
  bidder: Address;
  memberId: number;
  offered: bigint;
  rate: number;
  firstAt: number;
  /** What is still offered; nothing once it was turned into units or handed back. */
  amount: bigint;
  /** To be handed back, and what was. */
  refund: bigint;
  refunded: bigint;
  units?: bigint;
  /** It only has what a lost account of the same member was to get back (M6). */
  inherited?: true;
};

/** Where the lowest rates fill the target (K2). */
export type Clearing = { rate: number; marginalRest: bigint; marginalAll: bigint };

/** What one account holds of a series, as of its last change: coupons since then are not counted yet. */
export type BondHolder = {
  account: Address;
  units: bigint;
  /** What the series had received when everything was last counted. */
  reading: bigint;
  /** Coupons, times all units issued, not taken yet. */
  owed: bigint;
  /** Taken so far. */
  coupons: bigint;
  principal: bigint;
  /** Units that bids became, and those that it was given for them. */
  allotted: bigint;
  issued: bigint;
  /** Units that ended just now, and what they get. */
  ending?: { units: bigint; principal: bigint };
};

/** Money that units received or that was set aside for them; and what had been before. */
export type Funding = Told & {
  coupon: bigint;
  principal: bigint;
  before: { funded: bigint; sunk: bigint };
  by?: "rent" | "sale";
};

/** Units that went from one account to another; bonds begin from nobody, and end there. */
export type UnitTransfer = Told & { from: Address; to: Address; units: bigint };

export type BondClaim = Told & { holder: Address; coupon: bigint; units: bigint; principal: bigint };

export type Series = {
  id: number;
  state: "bidding" | "allotting" | "live" | "failed" | "redeemed" | "defaulted";
  terms: SeriesTerms;
  target: bigint;
  /** Coupon dates, the issue date first, and days of interest up to each. */
  dates: readonly number[];
  dayCounts: readonly number[];
  /** Index of the date at which it ends. */
  lastDate: number;
  /** Index of the last date that had come when it was last funded. */
  cursor: number;
  /** By lower-case account, in the order of first bids. */
  bids: Map<string, BondBid>;
  clearing?: Clearing;
  allotted: number;
  excess: bigint;
  issuedAt?: number;
  units: bigint;
  funded: bigint;
  sunk: bigint;
  /** Units that there were when it was issued; what holders are owed is kept times this. */
  issued: bigint;
  /** By lower-case account. */
  holders: Map<string, BondHolder>;
  fundings: Funding[];
  transfers: UnitTransfer[];
  claims: BondClaim[];
  announced?: { dateIndex: number; date: number; at: number };
  /** What was there when it ended, and for how many units. */
  ended?: Told & { units: bigint; principal: bigint };
};

/** What came in for everybody at once. */
export type IncomePosting = Told & { amount: bigint; members: number; perHead: bigint; newest: number };
export type IncomeClaim = Told & { memberId: number; account: Address; amount: bigint };

export type IncomeBook = {
  /** What one member got since the founding, and what is carried, times 2**128. */
  perHead: bigint;
  carried: bigint;
  posted: bigint;
  paid: bigint;
  postings: IncomePosting[];
  claims: IncomeClaim[];
  /** By member: the reading at which its share ended. */
  ended: Map<number, bigint>;
  paidTo: Map<number, bigint>;
};

/** Holders of a role may spend out of a fund until a moment. */
export type Budget = {
  id: number;
  role: bigint;
  fund: number;
  asset: Address;
  amount: bigint;
  left: bigint;
  until: number;
  memo: Hex;
  at: number;
  spent: (Told & { spender: Address; to: Address; amount: bigint })[];
};

/** New deposits, bids and jobs were stopped (G1). */
export type Halt = { guardian: Address; from: number; until: number };

/** Something that the journal has to know and that moved no money; `of` is the machine or series. */
export type Reckoned = Told & { of: number } & (
    | { does: "depreciation" | "coupon due" | "bonds not repaid"; amount: bigint }
    | { does: "claim"; coupon: bigint; principal: bigint }
    | { does: "parting"; cost: bigint; writtenOff: bigint; toHolders: bigint }
  );

/** A member as far as the commons need to know. */
export type Commoner = { account: Address; active: boolean };

export type CommonsBook = {
  machines: Map<number, Machine>;
  /** Deposits of those who were outbid, by lower-case account. */
  deposits: Map<string, bigint>;
  series: Map<number, Series>;
  /** Registers of other co-ops whose members may bid and hold, lower case (K2). */
  recognised: Set<string>;
  /** The recognised register that a lower-case account says it is in. */
  introduced: Map<string, string>;
  /** Whose account it was when it bid or received units, by lower-case account (M6). */
  heldBy: Map<string, number>;
  income: IncomeBook;
  budgets: Map<number, Budget>;
  halts: Halt[];
  /** Assets besides the settlement token that the Treasury keeps a book for, lower case. */
  assets: Set<string>;
  /** Of the settlement token, by fund. */
  funds: Map<number, bigint>;
  token?: string;
  members: Map<number, Commoner>;
  /** Active members only, by lower-case account. */
  memberOf: Map<string, number>;
  windingUpSince?: number;
  reckoned: Reckoned[];
  /** How many figures were worked out again, and those that are not as they were told. */
  compared: Map<CommonsSubject, number>;
  disagreements: Disagreement[];
  /** The last log that was applied. */
  upTo?: { blockNumber: bigint; logIndex: number; timestamp: number };
};
