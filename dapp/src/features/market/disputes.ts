// Jobs that were disputed.
import { JobState } from "../../../../books/job.ts";
import type { JobEntry, MarketBook } from "../../../../books/market.ts";

/** Those to be decided, the one that is due first at the front. */
export const disputesOpen = ({ jobs }: Pick<MarketBook, "jobs">): JobEntry[] =>
  [...jobs.values()]
    .filter(({ state }) => state === JobState.Disputed)
    .sort((a, b) => a.dates.disputed - b.dates.disputed);

/** Those that ended, the latest first. */
export const disputesEnded = ({ jobs }: Pick<MarketBook, "jobs">): JobEntry[] =>
  [...jobs.values()]
    .filter(({ state, dispute }) => state === JobState.Ended && dispute !== undefined)
    .sort((a, b) => b.dates.ended - a.dates.ended);
