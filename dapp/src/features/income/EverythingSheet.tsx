import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { recoveryOf } from "../../../../books/apply/recoveries.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useMarket } from "../../shared/chain/market.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { dueTo, takenAtOnce, wholeCents } from "../../shared/commons/due.ts";
import { titleOfMachine } from "../../shared/commons/naming.ts";
import { centOf, formatCents } from "../../shared/format/money.ts";
import { rich } from "../../shared/language/rich.ts";
import { dividendDue } from "../../shared/surplus/dividends.ts";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import type { Props } from "./DueSheet.tsx";

/** Income, coupons, principal and money from shares, taken in one act. */
export function EverythingSheet({ person, book }: Props) {
  const { coop, modules, settlement, now } = useCoop();
  const act = useAct(`everything:${person.id}`);
  const due = dueTo(coop, book, person, now);
  // Of whole cents, so that what is shown adds up; what is paid is a fraction of a cent more.
  const all = takenAtOnce(wholeCents(due, centOf(settlement)));
  const others = all - (due.income - (due.income % centOf(settlement)));
  const dividend = dividendDue(useMarket(), person.id);
  const recovering = recoveryOf(coop, person.id, now) !== undefined;
  const elsewhere = due.refunds.length > 0 || dividend >= centOf(settlement);
  if (recovering || (others < centOf(settlement) && act.state.step === "idle" && !elsewhere)) return null;
  const money = (amount: bigint) => formatCents(amount, settlement);
  const nameOf = (id: number) => {
    const machine = book.machines.get(id);
    return machine ? titleOfMachine(coop, machine) : t`Machine ${id}`;
  };
  return (
    <Sheet title={t`Everything at once`}>
      {others >= centOf(settlement) && (
        <>
          <dl className="mb-4 space-y-1.5">
            {due.income > 0n && <Row term={t`Income`}>{money(due.income)}</Row>}
            {due.bonds.map(({ series, coupon, principal }) => (
              <Row
                key={series.id}
                term={
                  <Link to="/bonds/$series" params={{ series: String(series.id) }} className="link">
                    {principal > 0n ? t`Repaid bonds` : t`Coupons`}: {nameOf(series.id)}
                  </Link>
                }
              >
                {money(coupon + principal)}
              </Row>
            ))}
            {due.shares > 0n && (
              <Row term={<Link to="/shares" className="link">{t`From your shares`}</Link>}>{money(due.shares)}</Row>
            )}
            <div className="flex justify-between gap-4 border-t border-line pt-1.5 font-semibold">
              <dt>{t`Together`}</dt>
              <dd className="figures">{money(all)}</dd>
            </div>
          </dl>
          <ActButton
            act={act}
            quiet
            label={t`Take ${money(all)} at once`}
            call={() => ({
              address: modules.income,
              abi: ABI_OF.income as never,
              functionName: "claimAll",
              args: [person.id, due.bonds.map(({ series }) => BigInt(series.id))],
            })}
          />
        </>
      )}
      <ActStatus act={act} done={t`The money is in your account.`} />
      {due.refunds.map(({ series, amount }) => (
        <p key={series.id} className="small mt-3 text-muted">{rich`${money(amount)} of your bid for ${(
          <Link to="/bonds/$series" params={{ series: String(series.id) }} className="link">
            {nameOf(series.id)}
          </Link>
        )} was not used; you get it back there.`}</p>
      ))}
      {dividend >= centOf(settlement) && (
        <p className="small mt-3 text-muted">{rich`${money(dividend)} of ${<Link to="/surplus" className="link">{t`dividend for your points`}</Link>} is claimed there, in money or in shares.`}</p>
      )}
    </Sheet>
  );
}

function Row({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="text-muted">{term}</dt>
      <dd className="figures">{children}</dd>
    </div>
  );
}
