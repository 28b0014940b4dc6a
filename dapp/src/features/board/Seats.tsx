import { Link } from "@tanstack/react-router";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatDay, formatRelative } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { inOffice } from "../../shared/membership/board.ts";
import { BOARD } from "../../shared/motion/offices.ts";
import { Empty } from "../../shared/ui/Empty.tsx";
import { MemberName } from "../../shared/ui/MemberName.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";

/** Who sits on the board, until when. */
export function Seats() {
  const { coop, now } = useCoop();
  const seats = inOffice(coop, BOARD, now).sort((a, b) => a.until - b.until);
  return (
    <Sheet title={t`On the board`}>
      {seats.length === 0 && <Empty>{t`Nobody.`}</Empty>}
      <ul>
        {seats.map(({ account, until }) => (
          <li key={account} className="border-b border-line py-2.5 first:pt-0 last:border-b-0 last:pb-0">
            <MemberName account={account} coop={coop} />
            <span className="small block text-muted">{rich`until ${formatDay(until)}, ${formatRelative(until, now)}`}</span>
          </li>
        ))}
      </ul>
      <p className="small mt-4 text-muted">{rich`The members appoint and recall directors. ${<Link to="/proposals/new" className="link">{t`Propose one`}</Link>}`}</p>
    </Sheet>
  );
}
