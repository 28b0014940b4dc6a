import { useState } from "react";
import type { Address } from "viem";
import { suspensionOf } from "../../../../books/apply/suspensions.ts";
import type { Auction, Machine } from "../../../../books/commons.ts";
import { leastBid } from "../../../../books/leases.ts";
import { t } from "../../../../books/say.ts";
import { PaySteps } from "../../shared/act/PaySteps.tsx";
import { PurseGate } from "../../shared/act/PurseGate.tsx";
import { NO_PERMIT } from "../../shared/act/permit.ts";
import type { Purse } from "../../shared/act/usePurse.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCommons } from "../../shared/chain/commons.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { bidsStoppedUntil } from "../../shared/commons/standing.ts";
import { centsUp, formatCents, formatMoney, parseMoney, unitName } from "../../shared/format/money.ts";
import { formatMoment } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { Note } from "../../shared/ui/Note.tsx";
import { NumberField } from "../../shared/ui/NumberField.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { dueFor, mistakeInAuctionBid } from "./auction.ts";
import { debtsOf, whyNoBid } from "./standing.ts";
import { everyPeriod } from "./words.ts";

type Props = { machine: Machine; auction: Auction };

/** A bid of a rent, of which one period is held as a deposit; or of a price, all of which is. */
export function AuctionBidForm({ machine, auction }: Props) {
  const { coop, now } = useCoop();
  const commons = useCommons();
  const { address, member } = useWallet();
  const stopped = bidsStoppedUntil(commons, now);
  const why =
    address &&
    whyNoBid(auction, {
      memberId: member?.id,
      debts: member ? debtsOf(commons, member.id) : 0n,
      suspended: member !== undefined && suspensionOf(coop, member.id, now) !== undefined,
    });
  if (stopped !== undefined) {
    return (
      <Note tone="wait">{rich`A guardian stopped new bids until ${formatMoment(stopped)}. It ends by itself.`}</Note>
    );
  }
  if (why) return <p className="text-muted">{why}</p>;
  return (
    <PurseGate ask={t`Connect a wallet to bid`}>
      {(account, purse) => <Fields machine={machine} auction={auction} account={account} purse={purse} />}
    </PurseGate>
  );
}

function Fields({ machine, auction, account, purse }: Props & { account: Address; purse: Purse }) {
  const { modules, settlement } = useCoop();
  const [written, setWritten] = useState("");
  const money = (sum: bigint) => formatMoney(centsUp(sum, settlement), settlement);
  const amount = parseMoney(written, settlement);
  const mistake = written.trim() === "" ? undefined : mistakeInAuctionBid(auction, account, amount, purse.money, money);
  const leads = auction.bids.at(-1)?.bidder.toLowerCase() === account.toLowerCase();
  const rent = auction.kind === "rent";
  return (
    <div className="space-y-4">
      {leads && (
        <Note tone="good">{rich`Yours is the best bid. If nobody bids more, the machine is yours to ${rent ? t`use` : t`take`}.`}</Note>
      )}
      <NumberField
        label={
          rent
            ? t`Rent you would pay ${everyPeriod(machine.terms.rentPeriod)}, in ${unitName(settlement)}`
            : t`Price, in ${unitName(settlement)}`
        }
        hint={t`At least ${money(leastBid(auction))}. You have ${formatCents(purse.money, settlement)}.`}
        error={mistake}
        value={written}
        onChange={setWritten}
      />
      {amount !== undefined && !mistake && (
        <PaySteps
          name={`auction:${machine.id}`}
          cost={dueFor(auction, account, amount)}
          purse={purse}
          label={t`Bid ${money(amount)}`}
          done={t`Yours is the best bid.`}
          onDone={() => setWritten("")}
          call={(signed) => ({
            address: modules.machines,
            abi: ABI_OF.machines as never,
            functionName: "bid",
            args: [BigInt(machine.id), amount, ...(signed ? [] : [NO_PERMIT])],
          })}
        />
      )}
      <p className="small text-muted">
        {rent
          ? t`The rent of one period is held as a deposit. If your bid is the best, it is your first rent, and the lease runs for ${machine.terms.periods} periods. If somebody bids more, you get it back.`
          : t`The price is held as a deposit. If somebody bids more, you get it back. A machine that is sold leaves the commons: its lenders are paid from the price first, and the rest goes to the commons fund.`}
      </p>
    </div>
  );
}
