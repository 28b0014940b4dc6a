// Every fee of the market as a row of its own: of which job and fare, its three parts, and the points that it earned (J2, J5, A3).
import { csvOf, decimalOf } from "../csv.ts";
import { byChainOrder } from "../event.ts";
import { JobKind } from "../job.ts";
import type { MarketBook } from "../model/market.ts";
import { END_WORDS } from "../movement-words.ts";
import { awardedOf } from "../work.ts";
import { isoOf } from "./subject.ts";

const HEADER = [
  ...[
    "time",
    "job",
    "market",
    "kind",
    "how it ended",
    "fare",
    "fare awarded",
    "fee",
    "commons part",
    "operating part",
    "reserve part",
  ],
  ...["points of work", "points of custom", "period", "provider", "customer", "transaction"],
];

/** In the order in which the jobs ended; times in UTC. Jobs that bore no fee are not there. */
export function feesCsv(market: MarketBook, decimals: number, nameOf: (account: string) => string): string {
  const money = (amount: bigint) => decimalOf(amount, decimals);
  const ended = [...market.former.values(), market]
    .flatMap(({ jobs, terms }) => [...jobs.values()].map((entry) => ({ entry, terms })))
    .flatMap(({ entry, terms }) => {
      const { split, endedBy } = entry;
      return split && endedBy ? [{ entry, terms, split, endedBy }] : [];
    })
    .filter(({ split }) => split.commons + split.operating + split.reserve !== 0n)
    .sort((a, b) => byChainOrder(where(a.endedBy), where(b.endedBy)));
  const rows = ended.map(({ entry: { id, market: address, job, how, period }, entry, terms, split, endedBy }) => [
    ...[isoOf(endedBy.at), id, address, job.kind === JobKind.Ride ? "ride" : "task", END_WORDS[how ?? -1] ?? ""],
    ...[
      money(job.fare),
      money(awardedOf(terms, entry, job.fare)),
      money(split.commons + split.operating + split.reserve),
    ],
    ...[money(split.commons), money(split.operating), money(split.reserve), money(split.work), money(split.custom)],
    ...[period || "", nameOf(job.provider), nameOf(job.customer), endedBy.tx],
  ]);
  return csvOf([HEADER, ...rows]);
}

const where = ({ block, logIndex }: { block: bigint; logIndex: number }) => ({ blockNumber: block, logIndex });
