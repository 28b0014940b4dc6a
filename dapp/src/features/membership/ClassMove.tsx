import { Link } from "@tanstack/react-router";
import type { Member } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatDay } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { applicationOf, standingOf } from "../../shared/membership/applications.ts";

/** The way to another class, or where a member's application for it stands. */
export function ClassMove({ member }: { member: Member }) {
  const { coop, now } = useCoop();
  const application = applicationOf(coop, member.account);
  const standing = application && standingOf(application, now);
  const to = application && coop.classes[application.class]?.name;
  if (coop.windingUpSince !== undefined || coop.classes.length < 2) return null;
  return (
    <p className="mt-4 border-t border-line pt-4">
      {standing === "waiting" &&
        t`You applied to move to ${to}; the board answers by ${formatDay(application?.until ?? 0)}. `}
      {standing === "accepted" && <strong>{rich`The board agreed that you move to ${to}. `}</strong>}
      <Link to="/apply" className="link">
        {standing === "accepted" ? t`Move now` : standing === "waiting" ? t`See it` : t`Move to another class`}
      </Link>
    </p>
  );
}
