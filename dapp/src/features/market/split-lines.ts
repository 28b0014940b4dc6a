// A job's money as lines that add up: what was paid in, and where it goes.

import { type Job, type MarketTerms, type Split, splitOf, WHOLE_AWARD } from "../../../../books/job.ts";
import { t } from "../../../../books/say.ts";

export type Line = { key: string; words: string; amount: bigint };
export type Figures = { paid: Line[]; goes: Line[]; total: bigint };

const percent = (basisPoints: number): string => `${basisPoints / 100}\u00a0%`;

/** The split that a job would have if it were done by, and for, these members (zero for non-members). */
export const expectedSplit = (
  job: Job,
  terms: MarketTerms,
  { providerId, customerId }: Pick<Job, "providerId" | "customerId">,
  award: number = WHOLE_AWARD,
): Split => splitOf({ ...job, providerId, customerId: job.role === 0 ? customerId : 0 }, terms, award);

export function figuresOf(job: Pick<Job, "fare" | "passThrough" | "tip">, split: Split, terms: MarketTerms): Figures {
  const paid: Line[] = [
    { key: "fare", words: t`Fare`, amount: job.fare },
    { key: "passThrough", words: t`Tolls and other costs`, amount: job.passThrough },
    { key: "tip", words: t`Tip`, amount: job.tip },
  ];
  const goes: Line[] = [
    { key: "pay", words: t`To the provider`, amount: split.pay },
    { key: "refund", words: t`Back to the customer`, amount: split.refund },
    {
      key: "commons",
      words: t`Fee, the commons' part (${percent(terms.commonsShare)} of it), to the commons fund`,
      amount: split.commons,
    },
    { key: "operating", words: t`Fee, the members' part, to the operating fund`, amount: split.operating },
    { key: "reserve", words: t`Fee, the side of who is no member, to the reserve`, amount: split.reserve },
  ];
  return {
    paid: paid.filter(({ key, amount }) => key === "fare" || amount > 0n),
    goes: goes.filter(({ amount }) => amount > 0n),
    total: job.fare + job.passThrough + job.tip,
  };
}

/** The fee in it (J1). */
export const feeIn = ({ commons, operating, reserve }: Split): bigint => commons + operating + reserve;

/** Points that a party would have had as a member; non-members earn none (J7). */
export function missedPoints(
  job: Job,
  split: Split,
  terms: MarketTerms,
  award: number,
  side: "work" | "custom",
): bigint {
  const asMember = splitOf({ ...job, ...(side === "work" ? { providerId: 1 } : { customerId: 1 }) }, terms, award);
  return asMember[side] - split[side];
}
