import type { Tone } from "../../shared/ui/tone.ts";

/** What an auditor can say of the books, by number as in contracts/interfaces/IAuditRegister.sol. */
export const OPINIONS: Record<number, { title: string; means: string }> = {
  1: { title: "Clean", means: "The books are right." },
  2: { title: "Qualified", means: "The books are right but for what the report names." },
  3: { title: "Adverse", means: "The books are not right." },
  4: { title: "No opinion", means: "The auditor could not form one; the report says why." },
};

export const OPINION_TONES: Record<number, Tone> = { 1: "good", 2: "coming", 3: "bad", 4: "quiet" };
