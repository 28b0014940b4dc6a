import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import type { Address } from "viem";
import { t } from "../../../../books/say.ts";
import { useCommons } from "../../shared/chain/commons.ts";
import { useMarket } from "../../shared/chain/market.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { centOf, formatCents } from "../../shared/format/money.ts";
import { rich } from "../../shared/language/rich.ts";
import { personOf } from "../../shared/membership/persons.ts";
import { Duty } from "../../shared/ui/Duty.tsx";
import { CommonsRows } from "./CommonsRows.tsx";
import { commonsDutiesOf } from "./commonsDuties.ts";
import { isNothing } from "./duties.ts";
import { MarketRows } from "./MarketRows.tsx";
import { marketDutiesOf } from "./marketDuties.ts";

/** Loaded only for those who have any money to take. */
const AllAtOnce = lazy(() => import("../claims/index.ts").then(({ AllAtOnce }) => ({ default: AllAtOnce })));

type Props = {
  account: Address | undefined;
  /** What a person can collect of its shares, and of what it withdrew. */
  shares: readonly bigint[];
  otherwise?: string | undefined;
};

/** Duties out of the books that are read later: commons and market; `otherwise` is said when there are none. */
export function LaterRows({ account, shares, otherwise }: Props) {
  const { coop, settlement, now } = useCoop();
  const [book, market] = [useCommons(), useMarket()];
  const unit = 10n ** BigInt(settlement.decimals);
  const ofCommons = commonsDutiesOf(coop, book, { account, person: personOf(coop, account), unit }, now);
  const ofMarket = marketDutiesOf(coop, market, { account, cent: centOf(settlement) }, now);
  if (isNothing({ ...ofCommons, ...ofMarket, shares })) {
    return otherwise ? <li className="text-muted">{otherwise}</li> : null;
  }
  return (
    <>
      <Suspense>{account && <AllAtOnce account={account} />}</Suspense>
      {shares.map((amount) => (
        <Duty key="shares" verb={t`Collect`} note={t`when you like`}>
          <Link to="/shares" className="link">{rich`${formatCents(amount, settlement)} from your shares`}</Link>
        </Duty>
      ))}
      <MarketRows duties={ofMarket} />
      <CommonsRows duties={ofCommons} />
    </>
  );
}
