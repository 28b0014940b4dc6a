import { pollTallies } from "../../../../books/apply/polls.ts";
import type { Poll } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { plural } from "../../shared/format/words.ts";
import { rich } from "../../shared/language/rich.ts";
import { asWritten, isOpen, rollOf } from "../../shared/motion/polls.ts";
import { Bar } from "../../shared/ui/Bar.tsx";
import { Note } from "../../shared/ui/Note.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";

/** What the members answered: all together, then class by class. */
export function Answers({ poll }: { poll: Poll }) {
  const { coop, now } = useCoop();
  const tallies = pollTallies(coop, poll);
  const open = isOpen(poll, now);
  const together = poll.options.map((_, i) => tallies.reduce((sum, { answers }) => sum + (answers[i] ?? 0), 0));
  return (
    <Sheet
      title={open ? t`Answers so far` : t`What the members answered`}
      aside={<span className="small figures text-muted">{rich`${poll.answers.size} of ${rollOf(poll)} answered`}</span>}
    >
      <OptionBars options={poll.options} answers={together} />
      <div className="mt-6">
        <Note>{t`One member, one answer. Nothing follows from a poll by itself: whoever wants it decided writes a proposal.`}</Note>
      </div>
      <h3 className="mt-8 mb-4 text-lg">{t`Class by class`}</h3>
      <ul className="grid gap-x-8 gap-y-6 md:grid-cols-2">
        {tallies.map(({ index, name, roll, answers }) => (
          <li key={index}>
            <p className="mb-2 flex flex-wrap justify-between gap-x-4 border-b border-line pb-1">
              <span className="font-serif text-lg font-semibold">{name}</span>
              <span className="small figures self-end text-muted">{rich`${answers.reduce((a, b) => a + b, 0)} of ${roll} answered`}</span>
            </p>
            <OptionBars options={poll.options} answers={answers} />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function OptionBars({ options, answers }: { options: readonly string[]; answers: readonly number[] }) {
  const all = answers.reduce((a, b) => a + b, 0);
  return (
    <ul className="space-y-3">
      {options.map((option, i) => {
        const count = answers[i] ?? 0;
        const share = all === 0 ? 0 : count / all;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the options of a poll never change their order
          <li key={i} className="wrap-anywhere">
            <Bar
              label={asWritten(option)}
              text={
                count === 0
                  ? t`none`
                  : `${count} ${plural(count, t`answer`, t`answers`)}, ${Math.round(share * 100)}\u00a0%`
              }
              parts={[{ share, fill: "bg-act" }]}
            />
          </li>
        );
      })}
    </ul>
  );
}
