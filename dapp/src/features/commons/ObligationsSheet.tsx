import { Link } from "@tanstack/react-router";
import type { CommonsBook } from "../../../../books/commons.ts";
import { t } from "../../../../books/say.ts";
import type { Settlement } from "../../shared/chain/settlement.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { useLedger } from "../../shared/commons/ledger.ts";
import { formatCents } from "../../shared/format/money.ts";
import { rich } from "../../shared/language/rich.ts";
import { Exact } from "../../shared/ui/Exact.tsx";
import { Note } from "../../shared/ui/Note.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { coverageIn, type Obligation, obligationsOf } from "./obligations.ts";

/** What is owed beside what is held for it, and whether that is enough. */
export function ObligationsSheet({ book }: { book: CommonsBook }) {
  const { settlement } = useCoop();
  const obligations = obligationsOf(useLedger(), settlement.address, book);
  const money = (amount: bigint) => formatCents(amount, settlement);
  return (
    <Sheet title={t`What the co-op owes, and what it holds for it`}>
      <Coverage obligations={obligations} money={money} />
      {obligations.length > 0 && (
        <table className="mt-4 w-full border-collapse">
          <caption className="sr-only">{t`Obligations beside what is held for them`}</caption>
          <thead>
            <tr className="small border-b border-line text-left text-muted">
              <th scope="col" className="py-2 pr-4 font-semibold">{t`Owed for`}</th>
              <th scope="col" className="py-2 pl-2 text-right font-semibold">{t`Owed`}</th>
              <th scope="col" className="hidden py-2 pl-4 text-right font-semibold sm:table-cell">{t`Held for it`}</th>
            </tr>
          </thead>
          {obligations.map((one) => (
            <Row key={one.what} {...one} money={money} unit={settlement} />
          ))}
        </table>
      )}
      <p className="small mt-4 text-muted">{rich`What the co-op has of its own, and is nobody's claim, stands in the ${<Link to="/treasury/statements" className="link">{t`balance sheet`}</Link>}.`}</p>
    </Sheet>
  );
}

type Money = (amount: bigint) => string;

function Row({ what, note, owed, held, overTime, money, unit }: Obligation & { money: Money; unit: Settlement }) {
  const enough = overTime || held >= owed;
  const missing = !enough && (
    <span className="block font-semibold text-bad">{rich`${money(owed - held)} is missing.`}</span>
  );
  return (
    <tbody className="border-b border-line align-top last:border-b-0">
      <tr>
        <th scope="row" className="pt-2.5 pr-4 text-left font-normal sm:pb-2.5">
          <span className="font-semibold">{what}</span>
          <span className="small hidden max-w-[38rem] sm:block">
            <span className="text-muted">{note}</span>
            {missing}
          </span>
        </th>
        <td className="figures pt-2.5 pl-2 text-right">
          <Exact amount={owed} unit={unit} narrow />
        </td>
        <td className="figures hidden py-2.5 pl-4 text-right sm:table-cell">
          <Exact amount={held} unit={unit} />
        </td>
      </tr>
      <tr className="small sm:hidden">
        <td colSpan={2} className="pb-2.5">
          <span className="text-muted">{note}</span>
          <span className="figures block">{held === owed ? t`held in full` : t`${money(held)} held`}</span>
          {missing}
        </td>
      </tr>
    </tbody>
  );
}

/** The whole of it in a sentence or two. */
function Coverage({ obligations, money }: { obligations: readonly Obligation[]; money: Money }) {
  const { owed, missing, overTime, setAside } = coverageIn(obligations);
  if (owed === 0n && overTime === 0n) return <p className="text-muted">{t`The co-op owes nobody anything.`}</p>;
  return (
    <Note tone={missing === 0n ? "good" : "bad"}>
      {missing === 0n
        ? rich`${<strong>{t`Whatever people can ask for is there, in full:`}</strong>} ${money(owed)}, each amount in a fund of its own that nothing else is paid from.`
        : rich`${<strong>{rich`${money(missing)} is missing`}</strong>} of ${money(owed)} that people can ask for.`}
      {overTime > 0n &&
        t` Bonds of ${money(overTime)} are repaid over the years out of the rent of their machines; ${money(setAside)} is set aside for that so far.`}
    </Note>
  );
}
