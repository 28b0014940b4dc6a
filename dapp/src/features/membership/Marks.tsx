import { recoveryOf } from "../../../../books/apply/recoveries.ts";
import { suspensionOf } from "../../../../books/apply/suspensions.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatDay } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { Chip } from "../../shared/ui/Chip.tsx";

/** What is out of the ordinary about a member: suspended from services, or moving to another account. */
export function Marks({ memberId }: { memberId: number }) {
  const { coop, now } = useCoop();
  const suspended = suspensionOf(coop, memberId, now);
  const recovering = recoveryOf(coop, memberId, now);
  return (
    <>
      {suspended && (
        <Chip tone="bad">
          <span>{rich`Suspended${<span className="max-sm:sr-only">{rich` until ${formatDay(suspended.until)}`}</span>}`}</span>
        </Chip>
      )}{" "}
      {recovering && (
        <Chip tone="coming">{recovering.vetoedAt === undefined ? t`New account` : t`Account disputed`}</Chip>
      )}
    </>
  );
}
