import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Member } from "../../../../books/coop.ts";
import type { MarketBook, PeriodEntry } from "../../../../books/market.ts";
import { t } from "../../../../books/say.ts";
import { whyDividend } from "../../../../books/surplus.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents, parseMoney, unitName } from "../../shared/format/money.ts";
import { formatDay, formatRelative } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { useSayUpcoming } from "../../shared/motion/upcoming.ts";
import { closesAt, runningPeriod } from "../../shared/surplus/dividends.ts";
import { inPoints, pointsWords } from "../../shared/surplus/points.ts";
import { undeclared } from "../../shared/surplus/preview.ts";
import { NumberField } from "../../shared/ui/NumberField.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";

type Props = { market: MarketBook; person: Member | undefined };

/** The period that runs; once its time has passed, anyone closes it (A7). */
export function RunningSheet({ market, person }: Props) {
  const { modules, settlement, now } = useCoop();
  const act = useAct("close-period");
  const running = runningPeriod(market);
  const until = closesAt(market);
  useSayUpcoming(until === undefined || until <= now ? undefined : { at: until, label: t`the period ends` });
  if (!running || until === undefined) return null;
  const own = person && running.members.get(person.id);
  const over = now >= until;
  return (
    <Sheet title={t`Period ${running.period}, which runs`}>
      <dl className="mb-4 grid gap-x-6 gap-y-3 sm:grid-cols-2">
        <Figure term={t`All points so far`}>{inPoints(running.points, settlement)}</Figure>
        {person && (
          <Figure term={t`Your points so far`}>{inPoints(own ? own.work + own.custom : 0n, settlement)}</Figure>
        )}
      </dl>
      <p className="text-muted">{rich`Since ${formatDay(running.openedAt)}. ${
        over
          ? t`Its time ended on ${formatDay(until)}: anyone can close it now. Then a surplus can be shared out for it, and the next period begins.`
          : t`It can be closed ${formatRelative(until, now)}, from ${formatDay(until)} on. A job earns points when it ends, as many as the members' part of its fee.`
      }`}</p>
      {over && (
        <div className="mt-4">
          <ActButton
            act={act}
            label={t`Close period ${running.period}`}
            call={() => ({ address: modules.surplus, abi: ABI_OF.surplus as never, functionName: "close", args: [] })}
          />
        </div>
      )}
      <ActStatus act={act} done={t`The period is closed, and the next one runs.`} />
      {person && own && <Supposed market={market} period={running} person={person} />}
      <ToDeclare periods={undeclared(market)} />
    </Sheet>
  );
}

function ToDeclare({ periods }: { periods: readonly PeriodEntry[] }) {
  const [first, ...others] = periods;
  if (!first) return null;
  return (
    <p className="mt-4 border-t border-line pt-4">{rich`${others.length === 0 ? t`Period ${first.period} is closed` : t`${periods.length} periods are closed`}, and no surplus was shared out yet. ${<Link to="/proposals/new" className="link">{t`Propose to share it out`}</Link>}`}</p>
  );
}

/** An estimate while the period runs: what the points would bring of a surplus that somebody supposes. */
function Supposed({ market, period, person }: { market: MarketBook; period: PeriodEntry; person: Member }) {
  const { settlement } = useCoop();
  const [written, setWritten] = useState("");
  const surplus = parseMoney(written, settlement);
  const why = surplus === undefined ? undefined : whyDividend(market, period.period, person.id, { surplus });
  return (
    <div className="mt-4 border-t border-line pt-4">
      <NumberField
        label={t`If the surplus were so many ${unitName(settlement)}`}
        hint={
          why
            ? t`Your ${pointsWords(why.own, settlement)} would bring about ${formatCents(why.amount, settlement)}, as points stand today and without interest on shares.`
            : t`See what your points would bring. It is an estimate: others earn points too.`
        }
        value={written}
        onChange={setWritten}
      />
    </div>
  );
}

function Figure({ term, children }: { term: string; children: string }) {
  return (
    <div>
      <dt className="small text-muted">{term}</dt>
      <dd className="figures font-serif text-3xl">{children}</dd>
    </div>
  );
}
