import { Link } from "@tanstack/react-router";
import type { Machine, Series } from "../../../../books/commons.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { sameAddress } from "../../shared/format/address.ts";
import { formatCents } from "../../shared/format/money.ts";
import { formatDay } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { TREASURER } from "../../shared/motion/offices.ts";
import { Address } from "../../shared/ui/Address.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { buyBy, machineStanding, mayBeCancelled } from "./standing.ts";

type Props = { machine: Machine; series: Series | undefined };

/** From the approval to the handover. */
export function PurchaseSheet({ machine, series }: Props) {
  const { coop, modules, settlement, now } = useCoop();
  const { address } = useWallet();
  const buy = useAct(`buy-machine:${machine.id}`);
  const cancel = useAct(`cancel-machine:${machine.id}`);
  const standing = machineStanding(machine, series, now);
  const price = formatCents(machine.terms.price, settlement);
  const isTreasurer =
    address !== undefined &&
    coop.offices.some(({ role, account, until }) => role === TREASURER && sameAddress(account, address) && now < until);
  const call = (functionName: string) => () => ({
    address: modules.machines,
    abi: ABI_OF.machines as never,
    functionName,
    args: [BigInt(machine.id)],
  });
  return (
    <Sheet title={t`The purchase`}>
      <div className="space-y-4">
        {(standing === "bids" || standing === "counting") && (
          <>
            <p>
              {standing === "bids"
                ? t`Bonds are on offer for it. Nothing is bought before all of the money is there.`
                : t`Bidding has closed; the bids are still to be counted and turned into bonds.`}
            </p>
            <Link to="/bonds/$series" params={{ series: String(machine.id) }} className="button button-main">
              {standing === "bids" ? t`Lend for it` : t`Go to its bonds`}
            </Link>
          </>
        )}
        {standing === "to-buy" && (
          <>
            <p>{rich`All of the money is there. Once the machine was handed over, the treasurer pays the seller ${price}, and the lease of member ${machine.terms.lessee} begins.`}</p>
            <p className="small text-muted">{rich`The seller's account: ${<Address value={machine.terms.seller} />}`}</p>
            {isTreasurer ? (
              <ActButton act={buy} label={t`The machine was handed over: pay the seller`} call={call("buy")} />
            ) : (
              <p className="small text-muted">{rich`Only the treasurer can do that, until ${formatDay(buyBy(machine, series))}. After that day anyone can cancel it, and lenders get their money back.`}</p>
            )}
          </>
        )}
        {standing === "not-funded" && (
          <p>{t`Its bonds did not raise the money, so it is not bought. Lenders get all of their money back.`}</p>
        )}
        {mayBeCancelled(machine, series, now, coop.windingUpSince !== undefined) && (
          <>
            {standing === "to-buy" && (
              <p>{t`It was not bought in time. Anyone can cancel it now: lenders get all of their money back, at par.`}</p>
            )}
            <ActButton act={cancel} quiet label={t`Cancel the purchase`} call={call("cancel")} />
            <p className="small text-muted">{t`What the commons fund had set aside for it goes back there.`}</p>
          </>
        )}
        <ActStatus act={buy} done={t`The seller is paid, and the machine is the co-op's.`} />
        <ActStatus act={cancel} done={t`The purchase is cancelled.`} />
      </div>
    </Sheet>
  );
}
