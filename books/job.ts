// A job as the market knows it, and the twin of `JobMarket._split`: how its money is divided. Amounts are smallest units.

/** As in IJobMarket. */
export const JobKind = { Ride: 0, Task: 1 } as const;
export const JobState = { None: 0, Offered: 1, Accepted: 2, Done: 3, Disputed: 4, Ended: 5 } as const;
export const JobEnd = {
  Countersigned: 0,
  Released: 1,
  Withdrawn: 2,
  Lapsed: 3,
  GivenUp: 4,
  Overdue: 5,
  Ruled: 6,
  Undecided: 7,
} as const;

/** What every call brings along; the contract keeps its fingerprint. */
export type Job = {
  customer: `0x${string}`;
  provider: `0x${string}`;
  customerId: number;
  providerId: number;
  kind: number;
  role: number;
  terms: number;
  distance: number;
  fare: bigint;
  passThrough: bigint;
  tip: bigint;
  acceptBy: number;
  doBy: number;
  acceptedAt: number;
};

/** As in IJobMarket.MarketTerms: basis points, seconds, km/h. */
export type MarketTerms = {
  fee: number;
  commonsShare: number;
  workShare: number;
  window: number;
  ruleWithin: number;
  defaultAward: number;
  speed: number;
  membersOnly: boolean;
};

export type Split = {
  pay: bigint;
  refund: bigint;
  commons: bigint;
  operating: bigint;
  reserve: bigint;
  work: bigint;
  custom: bigint;
};

const ONE = 10_000n;
export const WHOLE_AWARD = 10_000;
/** So long a job may be late (J3). */
export const GRACE = 24 * 3_600;

/** Twin of `JobMarket._split`: `both` is false when the customer was silent (J5). */
export function splitOf(job: Job, terms: MarketTerms, award: number = WHOLE_AWARD, both = true): Split {
  const awarded = (amount: bigint) => (amount * BigInt(award)) / ONE;
  const fare = awarded(job.fare);
  const whole = awarded(job.passThrough) + awarded(job.tip);
  const fee = (fare * BigInt(terms.fee)) / ONE;
  const commons = (fee * BigInt(terms.commonsShare) + ONE - 1n) / ONE;
  const members = fee - commons;
  const work = (members * BigInt(terms.workShare)) / ONE;
  const reserve = (job.providerId === 0 ? work : 0n) + (job.customerId === 0 && job.role === 0 ? members - work : 0n);
  return {
    pay: fare - fee + whole,
    refund: job.fare + job.passThrough + job.tip - fare - whole,
    commons,
    operating: members - reserve,
    reserve,
    work: job.providerId === 0 ? 0n : work,
    custom: job.customerId !== 0 && both ? members - work : 0n,
  };
}

/** Twin of `JobMath.isPlausible`: whether `distance` metres in `elapsed` seconds are within `speed` km/h (J6). */
export const isPlausible = (distance: number, elapsed: number, speed: number) =>
  distance * 3_600 <= speed * 1_000 * elapsed;

/** What a customer signs so that anyone can hand it in: EIP-712, in the market's domain "Rochdale market", version "1". */
export const COUNTERSIGNATURE = {
  Countersignature: [
    { name: "job", type: "uint256" },
    { name: "provider", type: "address" },
    { name: "distance", type: "uint32" },
    { name: "until", type: "uint40" },
  ],
} as const;

const NOBODY = "0x0000000000000000000000000000000000000000";

/** The job that `JobOffered` tells. */
export const offeredJob = (
  told: Pick<Job, "customer" | "provider" | "kind" | "role" | "fare" | "passThrough" | "tip" | "acceptBy" | "doBy">,
): Job => ({
  customer: told.customer,
  provider: told.provider ?? NOBODY,
  customerId: 0,
  providerId: 0,
  kind: told.kind,
  role: told.role,
  terms: 0,
  distance: 0,
  fare: told.fare,
  passThrough: told.passThrough,
  tip: told.tip,
  acceptBy: told.acceptBy,
  doBy: told.doBy,
  acceptedAt: 0,
});

/** The same job after `JobAccepted`, which was told at `time`. */
export const acceptedJob = (
  job: Job,
  told: Pick<Job, "provider" | "providerId" | "customerId" | "terms">,
  time: number,
): Job => ({
  ...job,
  provider: told.provider,
  providerId: told.providerId,
  customerId: told.customerId,
  terms: told.terms,
  acceptedAt: time,
});

/** The same job after `JobDone`. */
export const doneJob = (job: Job, distance: number): Job => ({ ...job, distance });
