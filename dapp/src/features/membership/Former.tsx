import { Link } from "@tanstack/react-router";
import type { Member } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatDay } from "../../shared/format/time.ts";
import { memberOfClass } from "../../shared/format/words.ts";
import { rich } from "../../shared/language/rich.ts";
import { numberedProposals } from "../../shared/motion/numbering.ts";
import { Chip } from "../../shared/ui/Chip.tsx";
import { More, usePieces } from "../../shared/ui/More.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";

const FIRST = 20;

/** Whose membership has ended, and how; of all, or among some. */
export function Former({ among }: { among?: ReadonlySet<Member> }) {
  const { coop } = useCoop();
  const former = [...(among ?? coop.members.values())].filter(({ status }) => status !== "active");
  const { shown, ...more } = usePieces(former, FIRST);
  if (former.length === 0) return null;
  return (
    <Sheet title={t`No longer members`}>
      <ul>
        {shown.map((member) => (
          <FormerRow key={member.id} member={member} />
        ))}
      </ul>
      <More {...more} all={t`Show all ${former.length}`} />
    </Sheet>
  );
}

function FormerRow({ member }: { member: Member }) {
  const { coop } = useCoop();
  const { id, status, leftAt, seat, class: index } = member;
  const by = numberedProposals(coop).findLast(
    ({ excluded, executedAt }) => status === "expelled" && excluded === seat && executedAt !== undefined,
  );
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-b border-line py-2.5 last:border-b-0 last:pb-0">
      <span>
        <span className="figures font-semibold">{rich`No. ${id}`}</span>
        <span className="text-muted">, {memberOfClass(coop.classes[index]?.name ?? "")}</span>
      </span>
      <span className="small flex flex-wrap items-center gap-x-3 gap-y-1">
        {by && (
          <Link
            to="/proposals/$number"
            params={{ number: String(by.number) }}
            className="link"
          >{rich`proposal ${by.number}`}</Link>
        )}
        <Chip tone={status === "expelled" ? "bad" : "quiet"}>
          {status === "expelled" ? t`Expelled` : t`Left`}
          {leftAt !== undefined && ` ${formatDay(leftAt)}`}
        </Chip>
      </span>
    </li>
  );
}
