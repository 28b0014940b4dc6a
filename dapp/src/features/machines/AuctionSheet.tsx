import type { Auction, Machine } from "../../../../books/commons.ts";
import { leastBid } from "../../../../books/leases.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { centsUp, formatCents } from "../../shared/format/money.ts";
import { formatMoment, formatRelative } from "../../shared/format/time.ts";
import { Disclosure } from "../../shared/ui/Disclosure.tsx";
import { MemberName } from "../../shared/ui/MemberName.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { AuctionBidForm } from "./AuctionBidForm.tsx";
import { outcomeOf } from "./auction.ts";
import { everyPeriod } from "./words.ts";

/** A machine that nobody leases: it is offered, bid for, and given to the best bid (K6). */
export function AuctionSheet({ machine }: { machine: Machine }) {
  const { auction } = machine;
  return auction ? <Bids machine={machine} auction={auction} /> : <Offer machine={machine} />;
}

function Offer({ machine }: { machine: Machine }) {
  const { coop, modules } = useCoop();
  const act = useAct(`offer:${machine.id}`);
  const ending = coop.windingUpSince !== undefined;
  return (
    <Sheet title={t`Nobody leases it`}>
      <p className="mb-4">
        {ending
          ? t`The co-op is winding up, so it is sold: to members first, at no less than its value in the books. Anyone can open the bids.`
          : t`It goes to the member who bids the best rent. Anyone can open the bids, for fourteen days.`}
      </p>
      <ActButton
        act={act}
        label={ending ? t`Offer it for sale` : t`Offer it to the members`}
        call={() => ({
          address: modules.machines,
          abi: ABI_OF.machines as never,
          functionName: "offer",
          args: [BigInt(machine.id)],
        })}
      />
      <ActStatus act={act} done={t`Bids are open.`} />
    </Sheet>
  );
}

type Props = { machine: Machine; auction: Auction };

function Bids({ machine, auction }: Props) {
  const { coop, settlement, now } = useCoop();
  const { kind, toAnyone, bids, closesAt } = auction;
  const money = (amount: bigint) => formatCents(amount, settlement);
  const best = bids.at(-1);
  const open = now < closesAt;
  const period = everyPeriod(machine.terms.rentPeriod);
  return (
    <Sheet title={kind === "rent" ? t`Who needs it? Bids of a rent` : t`For sale: bids of a price`}>
      <div className="space-y-4">
        {best ? (
          <p>
            <span className="figures font-serif text-4xl">{money(best.amount)}</span>
            {kind === "rent" && <span className="text-muted"> {period}</span>}
            <span className="block">
              {open ? t`is the best bid, by ` : t`was the best bid, by `}
              <MemberName account={best.bidder} coop={coop} within />
            </span>
          </p>
        ) : (
          <p>
            {open ? t`Nobody has bid yet. ` : t`Nobody bid. `}
            {open &&
              t`The least bid is ${money(centsUp(leastBid(auction), settlement))}${kind === "rent" ? ` ${period}` : ""}.`}
          </p>
        )}
        <p className="text-muted">
          {open ? t`Bids close` : t`Bids closed`} {formatMoment(closesAt)}, {formatRelative(closesAt, now)}.
          {open &&
            t` A bid on the last day leaves everybody one more day. ${toAnyone ? t`Anyone can bid.` : t`Members can bid.`}`}
        </p>
        {open ? <AuctionBidForm machine={machine} auction={auction} /> : <Settle machine={machine} auction={auction} />}
        {bids.length > 0 && (
          <Disclosure label={bids.length === 1 ? t`The only bid` : t`All ${bids.length} bids`}>
            <ol className="small space-y-1">
              {[...bids].reverse().map(({ bidder, amount, at }) => (
                <li key={String(amount)} className="pair">
                  <span>
                    <MemberName account={bidder} coop={coop} />
                    <span className="text-muted">, {formatMoment(at)}</span>
                  </span>
                  <span className="figures">{money(amount)}</span>
                </li>
              ))}
            </ol>
          </Disclosure>
        )}
      </div>
    </Sheet>
  );
}

/** Closed: anyone ends it, and the words say what that does. */
function Settle({ machine, auction }: Props) {
  const { modules, settlement } = useCoop();
  const act = useAct(`settle:${machine.id}`);
  const best = formatCents(auction.bids.at(-1)?.amount ?? 0n, settlement);
  const floor = formatCents(auction.floor, settlement);
  const { words, label } = {
    let: {
      words: t`Anyone can close the matter: the lease begins at ${best}, and the deposit is its first rent.`,
      label: t`Let it to the best bid`,
    },
    sell: {
      words: t`Anyone can close the matter: the machine goes to the best bid. Its lenders are paid first, the rest is the commons'.`,
      label: t`Sell it to the best bid`,
    },
    "sell-next": {
      words: t`Nobody needs it, so it is offered for sale next: to members first, at no less than its value in the books.`,
      label: t`Offer it for sale`,
    },
    "anyone-next": {
      words: t`No member wants to buy it, so it is offered to anyone next, from ${floor}.`,
      label: t`Offer it to anyone`,
    },
    nothing: {
      words: t`Nobody wants to buy it at this price. It can be offered for rent again; to sell it for less takes a resolution of the members.`,
      label: t`Close the bids`,
    },
  }[outcomeOf(auction)];
  return (
    <div>
      <p className="mb-3">{words}</p>
      <ActButton
        act={act}
        label={label}
        call={() => ({
          address: modules.machines,
          abi: ABI_OF.machines as never,
          functionName: "settle",
          args: [BigInt(machine.id)],
        })}
      />
      <ActStatus act={act} />
    </div>
  );
}
