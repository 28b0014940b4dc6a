import type { Job } from "../../../../books/job.ts";
import { t } from "../../../../books/say.ts";
import { useMarket } from "../../shared/chain/market.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatMoney } from "../../shared/format/money.ts";
import { rich } from "../../shared/language/rich.ts";
import { pointsWords } from "../../shared/surplus/points.ts";
import { expectedSplit, feeIn } from "./split-lines.ts";

type Props = {
  job: Job;
  /** The member ids of both sides, zero for who is none. */
  sides: Pick<Job, "providerId" | "customerId">;
  /** From whose side it is told. */
  side: "work" | "custom";
};

/** What the reader would get or pay in the end: money and points, before anything is signed (J1). */
export function SumNote({ job, sides, side }: Props) {
  const { settlement } = useCoop();
  const terms = useMarket().terms.at(-1);
  if (!terms) return null;
  const split = expectedSplit(job, terms, sides);
  const money = (amount: bigint) => formatMoney(amount, settlement);
  const points = split[side];
  return (
    <p className="rounded-xl bg-sunken p-4" role="status">
      {side === "work"
        ? rich`After a fee of ${<span className="figures">{money(feeIn(split))}</span>} you would get ${<strong className="figures">{money(split.pay)}</strong>}`
        : rich`You pay ${<strong className="figures">{money(job.fare + job.passThrough + job.tip)}</strong>}; the provider gets ${<span className="figures">{money(split.pay)}</span>} of it, after a fee of ${<span className="figures">{money(feeIn(split))}</span>}`}
      {points > 0n ? (
        <>
          {side === "work" ? t` and ` : t`. It earns you `}
          <strong className="figures">{pointsWords(points, settlement)}</strong>
          {side === "custom" && t` once you confirm that it is done`}.
        </>
      ) : (
        "."
      )}
    </p>
  );
}
