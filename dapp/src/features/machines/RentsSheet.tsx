import { useState } from "react";
import type { Machine, RentPayment, Series } from "../../../../books/commons.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents, partsInCents } from "../../shared/format/money.ts";
import { formatDay } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { Empty } from "../../shared/ui/Empty.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { FormerLeases } from "./FormerLeases.tsx";

const PAGE = 12;
const STEPS = ["upkeep", "coupon", "principal", "income"] as const;
const HEADS = { upkeep: t`Upkeep`, coupon: t`Coupons`, principal: t`Principal`, income: t`Income` };

type Step = (typeof STEPS)[number];
type Parts = Record<Step, bigint>;

/** Every rent that was paid, and what each step of the order got of it (K3). */
export function RentsSheet({ machine, series }: { machine: Machine; series: Series | undefined }) {
  const { settlement } = useCoop();
  const [shown, setShown] = useState(PAGE);
  const money = (amount: bigint) => formatCents(amount, settlement);
  const rents = [...machine.rents].reverse();
  const total = rents.reduce<Parts>((sum, rent) => added(sum, rent), {
    upkeep: 0n,
    coupon: 0n,
    principal: 0n,
    income: 0n,
  });
  // Without bonds nobody gets coupons or principal.
  const steps = STEPS.filter((step) => series || step === "upkeep" || step === "income");
  const inTotal = shownParts(total, settlement);
  return (
    <Sheet
      title={t`Rents, and where they went`}
      aside={
        rents.length > 0 && <span className="small figures text-muted">{rich`${money(allOf(total))} so far`}</span>
      }
    >
      {rents.length === 0 ? (
        <Empty>{t`No rent has been paid yet.`}</Empty>
      ) : (
        <>
          <p className="small mb-3 text-muted">{rich`Each rent is shared in the moment it is paid: first upkeep, then ${series ? t`coupons, then what is set aside to repay the lenders, and the rest is` : t`the rest,`} income of every member in equal parts.`}</p>
          <table className="w-full border-collapse sm:text-[0.88rem]">
            <caption className="sr-only">{t`Rents, the latest first, and what each step got`}</caption>
            <thead>
              <tr className="small border-b border-line text-left text-muted">
                <th scope="col" className="py-2 pr-3 font-semibold">{t`Date`}</th>
                <th scope="col" className="py-2 text-right font-semibold sm:pr-3">{t`Rent`}</th>
                {steps.map((step) => (
                  <th key={step} scope="col" className="hidden py-2 pl-3 text-right font-semibold sm:table-cell">
                    {HEADS[step]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="figures align-top">
              {rents.slice(0, shown).map((rent) => (
                <Row key={`${rent.block}:${rent.logIndex}`} rent={rent} steps={steps} />
              ))}
            </tbody>
            <tfoot className="figures align-top font-semibold">
              <tr className="border-t-2 border-line">
                <th scope="row" className="py-2 pr-3 text-left">{rich`All${<Steps parts={inTotal} />}`}</th>
                <td className="py-2 text-right whitespace-nowrap sm:pr-3">{money(allOf(total))}</td>
                {steps.map((step) => (
                  <td key={step} className="hidden py-2 pl-3 text-right whitespace-nowrap sm:table-cell">
                    {money(inTotal[step])}
                  </td>
                ))}
              </tr>
            </tfoot>
          </table>
        </>
      )}
      {rents.length > shown && (
        <button
          type="button"
          className="button button-quiet mt-4"
          onClick={() => setShown(shown + 4 * PAGE)}
        >{t`Show earlier rents`}</button>
      )}
      <FormerLeases machine={machine} />
    </Sheet>
  );
}

function Row({ rent, steps }: { rent: RentPayment; steps: readonly Step[] }) {
  const { settlement } = useCoop();
  const parts = shownParts(rent, settlement);
  return (
    <tr className="border-b border-line">
      <th scope="row" className="py-2 pr-3 text-left font-normal">
        <span className="whitespace-nowrap">{formatDay(rent.at)}</span>
        <span className="small block text-muted">{rich`of member ${rent.lessee}`}</span>
        <Steps parts={parts} />
      </th>
      <td className="py-2 text-right whitespace-nowrap sm:pr-3">{formatCents(allOf(rent), settlement)}</td>
      {steps.map((step) => (
        <td key={step} className="hidden py-2 pl-3 text-right whitespace-nowrap text-muted sm:table-cell">
          {formatCents(parts[step], settlement)}
        </td>
      ))}
    </tr>
  );
}

/** On a narrow screen the steps stand below each other. */
function Steps({ parts }: { parts: Parts }) {
  const { settlement } = useCoop();
  return (
    <span className="small block font-normal text-muted sm:hidden">
      {STEPS.filter((step) => parts[step] > 0n).map((step) => (
        <span key={step} className="block">
          {HEADS[step]} {formatCents(parts[step], settlement)}
        </span>
      ))}
    </span>
  );
}

/** In whole cents, so that they add up. */
function shownParts(parts: Parts, unit: Parameters<typeof partsInCents>[1]): Parts {
  const shown = partsInCents(
    STEPS.map((step) => parts[step]),
    unit,
  );
  return Object.fromEntries(STEPS.map((step, i) => [step, shown[i] ?? 0n])) as Parts;
}

const allOf = ({ upkeep, coupon, principal, income }: Parts): bigint => upkeep + coupon + principal + income;

const added = (a: Parts, b: Parts): Parts => ({
  upkeep: a.upkeep + b.upkeep,
  coupon: a.coupon + b.coupon,
  principal: a.principal + b.principal,
  income: a.income + b.income,
});
