// What a person can do with a job now, by the rules of JobMarket.
import { JobState } from "../../../../books/job.ts";
import type { JobEntry, MarketBook } from "../../../../books/market.ts";
import { sameAddress } from "../../shared/format/address.ts";
import { deadlineOf } from "../../shared/market/deadlines.ts";
import { ARBITER } from "../../shared/motion/offices.ts";

export type Viewer = {
  account?: string | undefined;
  /** Zero for non-members. */
  memberId: number;
  /** Until when the member's use of services is stopped (M4). */
  suspendedUntil?: number | undefined;
  /** Whether an account holds an office now. */
  holds: (role: number, account: string | undefined) => boolean;
};

export type JobAct =
  | "accept"
  | "done"
  | "confirm"
  | "sign"
  | "handIn"
  | "withdraw"
  | "giveUp"
  | "dispute"
  | "rule"
  | "lapse"
  | "refund"
  | "release"
  | "divide";

type Market = Pick<MarketBook, "terms" | "closedUntil">;

export const isProvider = ({ job }: Pick<JobEntry, "job">, { account }: Viewer): boolean =>
  account !== undefined && sameAddress(job.provider, account);

/** For work for the co-op whoever holds the office, unless it is the worker or holds office with it. */
export function isCustomer({ job }: Pick<JobEntry, "job">, { account, holds }: Viewer): boolean {
  if (account === undefined) return false;
  if (job.role === 0) return sameAddress(job.customer, account);
  return !sameAddress(account, job.provider) && holds(job.role, account) && !holds(job.role, job.provider);
}

/** Why somebody can not take an open job, or undefined. */
export type Hindrance = "own" | "other" | "closed" | "suspended" | "membersOnly";

export function hindranceTo(entry: JobEntry, viewer: Viewer, market: Market, now: number): Hindrance | undefined {
  const { job } = entry;
  const { account } = viewer;
  if (account !== undefined && sameAddress(job.customer, account)) return "own";
  if (BigInt(job.provider) !== 0n && !isProvider(entry, viewer)) return "other";
  if (now < market.closedUntil) return "closed";
  if (viewer.suspendedUntil !== undefined && now < viewer.suspendedUntil) return "suspended";
  if (market.terms.at(-1)?.membersOnly && viewer.memberId === 0) return "membersOnly";
  return undefined;
}

/** Everything that the viewer can do now, what matters most first. */
export function actsOn(entry: JobEntry, viewer: Viewer, market: Market, now: number): JobAct[] {
  const deadline = deadlineOf(entry, market.terms);
  if (!deadline) return [];
  const due = now >= deadline.at;
  const [provides, pays] = [isProvider(entry, viewer), isCustomer(entry, viewer)];
  const { job, state } = entry;
  const acts: [JobAct, boolean][] = [
    [deadline.act, due],
    ["accept", state === JobState.Offered && !due && hindranceTo(entry, viewer, market, now) === undefined],
    ["done", state === JobState.Accepted && !due && provides],
    ["confirm", wasAccepted(state) && pays],
    ["sign", wasAccepted(state) && pays && job.role === 0],
    ["handIn", wasAccepted(state) && !pays && job.role === 0],
    ["withdraw", state === JobState.Offered && mayWithdraw(entry, viewer)],
    ["giveUp", state === JobState.Accepted && provides],
    ["dispute", state === JobState.Done && !due && (provides || pays)],
    ["rule", state === JobState.Disputed && !due && mayRule(entry, viewer)],
  ];
  return acts.filter(([, possible]) => possible).map(([act]) => act);
}

const wasAccepted = (state: number): boolean => state === JobState.Accepted || state === JobState.Done;

function mayWithdraw({ job }: JobEntry, { account, holds }: Viewer): boolean {
  if (account === undefined) return false;
  return job.role === 0 ? sameAddress(job.customer, account) : holds(job.role, account);
}

/** An arbiter is no party and speaks for none (J4). */
export function mayRule(entry: JobEntry, viewer: Viewer): boolean {
  const { account, holds } = viewer;
  const { job } = entry;
  if (account === undefined || !holds(ARBITER, account)) return false;
  const isParty = isProvider(entry, viewer) || sameAddress(job.customer, account);
  return !isParty && !(job.role !== 0 && holds(job.role, account));
}
