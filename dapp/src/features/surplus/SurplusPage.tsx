import type { Coop, Member } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { useMarket } from "../../shared/chain/market.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { CommonsTabs } from "../../shared/commons/CommonsTabs.tsx";
import { sameAddress } from "../../shared/format/address.ts";
import { dividendDue } from "../../shared/surplus/dividends.ts";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { DividendSheet } from "./DividendSheet.tsx";
import { HistorySheet } from "./HistorySheet.tsx";
import { PeriodsSheet } from "./PeriodsSheet.tsx";
import { RunningSheet } from "./RunningSheet.tsx";
import { WhySheet } from "./WhySheet.tsx";

/** What is left after costs, by the rules: the period that runs, those that ended, and what a member's points brought (A4). */
export function SurplusPage() {
  const { coop } = useCoop();
  const market = useMarket();
  const { address } = useWallet();
  const persons = address ? personsAt(coop, address) : [];
  const shown = persons.filter((person, i) => i === persons.length - 1 || dividendDue(market, person.id) > 0n);
  return (
    <>
      <PageHead
        title={t`Surplus`}
        lead={t`What is left of a period after its costs goes to the reserve, to the community and to shares, and comes back to members by what they worked and used: by points.`}
      />
      <CommonsTabs />
      <div className="space-y-6">
        <div className={`grid items-start gap-6 ${shown.length > 0 ? "lg:grid-cols-2" : ""}`}>
          {shown.map((person) => (
            <DividendSheet key={person.id} person={person} market={market} />
          ))}
          <RunningSheet market={market} person={shown.at(-1)} />
        </div>
        {shown.map((person) => (
          <WhySheet key={person.id} person={person} market={market} />
        ))}
        {shown.map((person) => (
          <HistorySheet key={person.id} person={person} market={market} />
        ))}
        <PeriodsSheet market={market} />
      </div>
    </>
  );
}

/** Everybody whom an account speaks for or spoke for: who came back has a second number. */
const personsAt = ({ members }: Coop, account: string): Member[] =>
  [...members.values()].filter((one) => sameAddress(one.account, account));
