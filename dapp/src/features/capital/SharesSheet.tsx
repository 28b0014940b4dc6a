import { Link } from "@tanstack/react-router";
import type { Member } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { holdingOf } from "../../../../books/share-ledger.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents } from "../../shared/format/money.ts";
import { inFigures } from "../../shared/format/units.ts";
import { rich } from "../../shared/language/rich.ts";
import { Sheet } from "../../shared/ui/Sheet.tsx";

/** A member's shares at a glance, and the way to them. */
export function SharesSheet({ member }: { member: Member }) {
  const { coop, settlement, now } = useCoop();
  const holding = holdingOf(coop, member.id, now);
  const par = coop.shares.terms?.par ?? 0n;
  return (
    <Sheet title={t`Your shares`}>
      <p>
        <span className="figures font-serif text-3xl">{inFigures(holding.units)}</span>{" "}
        {holding.units === 1n ? t`share` : t`shares`}
        <span className="text-muted">, {formatCents(holding.units * par, settlement)}</span>
      </p>
      {holding.promised > 0n && (
        <p className="small text-muted">{rich`and ${inFigures(holding.promised)} promised, not paid for yet`}</p>
      )}
      {holding.queued > 0n && (
        <p className="small text-muted">{rich`${inFigures(holding.queued)} of them wait to be paid back`}</p>
      )}
      {holding.due + holding.interest > 0n && (
        <p className="mt-2 font-semibold text-good">{rich`${formatCents(holding.due + holding.interest, settlement)} waits for you`}</p>
      )}
      {coop.windingUpSince !== undefined && (
        <p className="mt-2">{t`The co-op is winding up, so no shares are sold any more. What you hold stays yours and is paid back at the end.`}</p>
      )}
      <p className="mt-4">
        <Link to="/shares" className="button button-quiet">
          {coop.windingUpSince === undefined ? t`Buy, take back, collect` : t`See your shares`}
        </Link>
      </p>
    </Sheet>
  );
}
