import type { ReactNode } from "react";
import type { Lease, Machine } from "../../../../books/commons.ts";
import { leaseEnds, rentDue } from "../../../../books/leases.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { rentStanding } from "../../shared/commons/standing.ts";
import { formatCents } from "../../shared/format/money.ts";
import { formatDay, formatMoment, formatRelative, formatSpan } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { memberName } from "../../shared/motion/names.ts";
import { Chip } from "../../shared/ui/Chip.tsx";
import { Disclosure } from "../../shared/ui/Disclosure.tsx";
import { Note } from "../../shared/ui/Note.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { missingToGiveBack } from "./renting.ts";
import { everyPeriod } from "./words.ts";

type Props = { machine: Machine; lease: Lease };

/** Who leases it, how far the rent is paid, and how the lease ends. */
export function LeaseSheet({ machine, lease }: Props) {
  const { coop, settlement, now } = useCoop();
  const { member } = useWallet();
  const money = (amount: bigint) => formatCents(amount, settlement);
  const { is, unpaid, since, next, endsAt } = rentStanding(lease, now);
  const lessee = coop.members.get(lease.lessee);
  const own = member?.id === lease.lessee;
  return (
    <Sheet title={own ? t`Your lease` : t`The lease`} aside={<RentChip is={is} />}>
      <dl className="space-y-1.5">
        <Fact term={t`Leased by`}>{lessee ? memberName(lessee, coop) : t`member ${lease.lessee}`}</Fact>
        <Fact term={t`Rent`}>
          {money(lease.rent)} {everyPeriod(lease.rentPeriod)}
        </Fact>
        <Fact term={t`Fell due so far`}>{money(rentDue(lease, now))}</Fact>
        <Fact term={t`Paid`}>{money(lease.paid)}</Fact>
        {unpaid > 0n && <Fact term={t`Late`}>{money(unpaid)}</Fact>}
        {next && (
          <Fact
            term={t`Next rent`}
          >{rich`${next.amount === 0n ? t`paid ahead` : money(next.amount)} on ${formatDay(next.at)}`}</Fact>
        )}
        <Fact term={t`Term`}>{rich`${formatDay(lease.startedAt)} to ${formatDay(leaseEnds(lease))}`}</Fact>
      </dl>
      {since !== undefined && is === "late" && (
        <div className="mt-4">
          <Note tone="bad">{rich`Rent has been late since ${formatMoment(since)}. If it is not paid by ${formatMoment(endsAt)}, ${formatRelative(endsAt, now)}, anyone can end the lease, and the machine goes to whoever bids the best rent.`}</Note>
        </div>
      )}
      <EndOfLease machine={machine} lease={lease} own={own} />
    </Sheet>
  );
}

function RentChip({ is }: Pick<ReturnType<typeof rentStanding>, "is">) {
  const chips = {
    paid: { tone: "good", words: t`Paid` },
    soon: { tone: "coming", words: t`Due soon` },
    late: { tone: "bad", words: t`Late` },
    forfeit: { tone: "bad", words: t`Late beyond the grace` },
    over: { tone: "coming", words: t`Over` },
  } as const;
  return <Chip tone={chips[is].tone}>{chips[is].words}</Chip>;
}

/** By its lessee, who has paid; or by anyone, once its term is over or its rent too late. */
function EndOfLease({ machine, lease, own }: Props & { own: boolean }) {
  const { modules, settlement, now } = useCoop();
  const end = useAct(`end-lease:${machine.id}`);
  const giveBack = useAct(`give-back:${machine.id}`);
  const { is, unpaid, endsAt } = rentStanding(lease, now);
  const missing = missingToGiveBack(lease, now);
  const money = (amount: bigint) => formatCents(amount, settlement);
  const call = (functionName: string) => () => ({
    address: modules.machines,
    abi: ABI_OF.machines as never,
    functionName,
    args: [BigInt(machine.id)],
  });
  const ends = is === "over" || is === "forfeit";
  return (
    <div className="mt-4 space-y-3 empty:hidden">
      {ends && (
        <>
          <p>{rich`${
            is === "over"
              ? t`The term is over. Anyone can end the lease.`
              : t`The rent is late beyond the grace of ${formatSpan(lease.grace)}, since ${formatMoment(endsAt)}. Anyone can end the lease.`
          } The machine is then offered to the members again${unpaid > 0n && t`; the ${money(unpaid)} stay the lessee's debt`}.`}</p>
          <ActButton act={end} label={t`End the lease`} call={call("endLease")} />
        </>
      )}
      <ActStatus act={end} done={t`The lease has ended.`} />
      {own && !ends && (
        <Disclosure label={t`Give the machine back before the term`}>
          {missing > 0n ? (
            <p>{rich`You can give it back once the rent is paid to the end of this period: ${money(missing)} are missing. Later rents are not owed then.`}</p>
          ) : (
            <>
              <p className="mb-3">{t`All rent is paid to the end of this period. Giving it back ends the lease at once, and no later rent is owed.`}</p>
              <ActButton act={giveBack} quiet label={t`Give it back`} call={call("giveBack")} />
            </>
          )}
        </Disclosure>
      )}
      <ActStatus act={giveBack} done={t`You gave it back.`} />
    </div>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="pair">
      <dt className="text-muted">{term}</dt>
      <dd className="figures">{children}</dd>
    </div>
  );
}
