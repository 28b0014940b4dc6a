import { Link } from "@tanstack/react-router";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { asName } from "../../shared/format/lookalikes.ts";
import { formatCents } from "../../shared/format/money.ts";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { fundFigures } from "./fundFigures.ts";

/** The co-op in figures: its members by class, its funds. */
export function Figures() {
  const { coop, settlement } = useCoop();
  const { member } = useWallet();
  const active = [...coop.members.values()].filter(({ status }) => status === "active");
  const most = Math.max(1, ...coop.classes.map(({ index }) => active.filter((m) => m.class === index).length));
  const asset = settlement.address.toLowerCase();
  const figures = fundFigures([...coop.funds].map(([fund, held]) => [fund, held.get(asset) ?? 0n]));
  return (
    <Sheet title={t`The co-op in figures`}>
      {/* A visitor reads it above. */}
      {member && coop.purpose && (
        <p className="mb-5 border-b border-line pb-4 wrap-anywhere">
          <span className="small block text-muted">{t`What this co-op is for`}</span>
          {asName(coop.purpose)}
        </p>
      )}
      <h3 className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 text-base">
        <Link to="/members" className="link">{t`Members`}</Link>
        <span className="figures text-2xl">{active.length}</span>
      </h3>
      <ul className="mb-6 space-y-2">
        {coop.classes.map(({ index, name }) => {
          const count = active.filter((member) => member.class === index).length;
          return (
            <li key={index} className="grid grid-cols-[6.5rem_1fr_2rem] items-center gap-3">
              <span className="truncate">{name}</span>
              <span aria-hidden="true" className="h-2 rounded-full bg-sunken">
                <span className="block h-full rounded-full bg-act" style={{ width: `${(count / most) * 100}%` }} />
              </span>
              <span className="figures text-right">{count}</span>
            </li>
          );
        })}
      </ul>
      <h3 className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 text-base">
        <Link to="/treasury" className="link">{t`Funds`}</Link>
        <span className="figures text-2xl">{formatCents(coop.booked.get(asset) ?? 0n, settlement)}</span>
      </h3>
      <dl className="space-y-1.5">
        {figures.map(([name, amount]) => (
          <div key={name} className="flex justify-between gap-4">
            <dt>{name}</dt>
            <dd className="figures">{formatCents(amount, settlement)}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
