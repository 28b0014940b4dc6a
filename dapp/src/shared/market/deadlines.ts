// What the clock brings to a job (J3, J4): each of these anyone can carry out once it is due.
import { GRACE, JobState, type MarketTerms } from "../../../../books/job.ts";
import type { JobEntry } from "../../../../books/market.ts";

/** All terms the market ever had; index 0 is number 1. */
export type Terms = readonly MarketTerms[];

export type Deadline = {
  act: "lapse" | "refund" | "release" | "divide";
  /** From this moment on it is due, unix seconds. */
  at: number;
};

/** The terms that hold for a job: those it was accepted under, else those of today. */
export const termsOf = ({ job }: Pick<JobEntry, "job">, terms: Terms): MarketTerms | undefined =>
  job.terms === 0 ? terms.at(-1) : terms[job.terms - 1];

/** Undefined once it has ended. */
export function deadlineOf(entry: JobEntry, terms: Terms): Deadline | undefined {
  const { job, dates, state } = entry;
  const held = termsOf(entry, terms);
  if (!held) return undefined;
  switch (state) {
    case JobState.Offered:
      return { act: "lapse", at: job.acceptBy };
    case JobState.Accepted:
      return { act: "refund", at: job.doBy + GRACE + 1 };
    case JobState.Done:
      return { act: "release", at: dates.done + held.window };
    case JobState.Disputed:
      return { act: "divide", at: dates.disputed + held.ruleWithin };
    default:
      return undefined;
  }
}
