import { Link } from "@tanstack/react-router";
import { t } from "../../../../books/say.ts";
import { useCommons } from "../../shared/chain/commons.ts";
import { useMarket } from "../../shared/chain/market.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { centOf } from "../../shared/format/money.ts";
import { personOf } from "../../shared/membership/persons.ts";
import { Duty } from "../../shared/ui/Duty.tsx";
import { CommonsRows } from "./CommonsRows.tsx";
import { commonsDutiesOf } from "./commonsDuties.ts";
import { isNothing } from "./duties.ts";
import { MarketRows } from "./MarketRows.tsx";
import { marketDutiesOf } from "./marketDuties.ts";

/** Duties out of the books that are read later: commons and market; `otherwise` is said when there are none. */
export function LaterRows({ account, otherwise }: { account: string | undefined; otherwise?: string | undefined }) {
  const { coop, settlement, now } = useCoop();
  const [book, market] = [useCommons(), useMarket()];
  const unit = 10n ** BigInt(settlement.decimals);
  const ofCommons = commonsDutiesOf(coop, book, { account, person: personOf(coop, account), unit }, now);
  const ofMarket = marketDutiesOf(coop, market, { account, cent: centOf(settlement) }, now);
  if (isNothing({ ...ofCommons, ...ofMarket })) {
    return otherwise ? <li className="text-muted">{otherwise}</li> : null;
  }
  const { toTake, toCollect, toGetBack, toTakeBack } = ofCommons;
  const { toFetch, toClaim } = ofMarket;
  const sums = [toTake, toCollect, toGetBack, toTakeBack, toFetch, toClaim].reduce(
    (sum, { length }) => sum + length,
    0,
  );
  return (
    <>
      {sums > 1 && (
        <Duty verb={t`Take`} note={t`when you like`}>
          <Link to="/claims" className="link">{t`All the money that waits for you, at once`}</Link>
        </Duty>
      )}
      <MarketRows duties={ofMarket} />
      <CommonsRows duties={ofCommons} />
    </>
  );
}
