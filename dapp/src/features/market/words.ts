// What jobs and their ends are called.

import { JobKind, JobState } from "../../../../books/job.ts";
import type { JobEntry } from "../../../../books/market.ts";
import { t } from "../../../../books/say.ts";
import { deadlineOf, type Terms } from "../../shared/market/deadlines.ts";
import type { Tone } from "../../shared/ui/tone.ts";

export const kindName = (kind: number): string => (kind === JobKind.Ride ? t`Ride` : t`Task`);

/** By number, as `JobEnd`. */
const ENDS = [
  { chip: t`Paid`, sentence: t`The customer confirmed it, and it was paid.` },
  { chip: t`Paid`, sentence: t`Nobody disputed it in time, and it was paid.` },
  { chip: t`Withdrawn`, sentence: t`The customer withdrew it before anybody accepted, and has the money back.` },
  { chip: t`Lapsed`, sentence: t`Nobody accepted it in time, and the customer has the money back.` },
  { chip: t`Given up`, sentence: t`The provider gave it up, and the customer has the money back.` },
  { chip: t`Not done in time`, sentence: t`It was not done in time, and the customer has the money back.` },
  { chip: t`Decided`, sentence: t`An arbiter decided the dispute and divided the money.` },
  { chip: t`Divided`, sentence: t`Nobody decided the dispute in time, and the money was divided as the charter says.` },
] as const;

export const endOf = ({ how }: Pick<JobEntry, "how">) =>
  ENDS[how ?? -1] ?? { chip: t`Ended`, sentence: t`It has ended.` };

/** Where it stands, on a chip; nobody accepts at a market that was replaced. */
export function standingOf(
  entry: JobEntry,
  terms: Terms,
  now: number,
  isFormer: boolean,
): { words: string; tone: Tone } {
  const late = (deadlineOf(entry, terms)?.at ?? Number.POSITIVE_INFINITY) <= now;
  switch (entry.state) {
    case JobState.Offered:
      if (isFormer) return { words: t`Not open any more`, tone: "quiet" };
      return late ? { words: t`Not accepted in time`, tone: "quiet" } : { words: t`On offer`, tone: "active" };
    case JobState.Accepted:
      return late ? { words: t`Not done in time`, tone: "bad" } : { words: t`Under way`, tone: "coming" };
    case JobState.Done:
      return late ? { words: t`To be paid out`, tone: "good" } : { words: t`Done`, tone: "good" };
    case JobState.Disputed:
      return { words: late ? t`Dispute not decided` : t`Disputed`, tone: "bad" };
    default:
      return { words: endOf(entry).chip, tone: "quiet" };
  }
}
