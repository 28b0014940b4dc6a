import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Machine } from "../../../../books/commons.ts";
import { bookValueAt } from "../../../../books/depreciation.ts";
import { leastBid } from "../../../../books/leases.ts";
import { t } from "../../../../books/say.ts";
import { useCommons } from "../../shared/chain/commons.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { coverageOf, timesCovered } from "../../shared/commons/coverage.ts";
import { titleOfMachine } from "../../shared/commons/naming.ts";
import { rentStanding, seriesStanding } from "../../shared/commons/standing.ts";
import { formatCents } from "../../shared/format/money.ts";
import { formatRate } from "../../shared/format/rate.ts";
import { formatDay, formatRelative } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { ROW_LINK } from "../../shared/motion/ListRow.tsx";
import { Chip } from "../../shared/ui/Chip.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { MACHINE_TONES, type MachineStanding, machineWords } from "./standing.ts";
import { everyPeriod } from "./words.ts";

type Props = { machine: Machine; standing: MachineStanding };

/** One machine in the list. */
export function MachineCard({ machine, standing }: Props) {
  const { coop } = useCoop();
  const { member } = useWallet();
  const own = member !== undefined && machine.lease?.lessee === member.id;
  return (
    <li className="sheet p-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="eyebrow figures">{rich`Machine ${machine.id}`}</span>
        <Chip tone={MACHINE_TONES[standing]}>{machineWords(machine, standing)}</Chip>
        {own && <Chip>{t`You lease it`}</Chip>}
      </div>
      <h3 className="mt-1.5 text-lg wrap-anywhere">
        <Link to="/machines/$id" params={{ id: String(machine.id) }} className={ROW_LINK}>
          {titleOfMachine(coop, machine)}
        </Link>
      </h3>
      <dl className="small mt-3 space-y-1.5">
        <Use machine={machine} />
        <Bonds machine={machine} />
        <Worth machine={machine} />
      </dl>
    </li>
  );
}

/** Who has it, for what, and whether it is paid; or what it waits for. */
function Use({ machine }: { machine: Machine }) {
  const { settlement, now } = useCoop();
  const { lease, auction, terms, state } = machine;
  const money = (amount: bigint) => formatCents(amount, settlement);
  if (lease) {
    const { is, unpaid, since, next } = rentStanding(lease, now);
    return (
      <>
        <Fact term={t`Leased by`}>{rich`member ${lease.lessee}`}</Fact>
        <Fact term={t`Rent`}>
          {money(lease.rent)} {everyPeriod(lease.rentPeriod)}
        </Fact>
        <Fact term={t`Paid`}>
          {since !== undefined ? (
            <span className="font-semibold text-bad">{rich`${money(unpaid)} late since ${formatDay(since)}`}</span>
          ) : is === "over" || !next ? (
            t`all of it`
          ) : (
            t`next on ${formatDay(next.at)}`
          )}
        </Fact>
      </>
    );
  }
  if (auction) {
    return (
      <>
        <Fact term={auction.kind === "rent" ? t`Best rent so far` : t`Best price so far`}>
          {auction.bids.length > 0
            ? money(auction.bids.at(-1)?.amount ?? 0n)
            : t`none; from ${money(leastBid(auction))}`}
        </Fact>
        <Fact term={now < auction.closesAt ? t`Closes` : t`Closed`}>{formatRelative(auction.closesAt, now)}</Fact>
      </>
    );
  }
  if (state === "ordered") {
    return (
      <>
        <Fact term={t`For`}>{rich`member ${terms.lessee}`}</Fact>
        <Fact term={t`Rent agreed`}>
          {money(terms.rent)} {everyPeriod(terms.rentPeriod)}
        </Fact>
      </>
    );
  }
  return state === "idle" ? <Fact term={t`Leased by`}>{t`nobody`}</Fact> : null;
}

function Bonds({ machine }: { machine: Machine }) {
  const { settlement, now } = useCoop();
  const { series } = useCommons();
  const bonds = series.get(machine.id);
  if (!bonds) return <Fact term={t`Bonds`}>{t`none, paid by the commons fund`}</Fact>;
  const words = {
    bids: t`bids until ${formatDay(bonds.terms.closesAt)}`,
    counting: t`being counted`,
    paying: t`${formatCents(bonds.units, settlement)} at ${formatRate(bonds.clearing?.rate ?? 0)}`,
    failed: t`failed, all handed back`,
    redeemed: t`repaid`,
    defaulted: t`not repaid in full`,
  }[seriesStanding(bonds, now)];
  const coverage = coverageOf(bonds, machine, now);
  const times = coverage && timesCovered(coverage);
  return (
    <>
      <Fact term={t`Bonds`}>{words}</Fact>
      {times && <Fact term={t`Rent covers the coupon`}>{times}</Fact>}
    </>
  );
}

function Worth({ machine }: { machine: Machine }) {
  const { settlement, now } = useCoop();
  const { state, gone, terms } = machine;
  if (gone)
    return <Fact term={t`Sold for`}>{gone.price === 0n ? "nothing" : formatCents(gone.price, settlement)}</Fact>;
  if (state === "ordered" || state === "cancelled") {
    return <Fact term={t`Price`}>{formatCents(terms.price, settlement)}</Fact>;
  }
  return <Fact term={t`Worth in the books`}>{formatCents(bookValueAt(machine, now), settlement)}</Fact>;
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="pair">
      <dt className="text-muted">{term}</dt>
      <dd className="figures">{children}</dd>
    </div>
  );
}
