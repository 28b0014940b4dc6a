import { Link } from "@tanstack/react-router";
import type { Poll } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { formatRelative } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { ListRow, ROW_LINK } from "../../shared/motion/ListRow.tsx";
import { asWritten, isOpen, mayAnswer, rollOf } from "../../shared/motion/polls.ts";
import { Chip } from "../../shared/ui/Chip.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";

/** One poll in a list. */
export function PollRow({ poll, now }: { poll: Poll; now: number }) {
  const { member } = useWallet();
  const open = isOpen(poll, now);
  const answered = member && poll.answers.has(member.seat);
  return (
    <ListRow
      eyebrow={t`Poll ${poll.id}`}
      chips={
        <>
          {open && <Chip tone="active">{t`Open`}</Chip>}
          {answered && <Chip tone="good">{t`You answered`}</Chip>}
          {open && member && !answered && mayAnswer(poll, member) && (
            <Chip tone="coming">{t`Your answer is missing`}</Chip>
          )}
        </>
      }
      title={
        <Link to="/polls/$number" params={{ number: String(poll.id) }} className={ROW_LINK}>
          {asWritten(poll.question)}
        </Link>
      }
    >{rich`${open ? t`Closes` : t`Closed`} ${formatRelative(poll.closesAt, now)} · ${poll.answers.size} of ${rollOf(poll)} members answered`}</ListRow>
  );
}
