import type { ReactNode } from "react";
import type { Address } from "viem";
import { recoveryOf } from "../../../../books/apply/recoveries.ts";
import type { Series } from "../../../../books/commons.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { centOf, formatCents } from "../../shared/format/money.ts";
import { formatRate } from "../../shared/format/rate.ts";
import { rich } from "../../shared/language/rich.ts";
import { personOf } from "../../shared/membership/persons.ts";
import { Note } from "../../shared/ui/Note.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { type Holding, holdingIn } from "./holding.ts";
import { SendUnits } from "./SendUnits.tsx";
import { WhyCoupons } from "./WhyCoupons.tsx";

/** What the person who is here lent, got, and can collect. */
export function HoldingSheet({ series }: { series: Series }) {
  const { address, connect } = useWallet();
  if (series.state === "bidding") return null;
  if (!address) {
    if (series.state === "failed") return null;
    return (
      <Sheet title={t`Your bonds`}>
        <p>{rich`${<button type="button" className="link" onClick={connect}>{t`Connect your wallet`}</button>} to see whether you hold some.`}</p>
      </Sheet>
    );
  }
  const holding = holdingIn(series, address);
  const never = holding.units === 0n && holding.coupons === 0n && holding.repaid === 0n && holding.coupon === 0n;
  if (never && !holding.bid) {
    if (series.state !== "live") return null;
    return (
      <Sheet title={t`Your bonds`}>
        <p className="text-muted">{t`You hold none of these. Bids are closed; a member who has some can send them to you.`}</p>
      </Sheet>
    );
  }
  return <Held series={series} account={address} holding={holding} />;
}

function Held({ series, account, holding }: { series: Series; account: Address; holding: Holding }) {
  const { coop, settlement, now } = useCoop();
  const money = (amount: bigint) => formatCents(amount, settlement);
  const { units, coupons, repaid, bid } = holding;
  const person = personOf(coop, account);
  const recovering = person !== undefined && recoveryOf(coop, person.id, now) !== undefined;
  return (
    <Sheet title={t`Your bonds`}>
      {units > 0n && (
        <p className="mb-4">
          <span className="figures font-serif text-4xl">{money(units)}</span>
          <span className="block text-muted">{rich`lent at ${formatRate(series.clearing?.rate ?? 0)} a year`}</span>
        </p>
      )}
      <dl className="space-y-1.5">
        {bid && bid.offered > 0n && (
          <Fact term={t`You bid`}>{t`${money(bid.offered)} at ${formatRate(bid.rate)} or more`}</Fact>
        )}
        {bid?.units !== undefined && <Fact term={t`of which became bonds`}>{money(bid.units)}</Fact>}
        {bid && bid.refunded > 0n && <Fact term={t`handed back to you`}>{money(bid.refunded)}</Fact>}
        {coupons > 0n && <Fact term={t`coupons you collected`}>{formatCents(coupons, settlement)}</Fact>}
        {repaid > 0n && <Fact term={t`principal you got back`}>{money(repaid)}</Fact>}
      </dl>
      {bid && series.state === "allotting" && bid.units === undefined && (
        <p className="small mt-3 text-muted">{t`Your bid is not turned into bonds yet; anyone may do that, you too.`}</p>
      )}
      {recovering ? (
        <div className="mt-4">
          <Note tone="wait">{t`Somebody asked for your membership. Nothing of it is handed out until that is decided.`}</Note>
        </div>
      ) : (
        <Collect series={series} account={account} holding={holding} />
      )}
      <WhyCoupons series={series} account={account} holding={holding} />
      {units > 0n && series.state === "live" && !recovering && (
        <SendUnits series={series} account={account} units={units} />
      )}
    </Sheet>
  );
}

/** Coupons and principal, and what the bid did not use. */
function Collect({ series, account, holding }: { series: Series; account: Address; holding: Holding }) {
  const { modules, settlement } = useCoop();
  const claim = useAct(`claim:${series.id}`);
  const back = useAct(`refund-own:${series.id}`);
  const { coupon, principal, refund, units } = holding;
  const due = coupon + principal;
  const bonds = { address: modules.bonds, abi: ABI_OF.bonds as never };
  const money = (amount: bigint) => formatCents(amount, settlement);
  const cents = formatCents(due, settlement);
  return (
    <div className="mt-4 space-y-3">
      {(due >= centOf(settlement) || principal > 0n) && (
        <div className="rounded-xl bg-good-soft p-4">
          <p className="mb-3 text-good">
            <strong>{rich`${cents} is there for you`}</strong>
            {principal > 0n &&
              t`: ${formatCents(coupon, settlement)} in coupons and ${money(principal)} of what you lent`}
            {principal > 0n && principal < units && t`, which is all that the machine brought for your ${money(units)}`}
            .
          </p>
          <ActButton
            act={claim}
            label={t`Collect ${cents}`}
            call={() => ({ ...bonds, functionName: "claim", args: [BigInt(series.id), account] })}
          />
        </div>
      )}
      <ActStatus act={claim} done={t`The money is in your account.`} />
      {refund > 0n && (
        <div className="rounded-xl bg-good-soft p-4">
          <p className="mb-3 text-good">
            <strong>{rich`${money(refund)} of your bid was not used.`}</strong>
          </p>
          <ActButton
            act={back}
            label={t`Take ${money(refund)} back`}
            call={() => ({ ...bonds, functionName: "refund", args: [BigInt(series.id), [account]] })}
          />
        </div>
      )}
      <ActStatus act={back} done={t`The money is in your account.`} />
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
