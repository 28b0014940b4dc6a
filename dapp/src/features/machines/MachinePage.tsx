import { getRouteApi, Link } from "@tanstack/react-router";
import type { Machine, Series } from "../../../../books/commons.ts";
import { t } from "../../../../books/say.ts";
import { useCommons } from "../../shared/chain/commons.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { resolutionOf, titleOfMachine } from "../../shared/commons/naming.ts";
import { rentStanding } from "../../shared/commons/standing.ts";
import { rich } from "../../shared/language/rich.ts";
import type { NextEvent } from "../../shared/motion/stages.ts";
import { useSayUpcoming } from "../../shared/motion/upcoming.ts";
import { ArticleHead } from "../../shared/ui/ArticleHead.tsx";
import { Chip } from "../../shared/ui/Chip.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { ApprovedSheet } from "./ApprovedSheet.tsx";
import { AuctionSheet } from "./AuctionSheet.tsx";
import { DepositNote } from "./DepositNote.tsx";
import { LeaseSheet } from "./LeaseSheet.tsx";
import { PurchaseSheet } from "./PurchaseSheet.tsx";
import { RentSheet } from "./RentSheet.tsx";
import { RentsSheet } from "./RentsSheet.tsx";
import { debtorsOf } from "./renting.ts";
import { MACHINE_TONES, machineStanding, machineWords } from "./standing.ts";
import { ValueSheet } from "./ValueSheet.tsx";

const route = getRouteApi("/machines/$id");

export function MachinePage() {
  const { id } = route.useParams();
  const { machines, series } = useCommons();
  const machine = machines.get(Number(id));
  return machine ? <MachineView machine={machine} series={series.get(machine.id)} /> : <Missing id={id} />;
}

function Missing({ id }: { id: string }) {
  return (
    <>
      <PageHead title={t`There is no machine ${id}`} lead={t`Perhaps the address was cut off.`} />
      <Link to="/machines" className="button button-quiet">{t`All machines`}</Link>
    </>
  );
}

type Props = { machine: Machine; series: Series | undefined };

function MachineView({ machine, series }: Props) {
  const { coop, now } = useCoop();
  const { member } = useWallet();
  const standing = machineStanding(machine, series, now);
  const resolution = resolutionOf(coop, machine);
  const own = member !== undefined && machine.lease?.lessee === member.id;
  const lessee = machine.lease?.lessee ?? machine.terms.lessee;
  useSayUpcoming(upcomingOf(machine, series, now));
  return (
    <article>
      <ArticleHead
        list={{ to: "/machines", label: t`All machines` }}
        eyebrow={t`Machine ${machine.id}`}
        title={titleOfMachine(coop, machine)}
        chips={
          <>
            <Chip tone={MACHINE_TONES[standing]}>{machineWords(machine, standing)}</Chip>
            {own && <Chip>{t`You lease it`}</Chip>}
          </>
        }
      >{rich`${machine.lease ? t`Leased by` : t`Asked for by`} member ${lessee}${resolution && rich`, approved by ${<Link to="/proposals/$number" params={{ number: String(resolution.number) }} className="link">{rich`resolution No. ${resolution.number}`}</Link>}`}.`}</ArticleHead>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem] lg:grid-rows-[auto_1fr]">
        <div className="space-y-6 empty:hidden lg:col-start-2">
          <DepositNote />
          {machine.state === "ordered" && <PurchaseSheet machine={machine} series={series} />}
          {machine.state === "idle" && <AuctionSheet machine={machine} />}
          {machine.lease && <LeaseSheet machine={machine} lease={machine.lease} />}
          {debtorsOf(machine, now).length > 0 && <RentSheet machine={machine} series={series} />}
        </div>
        <div className="space-y-6 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          {machine.boughtAt !== undefined && <RentsSheet machine={machine} series={series} />}
          {machine.boughtAt !== undefined && <ValueSheet machine={machine} series={series} />}
          <ApprovedSheet machine={machine} series={series} />
        </div>
      </div>
    </article>
  );
}

/** What the clock brings next. */
function upcomingOf(machine: Machine, series: Series | undefined, now: number): NextEvent | undefined {
  const { lease, auction, state } = machine;
  if (lease) {
    const { next, since, endsAt, is } = rentStanding(lease, now);
    if (since !== undefined && is === "late") return { at: endsAt, label: t`the grace is over` };
    return next && { at: next.at, label: t`the next rent is due` };
  }
  if (auction && now < auction.closesAt) return { at: auction.closesAt, label: t`bids have closed` };
  if (state === "ordered" && series?.state === "bidding" && now < series.terms.closesAt) {
    return { at: series.terms.closesAt, label: t`bidding has closed` };
  }
  return undefined;
}
