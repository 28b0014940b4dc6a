import type { ReactNode } from "react";
import type { Job, MarketTerms, Split } from "../../../../books/job.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { centOf, formatCents, partsInCents } from "../../shared/format/money.ts";
import { rich } from "../../shared/language/rich.ts";
import { inPoints } from "../../shared/surplus/points.ts";
import { breaking } from "../../shared/ui/breaking.ts";
import { Exact } from "../../shared/ui/Exact.tsx";
import { feeIn, figuresOf, type Line } from "./split-lines.ts";

type Props = {
  job: Job;
  split: Split;
  terms: MarketTerms;
  /** The period in which it earned points, once it did. */
  points?: number;
  /** Whether its market had been replaced: it gives none. */
  isFormer?: boolean;
};

/** What was paid in and where it goes: both add up to the same sum. */
export function SplitTable({ job, split, terms, points, isFormer }: Props) {
  const { settlement } = useCoop();
  const { paid, goes, total } = figuresOf(job, split, terms);
  const money = (amount: bigint) => formatCents(amount, settlement);
  const earned = split.work + split.custom > 0n;
  const inHundredths = [split.work, split.custom].every((own) => own % centOf(settlement) === 0n);
  // A point stands for a unit of money, and is none.
  const pointsIn = (own: bigint) =>
    inHundredths ? inPoints(own, settlement) : <Exact amount={own} unit={{ ...settlement, symbol: "" }} />;
  const inPeriod = points ? t` of period ${points}` : "";
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{t`What was paid in, and where it goes`}</caption>
      <Part first title={t`Paid in`} lines={paid} total={money(total)} />
      <Part title={t`Where it goes`} lines={goes} total={money(total)} />
      <tbody>
        <tr>
          <th scope="rowgroup" colSpan={2} className="pt-4 pb-1 text-left">{rich`Points${inPeriod}`}</th>
        </tr>
        {earned ? (
          <>
            <Row words={t`To the provider, for work`} figures={pointsIn(split.work)} />
            <Row words={t`To the customer, for custom`} figures={pointsIn(split.custom)} />
          </>
        ) : (
          <tr>
            <td colSpan={2} className="small py-1.5 text-muted">
              {isFormer
                ? t`None: a market that was replaced gives none.`
                : feeIn(split) === 0n
                  ? t`None: no fee, no points.`
                  : t`None: neither side is a member who earns them.`}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

type PartProps = { title: string; lines: readonly Line[]; total: string; first?: boolean };

function Part({ title, lines, total, first }: PartProps) {
  const { settlement } = useCoop();
  const shown = partsInCents(
    lines.map(({ amount }) => amount),
    settlement,
  );
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={2} className={`pb-1 text-left ${first ? "" : "pt-4"}`}>
          {title}
        </th>
      </tr>
      {lines.map(({ key, words }, i) => (
        <Row key={key} words={words} figures={formatCents(shown[i] ?? 0n, settlement)} />
      ))}
      <tr className="border-t-2 border-line">
        <th scope="row" className="py-1.5 pr-4 text-left">{t`Together`}</th>
        <td className={`figures py-1.5 text-right font-semibold ${breaking(total)}`}>{total}</td>
      </tr>
    </tbody>
  );
}

function Row({ words, figures }: { words: string; figures: ReactNode }) {
  return (
    <tr className="border-t border-line align-top">
      <th scope="row" className="py-1.5 pr-4 text-left font-normal">
        {words}
      </th>
      <td className={`figures py-1.5 text-right ${typeof figures === "string" ? breaking(figures) : ""}`}>{figures}</td>
    </tr>
  );
}
