// What waits for a person about jobs, points and the surplus.
import type { Coop, Member } from "../../../../books/coop.ts";
import { GRACE, JobState } from "../../../../books/job.ts";
import type { JobEntry, MarketBook } from "../../../../books/market.ts";
import { stateOf } from "../../../../books/markets.ts";
import { jobsOf } from "../../../../books/surplus.ts";
import { sameAddress } from "../../shared/format/address.ts";
import { holds } from "../../shared/membership/board.ts";
import { ARBITER } from "../../shared/motion/offices.ts";
import { closesAt, dividendDue } from "../../shared/surplus/dividends.ts";

export type MarketDuties = {
  /** What points brought; of a former membership too. */
  toClaim: { memberId: number; amount: bigint }[];
  /** What could not be delivered. */
  toFetch: bigint[];
  /** Offers to this person alone. */
  toAccept: JobEntry[];
  toDo: JobEntry[];
  toConfirm: (JobEntry & { until: number })[];
  /** Whose time has come: the person's own money is in it. */
  toSettle: JobEntry[];
  /** An arbiter's, with the end of its time. */
  toRule: (JobEntry & { until: number })[];
  /** The number of a period whose time is over. */
  toClose: number[];
};

export function marketDutiesOf(
  coop: Coop,
  market: MarketBook,
  { account, cent }: { account: string | undefined; cent: bigint },
  now: number,
): MarketDuties {
  const over = closesAt(market);
  return {
    ...(account === undefined ? NONE : dutiesAt(coop, market, account, now)),
    toClaim: personsAt(coop, account)
      .map(({ id }) => ({ memberId: id, amount: dividendDue(market, id) }))
      .filter(({ amount }) => amount >= cent),
    toClose: over !== undefined && now >= over && coop.closedAt === undefined ? [market.periods.size] : [],
  };
}

type OwnDuties = Omit<MarketDuties, "toClaim" | "toClose">;
const NONE: OwnDuties = { toFetch: [], toAccept: [], toDo: [], toConfirm: [], toSettle: [], toRule: [] };

function dutiesAt(coop: Coop, market: MarketBook, account: string, now: number): OwnDuties {
  const jobs = jobsOf(market).filter(({ state }) => state !== JobState.Ended);
  const isProvider = ({ job }: JobEntry) => sameAddress(job.provider, account);
  const isCustomer = ({ job }: JobEntry) =>
    job.role === 0 ? sameAddress(job.customer, account) : holds(coop, job.role, account, now);
  const isParty = (entry: JobEntry) => isProvider(entry) || isCustomer(entry);
  const isDue = (entry: JobEntry) => now >= deadlineOf(entry, market);
  const inState = (state: number) => jobs.filter((entry) => entry.state === state);
  const withEnd = (entry: JobEntry) => ({ ...entry, until: deadlineOf(entry, market) });
  const states = [...market.former.values(), market];
  const owed = states.reduce((sum, state) => sum + (state.owed.get(account.toLowerCase()) ?? 0n), 0n);
  return {
    toFetch: owed > 0n ? [owed] : [],
    toAccept: inState(JobState.Offered).filter(
      (entry) => isProvider(entry) && !isDue(entry) && stateOf(market, entry) === market,
    ),
    toDo: inState(JobState.Accepted).filter((entry) => isProvider(entry) && !isDue(entry)),
    toConfirm: inState(JobState.Done)
      .filter((entry) => isCustomer(entry) && !isDue(entry))
      .map(withEnd),
    toSettle: jobs.filter((entry) => isDue(entry) && (entry.state === JobState.Done ? isProvider : isParty)(entry)),
    toRule: holds(coop, ARBITER, account, now)
      ? inState(JobState.Disputed)
          .filter((entry) => !isParty(entry) && !isDue(entry))
          .map(withEnd)
      : [],
  };
}

/** From when on anybody can end a job, unix seconds (J3, J4). */
function deadlineOf(entry: JobEntry, market: MarketBook): number {
  const { job, dates, state } = entry;
  const { terms } = stateOf(market, entry);
  const held = job.terms === 0 ? undefined : terms[job.terms - 1];
  if (state === JobState.Offered) return job.acceptBy;
  if (state === JobState.Accepted) return job.doBy + GRACE + 1;
  if (state === JobState.Done) return dates.done + (held?.window ?? 0);
  return dates.disputed + (held?.ruleWithin ?? 0);
}

const personsAt = ({ members }: Coop, account: string | undefined): Member[] =>
  account === undefined ? [] : [...members.values()].filter((one) => sameAddress(one.account, account));
