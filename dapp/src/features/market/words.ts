// What jobs and their ends are called.
import { JobKind, JobState } from "../../../../books/job.ts";
import type { JobEntry } from "../../../../books/market.ts";
import type { Tone } from "../../shared/ui/tone.ts";
import { deadlineOf, type Terms } from "./deadlines.ts";

export const kindName = (kind: number): string => (kind === JobKind.Ride ? "Ride" : "Task");

/** By number, as `JobEnd`. */
const ENDS = [
  { chip: "Paid", sentence: "The customer confirmed it, and it was paid." },
  { chip: "Paid", sentence: "Nobody disputed it in time, and it was paid." },
  { chip: "Withdrawn", sentence: "The customer withdrew it before anybody accepted, and has the money back." },
  { chip: "Lapsed", sentence: "Nobody accepted it in time, and the customer has the money back." },
  { chip: "Given up", sentence: "The provider gave it up, and the customer has the money back." },
  { chip: "Not done in time", sentence: "It was not done in time, and the customer has the money back." },
  { chip: "Decided", sentence: "An arbiter decided the dispute and divided the money." },
  { chip: "Divided", sentence: "Nobody decided the dispute in time, and the money was divided as the charter says." },
] as const;

export const endOf = ({ how }: Pick<JobEntry, "how">) =>
  ENDS[how ?? -1] ?? { chip: "Ended", sentence: "It has ended." };

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
      if (isFormer) return { words: "Not open any more", tone: "quiet" };
      return late ? { words: "Not accepted in time", tone: "quiet" } : { words: "Open", tone: "active" };
    case JobState.Accepted:
      return late ? { words: "Not done in time", tone: "bad" } : { words: "Under way", tone: "coming" };
    case JobState.Done:
      return late ? { words: "To be paid out", tone: "good" } : { words: "Done", tone: "good" };
    case JobState.Disputed:
      return { words: late ? "Dispute not decided" : "Disputed", tone: "bad" };
    default:
      return { words: endOf(entry).chip, tone: "quiet" };
  }
}
