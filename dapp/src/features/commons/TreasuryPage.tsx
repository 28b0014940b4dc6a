import { fundName } from "../../../../books/funds.ts";
import { capitalised } from "../../../../books/words.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents } from "../../shared/format/money.ts";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Movements } from "./Movements.tsx";
import { ReserveSheet } from "./ReserveSheet.tsx";

/** What each fund is for, in a line. */
const PURPOSES: Record<number, string> = {
  1: "Meets the costs of the co-op. Spent only by resolution of the members.",
  2: "What members paid for their shares. Leaves only when shares are withdrawn at par.",
  6: "Withdrawn shares that were served and not handed over yet. It belongs to those members.",
  7: "Interest on shares that members have not taken yet. It belongs to them.",
};
const ALWAYS_SHOWN = [1, 2];

export function TreasuryPage() {
  const { coop, settlement } = useCoop();
  const asset = settlement.address.toLowerCase();
  const funds = [...new Set([...ALWAYS_SHOWN, ...coop.funds.keys()])].sort((a, b) => a - b);
  return (
    <>
      <PageHead
        title="Treasury"
        lead={`Everything the co-op holds together, in named funds, kept in ${settlement.name} (${settlement.symbol}).`}
      >
        <p className="sm:text-right">
          <span className="eyebrow block">All funds together</span>
          <span className="figures font-serif text-3xl">{formatCents(coop.booked.get(asset) ?? 0n, settlement)}</span>
        </p>
      </PageHead>
      <ul className="mb-6 grid gap-4 sm:grid-cols-2">
        {funds.map((fund) => (
          <li key={fund} className="sheet p-5">
            <h2 className="text-lg">{capitalised(fundName(fund))}</h2>
            <p className="figures my-1 font-serif text-3xl">
              {formatCents(coop.funds.get(fund)?.get(asset) ?? 0n, settlement)}
            </p>
            <p className="small text-muted">{PURPOSES[fund]}</p>
          </li>
        ))}
      </ul>
      <div className="space-y-6">
        <ReserveSheet />
        <Movements />
      </div>
    </>
  );
}
