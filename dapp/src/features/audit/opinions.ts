import { t } from "../../../../books/say.ts";
import type { Tone } from "../../shared/ui/tone.ts";

/** What an auditor can say of the books, by number as in contracts/interfaces/IAuditRegister.sol. */
export const OPINIONS: Record<number, { title: string; means: string }> = {
  1: { title: t`Clean`, means: t`The books are right.` },
  2: { title: t`Qualified`, means: t`The books are right but for what the report names.` },
  3: { title: t`Adverse`, means: t`The books are not right.` },
  4: { title: t`No opinion`, means: t`The auditor could not form one; the report says why.` },
};

export const OPINION_TONES: Record<number, Tone> = { 1: "good", 2: "coming", 3: "bad", 4: "quiet" };
