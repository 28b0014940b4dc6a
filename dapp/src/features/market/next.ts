// What happens to a job next, and when, by itself.
import { JobState } from "../../../../books/job.ts";
import type { JobEntry } from "../../../../books/market.ts";
import { formatMoment } from "../../shared/format/time.ts";
import { deadlineOf, type Terms, termsOf } from "./deadlines.ts";
import { endOf } from "./words.ts";

export function nextWords(entry: JobEntry, terms: Terms, now: number, isFormer: boolean): string {
  const deadline = deadlineOf(entry, terms);
  if (!deadline) return endOf(entry).sentence;
  const when = formatMoment(deadline.at);
  const due = now >= deadline.at;
  switch (entry.state) {
    case JobState.Offered:
      if (isFormer && !due) {
        return `Nobody can accept it any more. The customer can take the money back now, and from ${when} on anyone can send it back.`;
      }
      return due
        ? "Nobody accepted it in time: anyone can send the money back to the customer."
        : `If nobody accepts it by ${when}, the customer gets the money back.`;
    case JobState.Accepted:
      return due
        ? "It was not done in time: anyone can send the money back to the customer."
        : `To be done by ${formatMoment(entry.job.doBy)}. If it is not done a day after that, the customer gets the money back.`;
    case JobState.Done:
      return due
        ? "Nobody disputed it in time: anyone can have it paid out now."
        : `Pays out on ${when} unless disputed, or at once when the customer confirms.`;
    default: {
      const award = (termsOf(entry, terms)?.defaultAward ?? 0) / 100;
      const parts = `${award}\u00a0% to the provider, ${100 - award}\u00a0% to the customer`;
      return due
        ? `No arbiter decided in time: anyone can have it divided as the charter says, ${parts}.`
        : `An arbiter decides until ${when}. After that it is divided as the charter says, ${parts}.`;
    }
  }
}

/** What the next step is, in a few words. */
export const NEXT_STEPS = {
  lapse: "Accepted, or the money goes back",
  refund: "Done, or the money goes back",
  release: "Confirmed or disputed, or it pays out",
  divide: "Decided, or divided as the charter says",
} as const;

/** For the clock control: "To when it pays out". */
export const DEADLINE_LABELS = {
  lapse: "the offer lapses",
  refund: "it is too late",
  release: "it pays out",
  divide: "it is divided",
} as const;
