import { Link } from "@tanstack/react-router";
import { JobKind, JobState } from "../../../../books/job.ts";
import type { JobEntry } from "../../../../books/market.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents } from "../../shared/format/money.ts";
import { formatRelative } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { Duty } from "../../shared/ui/Duty.tsx";
import type { MarketDuties } from "./marketDuties.ts";

/** Duties about jobs, points and the surplus. */
export function MarketRows({ duties }: { duties: MarketDuties }) {
  const { settlement, now } = useCoop();
  const money = (amount: bigint) => formatCents(amount, settlement);
  return (
    <>
      {duties.toDo.map((entry) => (
        <JobDuty
          key={entry.name}
          entry={entry}
          verb={t`Do`}
          note={t`${now > entry.job.doBy ? t`was to be` : t`to be`} done ${formatRelative(entry.job.doBy, now)}`}
        />
      ))}
      {duties.toConfirm.map((entry) => (
        <JobDuty
          key={entry.name}
          entry={entry}
          verb={t`Confirm`}
          note={t`or dispute; pays out ${formatRelative(entry.until, now)}`}
        />
      ))}
      {duties.toRule.map((entry) => (
        <JobDuty
          key={entry.name}
          entry={entry}
          verb={t`Decide`}
          note={t`disputed; ends ${formatRelative(entry.until, now)}`}
        />
      ))}
      {duties.toAccept.map((entry) => (
        <JobDuty
          key={entry.name}
          entry={entry}
          verb={t`Accept`}
          note={t`offered to you; lapses ${formatRelative(entry.job.acceptBy, now)}`}
        />
      ))}
      {duties.toSettle.map((entry) => (
        <JobDuty
          key={entry.name}
          entry={entry}
          verb={SETTLED[entry.state] ?? t`Settle`}
          note={t`its time is over; anyone may`}
        />
      ))}
      {duties.toFetch.map((amount) => (
        <Duty key="held" verb={t`Collect`} note={t`it could not be delivered`}>
          <Link to="/market" className="link">{rich`${money(amount)} that is held for you in the market`}</Link>
        </Duty>
      ))}
      {duties.toClaim.map(({ memberId, amount }) => (
        <Duty key={`claim:${memberId}`} verb={t`Claim`} note={t`when you like`}>
          <Link to="/surplus" className="link">{rich`${money(amount)} of dividend for your points`}</Link>
        </Duty>
      ))}
      {duties.toClose.map((period) => (
        <Duty key="close" verb={t`Close`} note={t`its time is over; anyone may`}>
          <Link to="/surplus" className="link">{rich`Period ${period} of the surplus`}</Link>
        </Duty>
      ))}
    </>
  );
}

/** What anybody can do with a job whose time is over. */
const SETTLED: Record<number, string> = {
  [JobState.Offered]: t`Get back`,
  [JobState.Accepted]: t`Get back`,
  [JobState.Done]: t`Get paid`,
  [JobState.Disputed]: t`Divide`,
};

function JobDuty({ entry, verb, note }: { entry: JobEntry; verb: string; note: string }) {
  const { settlement } = useCoop();
  const { kind, fare } = entry.job;
  return (
    <Duty verb={verb} note={note}>
      <Link
        to="/market/$id"
        params={{ id: entry.name }}
        className="link"
      >{rich`Job ${entry.name}: ${kind === JobKind.Ride ? t`Ride` : t`Task`} for ${formatCents(fare, settlement)}`}</Link>
    </Duty>
  );
}
