import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatMoment } from "../../shared/format/time.ts";
import { plural } from "../../shared/format/words.ts";
import { rich } from "../../shared/language/rich.ts";
import { Note } from "../../shared/ui/Note.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { CheckRow } from "./checks/CheckRow.tsx";
import type { Checking, Result, Run } from "./checks/useChecks.ts";

/** Everything added up again in this browser, one check after the other; what differs stands first. */
export function Checks({ run, done, again }: Checking) {
  const { head } = useCoop();
  return (
    <Sheet
      title={t`Added up again, in your browser`}
      aside={
        run && (
          <span className="small figures text-muted">{rich`block ${run.block.toString()}, ${formatMoment(run.at)}`}</span>
        )
      }
    >
      <div className="mb-5 space-y-3">
        {!done && <Progress run={run} />}
        {run && done && <Verdict run={run} />}
        {run && done && (run.moved || run.block < head.number) && (
          <p className="small text-muted">{rich`The chain is at block ${head.number.toString()} by now. ${<button type="button" className="link" onClick={again}>{t`Check again`}</button>}`}</p>
        )}
      </div>
      {run && (
        <ol>
          {[...run.results].sort(byUrgency).map((result) => (
            <CheckRow key={result.check.title} {...result} />
          ))}
        </ol>
      )}
    </Sheet>
  );
}

const isWrong = ({ lines, failed }: Result): boolean => failed !== undefined || lines.some(({ agrees }) => !agrees);
const byUrgency = (a: Result, b: Result): number => Number(isWrong(b)) - Number(isWrong(a));

function Progress({ run }: { run: Run | undefined }) {
  const finished = run?.results.length ?? 0;
  return (
    <div>
      <p className="pulse text-muted">{run ? t`Checking: ${finished} of ${run.total} done` : t`Adding up`}</p>
      <div
        role="progressbar"
        aria-label={t`Checks that are done`}
        aria-valuemin={0}
        aria-valuenow={finished}
        aria-valuemax={run?.total ?? 1}
        className="mt-2 h-2 overflow-hidden rounded-full bg-sunken"
      >
        <div className="h-full rounded-full bg-act" style={{ width: `${(100 * finished) / (run?.total ?? 1)}%` }} />
      </div>
    </div>
  );
}

function Verdict({ run: { block, results, events, moved } }: { run: Run }) {
  if (moved) {
    return (
      <Note tone="wait">{rich`${<strong>{t`The chain went back while it was checked.`}</strong>} Block ${block.toString()} is another one now, so the answers below are not of one moment.`}</Note>
    );
  }
  const open = results.filter(({ failed }) => failed !== undefined);
  const lines = results.flatMap((result) => result.lines);
  const wrong = lines.filter(({ agrees }) => !agrees);
  if (wrong.length > 0) {
    return (
      <Note tone="bad">{rich`${<strong>{rich`${wrong.length} of ${lines.length} figures ${plural(wrong.length, t`differs`, t`differ`)}.`}</strong>} Either a contract says something else than what happened, or the node that this page asks does not tell the truth. Ask another node, run the audit below, and tell the members.`}</Note>
    );
  }
  if (open.length > 0) {
    return (
      <Note tone="wait">{rich`${<strong>{rich`${open.length} of ${results.length} checks could not be made.`}</strong>} All ${lines.length} figures that could be compared agree.`}</Note>
    );
  }
  return (
    <Note tone="good">{rich`${<strong>{t`Everything agrees.`}</strong>} ${events} events add up to what the contracts say, in all ${lines.length} figures of ${results.length} checks.`}</Note>
  );
}
