import { Link } from "@tanstack/react-router";
import type { Series } from "../../../../books/commons.ts";
import { arrearsOf } from "../../../../books/coupons.ts";
import { t } from "../../../../books/say.ts";
import { useCommons } from "../../shared/chain/commons.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { coverageOf, expectedCoverage, timesCovered } from "../../shared/commons/coverage.ts";
import { titleOfMachine } from "../../shared/commons/naming.ts";
import { rentIsLate, seriesStanding } from "../../shared/commons/standing.ts";
import { formatCents } from "../../shared/format/money.ts";
import { formatRate } from "../../shared/format/rate.ts";
import { formatDay, formatRelative } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { ListRow, ROW_LINK } from "../../shared/motion/ListRow.tsx";
import { Chip } from "../../shared/ui/Chip.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { orderBookOf } from "./order-book.ts";
import { rateWords } from "./words.ts";

/** One series in a list. */
export function SeriesRow({ series }: { series: Series }) {
  const { coop, now } = useCoop();
  const { machines } = useCommons();
  const { address } = useWallet();
  const machine = machines.get(series.id);
  const standing = seriesStanding(series, now);
  const late = standing === "paying" && arrearsOf(series, now).missingSince !== undefined;
  const key = address?.toLowerCase() ?? "";
  const holds = (series.holders.get(key)?.units ?? 0n) > 0n;
  return (
    <ListRow
      eyebrow={t`Series ${series.id}`}
      chips={
        <>
          {late && <Chip tone="bad">{t`Coupon late`}</Chip>}
          {holds && <Chip>{t`You hold some`}</Chip>}
          {!holds && series.bids.has(key) && <Chip>{t`You bid`}</Chip>}
        </>
      }
      title={
        <Link to="/bonds/$series" params={{ series: String(series.id) }} className={ROW_LINK}>
          {machine ? titleOfMachine(coop, machine) : t`Machine ${series.id}`}
        </Link>
      }
    >
      <Line series={series} />
    </ListRow>
  );
}

/** What matters about it where it stands. */
function Line({ series }: { series: Series }) {
  const { settlement, now } = useCoop();
  const { machines } = useCommons();
  const machine = machines.get(series.id);
  const standing = seriesStanding(series, now);
  const money = (amount: bigint) => formatCents(amount, settlement);
  const target = money(series.target);
  if (standing === "bids") {
    const { offered, clearing } = orderBookOf(series);
    const rate = clearing?.rate ?? series.terms.highestRate;
    const times = machine && timesCovered(expectedCoverage(series, machine, rate));
    return rich`${target} at ${rateWords(series)} · ${money(offered)} offered so far · closes ${formatRelative(series.terms.closesAt, now)}${times && t` · at ${formatRate(rate)} the agreed rent covers the coupon ${times}`}`;
  }
  if (standing === "counting") {
    return series.state === "bidding"
      ? rich`${target} · bidding closed ${formatRelative(series.terms.closesAt, now)}; anyone may count the bids`
      : rich`${target} at ${rateWords(series)} · ${series.allotted} of ${series.bids.size} bids turned into bonds; anyone may go on`;
  }
  if (standing === "paying") {
    const coverage = machine && coverageOf(series, machine, now);
    const times = coverage && timesCovered(coverage);
    const end = series.dates[series.lastDate] ?? 0;
    return rich`${money(series.units)} at ${rateWords(series)} · repaid ${formatDay(end)} · ${times ? t`rent covers the coupon ${times}` : t`the machine is not let now: no rent comes in`}${rentIsLate(machine, now) && t`, but it is late`}`;
  }
  if (standing === "failed") return rich`${target} was not reached, so nothing was bought`;
  const { ended } = series;
  return rich`${target} at ${rateWords(series)}${
    ended &&
    t` · ${standing === "redeemed" ? t`repaid in full` : t`${money(ended.principal)} of it repaid`} on ${formatDay(ended.at)}`
  }`;
}
