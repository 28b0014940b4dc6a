import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { t } from "../../../../books/say.ts";
import { divisionOf } from "../../../../books/surplus.ts";
import { dividendDown } from "../../../../books/surplus-math.ts";
import { useMarket } from "../../shared/chain/market.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents, moneyInField, unitName } from "../../shared/format/money.ts";
import { rich } from "../../shared/language/rich.ts";
import { membersPartIn } from "../../shared/market/my-work.ts";
import { inPoints, pointsWords } from "../../shared/surplus/points.ts";
import { NumberField } from "../../shared/ui/NumberField.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { sumIn } from "./offering.ts";
import { useViewer } from "./useJobs.ts";

/** What the points of the running period would bring, for a surplus that the reader can change (A4). */
export function ProjectionSheet() {
  const { coop, settlement } = useCoop();
  const book = useMarket();
  const { memberId } = useViewer();
  const running = [...book.periods.values()].at(-1);
  const [written, setWritten] = useState<string>();
  if (!running || !book.surplusTerms || coop.windingUpSince !== undefined) return null;
  if (memberId === 0) {
    return (
      <Sheet title={t`Points`}>
        <p>{rich`Members earn points with every job, which bring back a part of the fee. Who is no member earns none. ${<Link to="/apply" className="link">{t`How to join`}</Link>}`}</p>
      </Sheet>
    );
  }
  const { work, custom } = running.members.get(memberId) ?? { work: 0n, custom: 0n };
  const points = work + custom;
  const most = membersPartIn(book, running.period);
  const surplus = written === undefined ? most : sumIn(written, settlement);
  const division =
    surplus === undefined
      ? undefined
      : divisionOf(book.surplusTerms, { surplus, interest: 0n, points: running.points, carried: book.carried });
  const dividend = dividendDown(points, division?.pot ?? 0n, running.points);
  return (
    <Sheet title={t`What your points would bring`}>
      <p className="mb-4">{rich`You have ${<strong className="figures">{pointsWords(points, settlement)}</strong>} of ${<span className="figures">{inPoints(running.points, settlement)}</span>} in this period.`}</p>
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <NumberField
          label={t`If the surplus were, in ${unitName(settlement)}`}
          hint={t`The members' part of this period's fees so far is ${formatCents(most, settlement)}; costs are taken from it first.`}
          error={surplus === undefined ? t`Write an amount of money, such as 250 or 250.50.` : undefined}
          value={
            written ?? moneyInField(most - (most % 10n ** BigInt(Math.max(0, settlement.decimals - 2))), settlement)
          }
          onChange={setWritten}
        />
        <p
          className="rounded-xl bg-sunken p-4"
          role="status"
        >{rich`Your dividend would be ${<strong className="figures">{formatCents(dividend, settlement)}</strong>}${division && division.pot > 0n && rich`, out of ${<span className="figures">{formatCents(division.pot, settlement)}</span>} for all points`}. The members decide the surplus once the period is over; before that it is a guess.`}</p>
      </div>
    </Sheet>
  );
}
