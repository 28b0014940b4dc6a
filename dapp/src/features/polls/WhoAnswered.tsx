import type { Poll } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { asWritten } from "../../shared/motion/polls.ts";
import { memberAt } from "../../shared/motion/proxies.ts";
import { Empty } from "../../shared/ui/Empty.tsx";
import { MemberName } from "../../shared/ui/MemberName.tsx";
import { More, usePieces } from "../../shared/ui/More.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";

const FIRST = 12;

/** Who answered what: answers are public, as votes are. */
export function WhoAnswered({ poll }: { poll: Poll }) {
  const { coop } = useCoop();
  const answers = [...poll.answers].reverse();
  const { shown, ...more } = usePieces(answers, FIRST);
  return (
    <Sheet title={t`Who answered`}>
      {answers.length === 0 && <Empty>{t`Nobody has answered yet.`}</Empty>}
      <ul>
        {shown.map(([seat, option]) => (
          <li
            key={seat}
            className="flex flex-wrap justify-between gap-x-4 border-b border-line py-2.5 last:border-b-0 last:pb-0"
          >
            <MemberName account={memberAt(coop, seat)?.account ?? ""} coop={coop} />
            <span className="wrap-anywhere">{asWritten(poll.options[option - 1])}</span>
          </li>
        ))}
      </ul>
      <More {...more} all={t`Show all ${answers.length} answers`} />
    </Sheet>
  );
}
