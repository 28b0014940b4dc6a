import { fundSaid } from "../../../../books/fund-names.ts";
import { t } from "../../../../books/say.ts";
import { capitalised } from "../../../../books/words.ts";
import { useCommons } from "../../shared/chain/commons.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { WholeRecord } from "../../shared/chain/WholeRecord.tsx";
import { CommonsTabs } from "../../shared/commons/CommonsTabs.tsx";
import { formatCents } from "../../shared/format/money.ts";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { BudgetsSheet } from "./BudgetsSheet.tsx";
import { FundsChart } from "./chart/FundsChart.tsx";
import { namedFunds, PURPOSES } from "./funds.ts";
import { HaltBanner, HaltSheet } from "./HaltSheet.tsx";
import { LimitSheet } from "./LimitSheet.tsx";
import { MachineFundsSheet } from "./MachineFundsSheet.tsx";
import { Movements } from "./Movements.tsx";
import { ObligationsSheet } from "./ObligationsSheet.tsx";
import { ReserveSheet } from "./ReserveSheet.tsx";
import { TreasuryRooms } from "./TreasuryRooms.tsx";

export function TreasuryPage() {
  const { coop, settlement } = useCoop();
  const book = useCommons();
  const asset = settlement.address.toLowerCase();
  const held = new Map([...coop.funds].map(([fund, assets]) => [fund, assets.get(asset) ?? 0n]));
  return (
    <>
      <PageHead
        title={t`Treasury`}
        lead={t`Everything the co-op holds together, in named funds, kept in ${settlement.name} (${settlement.symbol}).`}
      >
        <p className="lg:text-right">
          <span className="eyebrow block">{t`All funds together`}</span>
          <span className="figures font-serif text-3xl">{formatCents(coop.booked.get(asset) ?? 0n, settlement)}</span>
          {coop.reserve.booked > 0n && (
            <span className="small block text-muted">{t`without the reserve of ${formatCents(coop.reserve.booked, settlement)}`}</span>
          )}
        </p>
      </PageHead>
      <CommonsTabs />
      <TreasuryRooms here="/treasury" />
      <HaltBanner book={book} />
      <ul className="mb-6 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {namedFunds(held).map((fund) => (
          <li key={fund} className="sheet p-5">
            <h2 className="text-lg">{capitalised(fundSaid(fund))}</h2>
            <p className="figures my-1 font-serif text-3xl">{formatCents(held.get(fund) ?? 0n, settlement)}</p>
            <p className="small text-muted">{PURPOSES[fund]}</p>
          </li>
        ))}
      </ul>
      <div className="space-y-6">
        <WholeRecord>
          <FundsChart />
          <ObligationsSheet book={book} />
        </WholeRecord>
        <MachineFundsSheet book={book} held={held} />
        <BudgetsSheet book={book} />
        <HaltSheet book={book} />
        <ReserveSheet />
        <LimitSheet book={book} />
        <Movements />
      </div>
    </>
  );
}
