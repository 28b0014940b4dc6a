// Jobs that were disputed, at whatever market.
import { JobState } from "../../../../books/job.ts";
import type { JobEntry } from "../../../../books/market.ts";
import { jobsOf } from "../../../../books/surplus.ts";

type JobsOf = Parameters<typeof jobsOf>[0];

/** Those to be decided, the one that is due first at the front. */
export const disputesOpen = (book: JobsOf): JobEntry[] =>
  jobsOf(book)
    .filter(({ state }) => state === JobState.Disputed)
    .sort((a, b) => a.dates.disputed - b.dates.disputed);

/** Those that ended, the latest first. */
export const disputesEnded = (book: JobsOf): JobEntry[] =>
  jobsOf(book)
    .filter(({ state, dispute }) => state === JobState.Ended && dispute !== undefined)
    .sort((a, b) => b.dates.ended - a.dates.ended);
