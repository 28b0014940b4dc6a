import { Link } from "@tanstack/react-router";
import { t } from "../../../../books/say.ts";
import { useCommons } from "../../shared/chain/commons.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { CommonsTabs } from "../../shared/commons/CommonsTabs.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { DepositNote } from "./DepositNote.tsx";
import { MachineCard } from "./MachineCard.tsx";
import { GROUPS, machineStanding } from "./standing.ts";

/** Every machine that the members approved, by where it stands. */
export function MachinesPage() {
  const { coop, now } = useCoop();
  const { machines, series } = useCommons();
  const { member } = useWallet();
  const propose = member !== undefined && coop.windingUpSince === undefined;
  const all = [...machines.values()].map((machine) => ({
    machine,
    standing: machineStanding(machine, series.get(machine.id), now),
  }));
  return (
    <>
      <PageHead
        title={t`Machines`}
        lead={t`What the members hold together and let to whoever asked for it. The rent keeps it in order and pays its bonds; the rest is every member's, in equal parts.`}
      >
        {propose && <Link to="/proposals/new" className="button button-quiet">{t`Propose a machine`}</Link>}
      </PageHead>
      <CommonsTabs />
      <div className="space-y-8">
        <DepositNote />
        {all.length === 0 && (
          <Empty>{t`The co-op holds no machine yet. A member who needs one proposes it: what it costs, what rent it will pay. Once the members approve, bonds raise the money.`}</Empty>
        )}
        {GROUPS.map(({ title, standings }) => {
          const here = all.filter(({ standing }) => standings.includes(standing));
          if (here.length === 0) return null;
          return (
            <section key={title} aria-label={title}>
              <h2 className="mb-3 text-xl">{title}</h2>
              <ul className="grid gap-4 sm:grid-cols-2">
                {here.map(({ machine, standing }) => (
                  <MachineCard key={machine.id} machine={machine} standing={standing} />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </>
  );
}
