import { Link } from "@tanstack/react-router";
import type { Poll } from "../../../../books/coop.ts";
import { formatRelative } from "../../shared/format/time.ts";
import { isOpen, mayAnswer, rollOf } from "../../shared/motion/polls.ts";
import { Chip } from "../../shared/ui/Chip.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";

/** One poll in a list. */
export function PollRow({ poll, now }: { poll: Poll; now: number }) {
  const { member } = useWallet();
  const open = isOpen(poll, now);
  const answered = member && poll.answers.has(member.seat);
  return (
    <li className="border-b border-line py-4 last:border-b-0 last:pb-0 first:pt-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="eyebrow figures">Poll {poll.id}</span>
        {open && <Chip tone="active">Open</Chip>}
        {answered && <Chip tone="good">You answered</Chip>}
        {open && member && !answered && mayAnswer(poll, member) && <Chip tone="coming">Your answer is missing</Chip>}
      </div>
      <h3 className="mt-1.5 text-lg wrap-anywhere">
        <Link to="/polls/$number" params={{ number: String(poll.id) }} className="link no-underline hover:underline">
          {poll.question}
        </Link>
      </h3>
      <p className="small text-muted">
        {open ? "Closes" : "Closed"} {formatRelative(poll.closesAt, now)} · {poll.answers.size} of {rollOf(poll)}{" "}
        members answered
      </p>
    </li>
  );
}
