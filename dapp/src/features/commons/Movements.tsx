import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { fundSaid } from "../../../../books/fund-names.ts";
import { t } from "../../../../books/say.ts";
import { capitalised } from "../../../../books/words.ts";
import { useCommons } from "../../shared/chain/commons.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatDay } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { Empty } from "../../shared/ui/Empty.tsx";
import { Exact } from "../../shared/ui/Exact.tsx";
import { Plain } from "../../shared/ui/Plain.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { movementOf } from "./movement.ts";

const PAGE = 25;

/** Every movement of money, the latest first, with what the fund held afterwards. */
export function Movements() {
  const { coop, settlement } = useCoop();
  const book = useCommons();
  const [shown, setShown] = useState(PAGE);
  const moves = [...coop.moves].reverse();
  return (
    <Sheet
      title={t`Movements`}
      aside={<span className="small figures text-muted">{rich`${moves.length} in all`}</span>}
    >
      {moves.length === 0 && <Empty>{t`No money has moved yet.`}</Empty>}
      {moves.length > 0 && (
        <table className="w-full border-collapse">
          <caption className="sr-only">{t`Movements of money, the latest first`}</caption>
          <thead>
            <tr className="small border-b border-line text-left text-muted">
              <th scope="col" className="hidden py-2 pr-4 font-semibold sm:table-cell">{t`Date`}</th>
              <th scope="col" className="py-2 pr-4 font-semibold">{t`What`}</th>
              <th scope="col" className="py-2 text-right font-semibold">{t`Amount`}</th>
              <th
                scope="col"
                className="hidden py-2 pl-6 text-right font-semibold md:table-cell"
              >{t`Fund afterwards`}</th>
            </tr>
          </thead>
          <tbody>
            {moves.slice(0, shown).map((move) => {
              const { title, purpose, fund, out, amount, balance, proposal } = movementOf(move, coop, book);
              return (
                <tr key={`${move.block}:${move.logIndex}`} className="border-b border-line align-top last:border-b-0">
                  <td className="small hidden py-3 pr-4 whitespace-nowrap text-muted sm:table-cell">
                    {formatDay(move.at)}
                  </td>
                  <td className="py-3 pr-4 wrap-anywhere">
                    <p>
                      <Plain text={title} />
                    </p>
                    {purpose && <p className="small text-muted">{purpose}</p>}
                    {proposal && (
                      <p className="small">
                        <Link
                          to="/proposals/$number"
                          params={{ number: String(proposal.number) }}
                          className="link"
                        >{rich`By resolution of the members, No. ${proposal.number}`}</Link>
                      </p>
                    )}
                    <p className="small text-muted">
                      {capitalised(fundSaid(fund))}
                      <span className="sm:hidden">, {formatDay(move.at)}</span>
                    </p>
                  </td>
                  <td className={`figures py-3 text-right whitespace-nowrap ${out ? "" : "text-good"}`}>
                    {out ? "−" : "+"}
                    <Exact amount={amount} unit={settlement} narrow />
                  </td>
                  <td className="figures hidden py-3 pl-6 text-right whitespace-nowrap text-muted md:table-cell">
                    {balance !== undefined && <Exact amount={balance} unit={settlement} />}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {moves.length > shown && (
        <button
          type="button"
          className="button button-quiet mt-4"
          onClick={() => setShown(shown + 4 * PAGE)}
        >{t`Show earlier movements`}</button>
      )}
    </Sheet>
  );
}
