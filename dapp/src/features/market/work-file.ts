// One person's jobs as a table for a file.
import { formatUnits } from "viem";
import type { MarketBook } from "../../../../books/market.ts";
import type { Settlement } from "../../shared/chain/settlement.ts";
import { awardedIn, type Person, periodAt, sidesOf } from "./my-work.ts";
import { feeIn } from "./split-lines.ts";
import { kindName, standingOf } from "./words.ts";

const HEAD = [
  ...["job", "kind", "side", "state", "offered", "ended", "period"],
  ...["fare", "fee", "costs", "tip", "got", "paid", "points", "customer", "provider"],
];

/** Comma-separated, one line a job and side; dates in universal time, amounts with a point. */
export function workFile(
  book: Pick<MarketBook, "jobs" | "periods" | "terms">,
  person: Person,
  settlement: Settlement,
  now: number,
): string {
  const amount = (sum: bigint) => formatUnits(sum, settlement.decimals);
  const date = (at: number) => (at === 0 ? "" : new Date(at * 1_000).toISOString());
  const lines = [...book.jobs.values()].flatMap((entry) => {
    const { job, split, dates } = entry;
    const { fare, costs, tip } = split
      ? awardedIn(entry, book.terms)
      : { fare: job.fare, costs: job.passThrough, tip: job.tip };
    return sidesOf(entry, person).map((side) => {
      const paid = job.fare + job.passThrough + job.tip - (split?.refund ?? 0n);
      return [
        ...[entry.id, kindName(job.kind), side === "work" ? "provider" : "customer"],
        ...[standingOf(entry, book.terms, now).words, date(dates.offered), date(dates.ended)],
        dates.ended === 0 ? "" : entry.period || periodAt(book, dates.ended),
        ...[amount(fare), split ? amount(feeIn(split)) : "", amount(costs), amount(tip)],
        side === "work" && split ? amount(split.pay) : "",
        side === "custom" ? amount(paid) : "",
        split ? amount(split[side]) : "",
        ...[job.customer, job.provider],
      ].join(",");
    });
  });
  return `${[HEAD.join(","), ...lines].join("\r\n")}\r\n`;
}
