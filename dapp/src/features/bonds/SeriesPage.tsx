import { getRouteApi, Link } from "@tanstack/react-router";
import type { Machine, Series } from "../../../../books/commons.ts";
import { arrearsOf } from "../../../../books/coupons.ts";
import { t } from "../../../../books/say.ts";
import { useCommons } from "../../shared/chain/commons.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { resolutionOf, titleOfMachine } from "../../shared/commons/naming.ts";
import { seriesStanding } from "../../shared/commons/standing.ts";
import { formatCents } from "../../shared/format/money.ts";
import { rich } from "../../shared/language/rich.ts";
import type { NextEvent } from "../../shared/motion/stages.ts";
import { useSayUpcoming } from "../../shared/motion/upcoming.ts";
import { ArticleHead } from "../../shared/ui/ArticleHead.tsx";
import { Chip } from "../../shared/ui/Chip.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { AnyoneSheet } from "./AnyoneSheet.tsx";
import { BidSheet } from "./BidSheet.tsx";
import { FollowNote } from "./FollowNote.tsx";
import { HoldingSheet } from "./HoldingSheet.tsx";
import { OrderBookSheet } from "./OrderBookSheet.tsx";
import { OutcomeSheet } from "./OutcomeSheet.tsx";
import { ScheduleSheet } from "./ScheduleSheet.tsx";
import { TermsSheet } from "./TermsSheet.tsx";
import { rateWords, STANDING_TONES, STANDING_WORDS } from "./words.ts";

const route = getRouteApi("/bonds/$series");

export function SeriesPage() {
  const { series: number } = route.useParams();
  const { series, machines } = useCommons();
  const one = series.get(Number(number));
  const machine = machines.get(Number(number));
  return one && machine ? <SeriesView series={one} machine={machine} /> : <Missing number={number} />;
}

function Missing({ number }: { number: string }) {
  return (
    <>
      <PageHead title={t`There is no bond series ${number}`} lead={t`Perhaps the address was cut off.`} />
      <Link to="/bonds" className="button button-quiet">{t`All bonds`}</Link>
    </>
  );
}

function SeriesView({ series, machine }: { series: Series; machine: Machine }) {
  const { coop, settlement, now } = useCoop();
  const standing = seriesStanding(series, now);
  const resolution = resolutionOf(coop, machine);
  const late = standing === "paying" && arrearsOf(series, now).missingSince !== undefined;
  useSayUpcoming(upcomingOf(series, now));
  const money = formatCents(series.target, settlement);
  return (
    <article>
      <ArticleHead
        list={{ to: "/bonds", label: t`All bonds` }}
        eyebrow={t`Bond series ${series.id}`}
        title={titleOfMachine(coop, machine)}
        chips={
          <>
            <Chip tone={STANDING_TONES[standing]}>{STANDING_WORDS[standing]}</Chip>
            {late && <Chip tone="bad">{t`Coupon late`}</Chip>}
          </>
        }
      >{rich`${money} for ${<Link to="/machines/$id" params={{ id: String(machine.id) }} className="link">{rich`machine ${machine.id}`}</Link>} at ${rateWords(series)}${resolution && rich`, approved by ${<Link to="/proposals/$number" params={{ number: String(resolution.number) }} className="link">{rich`resolution No. ${resolution.number}`}</Link>}`}.`}</ArticleHead>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem] lg:grid-rows-[auto_1fr]">
        <div className="space-y-6 empty:hidden lg:col-start-2">
          <FollowNote series={series} />
          {standing === "counting" && <AnyoneSheet series={series} />}
          <HoldingSheet series={series} />
          <OutcomeSheet series={series} />
          {standing === "bids" && <BidSheet series={series} />}
          {standing !== "counting" && <AnyoneSheet series={series} />}
        </div>
        <div className="space-y-6 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          {(standing === "bids" || standing === "counting" || standing === "failed") && (
            <OrderBookSheet series={series} />
          )}
          {standing !== "failed" && <ScheduleSheet series={series} machine={machine} />}
          <TermsSheet series={series} machine={machine} />
          {!(standing === "bids" || standing === "counting" || standing === "failed") && (
            <OrderBookSheet series={series} />
          )}
        </div>
      </div>
    </article>
  );
}

/** What the clock brings next. */
function upcomingOf(series: Series, now: number): NextEvent | undefined {
  const standing = seriesStanding(series, now);
  if (standing === "bids") return { at: series.terms.closesAt, label: t`bidding has closed` };
  if (standing !== "paying") return undefined;
  const next = series.dates.find((date, i) => i > 0 && i <= series.lastDate && date > now);
  return next === undefined ? undefined : { at: next, label: t`the next coupon is due` };
}
