import type { NamedTally } from "../../../../books/outcome.ts";
import { ABSTAIN, AGAINST, BLOCK, FOR } from "../../../../books/rules.ts";
import { t } from "../../../../books/say.ts";
import { counts, votesOf } from "../../../../books/weigh.ts";
import { Bar } from "../../shared/ui/Bar.tsx";

type ClassBarProps = { tally: NamedTally; weight?: number; threshold: number };

/** What one class of members said. */
export function ClassBar({ tally, weight, threshold }: ClassBarProps) {
  const { votes, roll, name } = tally;
  const cast = votesOf(tally);
  const part = (position: 0 | 1 | 2 | 3) => (cast === 0 ? 0 : votes[position] / cast);
  const label = weight === undefined ? name : t`${name}, weight ${weight / 100} %`;
  return (
    <li>
      <Bar
        label={label}
        text={t`${cast + votes[ABSTAIN]} of ${roll} voted`}
        parts={[
          { share: part(FOR), fill: "bg-vote-for" },
          { share: part(AGAINST), fill: "bg-vote-against" },
          { share: part(BLOCK), fill: "bg-vote-block" },
        ]}
        mark={{ at: threshold / 10_000, label: t`mark at ${threshold / 100} %` }}
      />
      <p className="small figures mt-1.5 flex flex-wrap gap-x-4 text-muted">
        <Count fill="bg-vote-for" count={votes[FOR]} word={t`for`} />
        <Count fill="bg-vote-against" count={votes[AGAINST]} word={t`against`} />
        {votes[ABSTAIN] > 0 && <Count fill="bg-vote-abstain" count={votes[ABSTAIN]} word={t`abstained`} />}
        {votes[BLOCK] > 0 && <Count fill="bg-vote-block" count={votes[BLOCK]} word={t`block`} />}
        {roll > 0 && !counts(tally) && <span>{doesNotCount(cast, roll)}</span>}
      </p>
    </li>
  );
}

function Count({ fill, count, word }: { fill: string; count: number; word: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden="true" className={`size-2.5 rounded-full ${fill}`} />
      {count} {word}
    </span>
  );
}

function doesNotCount(cast: number, roll: number): string {
  const missing = Math.max(1, Math.ceil(roll / 20)) - cast;
  return t`not counting yet: ${missing} more ${missing === 1 ? t`vote` : t`votes`} for or against`;
}
