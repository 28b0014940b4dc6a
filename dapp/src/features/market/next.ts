// What happens to a job next, and when, by itself.

import { JobState } from "../../../../books/job.ts";
import type { JobEntry } from "../../../../books/market.ts";
import { t } from "../../../../books/say.ts";
import { formatMoment } from "../../shared/format/time.ts";
import { deadlineOf, type Terms, termsOf } from "../../shared/market/deadlines.ts";
import { endOf } from "./words.ts";

export function nextWords(entry: JobEntry, terms: Terms, now: number, isFormer: boolean): string {
  const deadline = deadlineOf(entry, terms);
  if (!deadline) return endOf(entry).sentence;
  const when = formatMoment(deadline.at);
  const due = now >= deadline.at;
  switch (entry.state) {
    case JobState.Offered:
      if (isFormer && !due) {
        return t`Nobody can accept it any more. The customer can take the money back now, and from ${when} on anyone can send it back.`;
      }
      return due
        ? t`Nobody accepted it in time: anyone can send the money back to the customer.`
        : t`If nobody accepts it by ${when}, the customer gets the money back.`;
    case JobState.Accepted:
      return due
        ? t`It was not done in time: anyone can send the money back to the customer.`
        : t`To be done by ${formatMoment(entry.job.doBy)}. If it is not done a day after that, the customer gets the money back.`;
    case JobState.Done:
      return due
        ? t`Nobody disputed it in time: anyone can have it paid out now.`
        : t`Pays out on ${when} unless disputed, or at once when the customer confirms.`;
    default: {
      const award = (termsOf(entry, terms)?.defaultAward ?? 0) / 100;
      const parts = t`${award}\u00a0% to the provider, ${100 - award}\u00a0% to the customer`;
      return due
        ? t`No arbiter decided in time: anyone can have it divided as the charter says, ${parts}.`
        : t`An arbiter decides until ${when}. After that it is divided as the charter says, ${parts}.`;
    }
  }
}

/** What the next step is, in a few words. */
export const NEXT_STEPS = {
  lapse: t`Accepted, or the money goes back`,
  refund: t`Done, or the money goes back`,
  release: t`Confirmed or disputed, or it pays out`,
  divide: t`Decided, or divided as the charter says`,
} as const;

/** For the clock control: "To when it pays out". */
export const DEADLINE_LABELS = {
  lapse: t`the offer lapses`,
  refund: t`it is too late`,
  release: t`it pays out`,
  divide: t`it is divided`,
} as const;
