import { useState } from "react";
import type { Address } from "viem";
import { zeroAddress } from "viem";
import type { Series } from "../../../../books/commons.ts";
import { t } from "../../../../books/say.ts";
import { PaySteps } from "../../shared/act/PaySteps.tsx";
import { PurseGate } from "../../shared/act/PurseGate.tsx";
import { NO_PERMIT } from "../../shared/act/permit.ts";
import type { Purse } from "../../shared/act/usePurse.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCommons } from "../../shared/chain/commons.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { bidsStoppedUntil } from "../../shared/commons/standing.ts";
import { formatCents, formatMoney, moneyInField, parseMoney, unitName } from "../../shared/format/money.ts";
import { formatRate } from "../../shared/format/rate.ts";
import { formatMoment } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { Field } from "../../shared/ui/Field.tsx";
import { Note } from "../../shared/ui/Note.tsx";
import { NumberField } from "../../shared/ui/NumberField.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { ifItClosedNow, mistakeInBid, ratesFor } from "./order-book.ts";
import { RiskNote } from "./RiskNote.tsx";

/** Lends money for the machine: an amount, and the lowest rate that one accepts (K2). */
export function BidSheet({ series }: { series: Series }) {
  const { coop, settlement, now } = useCoop();
  const commons = useCommons();
  const { address, member } = useWallet();
  const former = address && series.bids.get(address.toLowerCase());
  const stopped = bidsStoppedUntil(commons, now);
  const guest = !member && commons.recognised.size > 0;
  return (
    <Sheet title={former ? t`Your bid` : t`Lend for it`}>
      {former && (
        <p className="mb-4">{rich`You offer ${<strong className="figures">{formatMoney(former.offered, settlement)}</strong>} at ${<strong className="figures">{formatRate(former.rate)}</strong>} or more. You can add to it or accept a lower rate, until ${formatMoment(series.terms.closesAt)}. It can not be taken back before.`}</p>
      )}
      {coop.windingUpSince !== undefined ? (
        <Note tone="wait">{t`The co-op is winding up: no bids are taken, and what was bid is handed back.`}</Note>
      ) : stopped !== undefined ? (
        <Note tone="wait">{rich`A guardian stopped new bids until ${formatMoment(stopped)}. It ends by itself.`}</Note>
      ) : address && !member && !guest ? (
        <p className="text-muted">{t`Members lend to their co-op. The account in your wallet is not a member's.`}</p>
      ) : (
        <PurseGate ask={t`Connect a wallet to bid`}>
          {(account, purse) => (
            <BidFields
              key={`${account}:${former?.offered}:${former?.rate}`}
              series={series}
              account={account}
              purse={purse}
            />
          )}
        </PurseGate>
      )}
      <div className="mt-5">
        <RiskNote />
      </div>
    </Sheet>
  );
}

type FieldsProps = { series: Series; account: Address; purse: Purse };

function BidFields({ series, account, purse }: FieldsProps) {
  const { modules, settlement } = useCoop();
  const former = series.bids.get(account.toLowerCase());
  const [written, setWritten] = useState(former ? moneyInField(former.offered, settlement) : "");
  const [rate, setRate] = useState(former?.rate ?? series.terms.highestRate);
  const money = (amount: bigint) => formatMoney(amount, settlement);
  const amount = parseMoney(written, settlement);
  const standing = { former, minimum: series.terms.minimumBid, money: purse.money };
  const mistake = mistakeInBid(amount, rate, standing, money);
  const untouched = written.trim() === "" || (former && amount === former.offered && rate === former.rate);
  const added = (amount ?? 0n) - (former?.offered ?? 0n);
  const home = useHome(account);
  const rates = ratesFor(series, former);
  return (
    <div className="space-y-4">
      <NumberField
        label={former ? t`All that you offer, in ${unitName(settlement)}` : t`How much, in ${unitName(settlement)}`}
        hint={t`At least ${money(series.terms.minimumBid)}. You have ${formatCents(purse.money, settlement)}.`}
        error={untouched ? undefined : mistake}
        value={written}
        onChange={setWritten}
      />
      {rates.length > 1 ? (
        <Field
          label={t`Lowest rate you accept`}
          hint={t`A lower rate is taken sooner. What you get is the rate that clears, the same for everybody, never less than this.`}
        >
          {(ids) => (
            <select
              {...ids}
              className="field figures"
              value={rate}
              onChange={(event) => setRate(Number(event.target.value))}
            >
              {rates.map((one) => (
                <option key={one} value={one}>{rich`${formatRate(one)} a year`}</option>
              ))}
            </select>
          )}
        </Field>
      ) : (
        <p>{rich`The rate is ${<strong className="figures">{rich`${formatRate(rate)} a year`}</strong>}${former ? t`, the lowest that can be bid.` : t`, the same for everybody.`}`}</p>
      )}
      {home.field}
      {!untouched && !mistake && amount !== undefined && (
        <>
          <Foresight series={series} bid={{ bidder: account, amount, rate }} />
          <PaySteps
            name={`bid:${series.id}`}
            cost={added}
            purse={purse}
            label={former ? t`Improve my bid` : t`Bid ${money(amount)}`}
            done={t`Your bid counts.`}
            call={(signed) => ({
              address: modules.bonds,
              abi: ABI_OF.bonds as never,
              functionName: "bid",
              args: [BigInt(series.id), amount, rate, home.register, ...(signed ? [] : [NO_PERMIT])],
            })}
          />
        </>
      )}
      <p className="small text-muted">{t`A bid may be improved until the close, never withdrawn. Your money waits in the treasury meanwhile, and what is not used is handed back to you.`}</p>
    </div>
  );
}

/** What the bid would become if nobody else moved. */
function Foresight({ series, bid }: { series: Series; bid: { bidder: string; amount: bigint; rate: number } }) {
  const { settlement } = useCoop();
  const result = ifItClosedNow(series, bid);
  const words = !result
    ? t`the target would still be missed, and you would get everything back.`
    : result.units === 0n
      ? t`it would clear at ${formatRate(result.rate)} without you, and you would get everything back.`
      : t`you would lend ${formatCents(result.units, settlement)} at ${formatRate(result.rate)}${result.refund > 0n ? t`, and get ${formatCents(result.refund, settlement)} back` : ""}.`;
  return <p className="rounded-xl bg-sunken p-4" role="status">{rich`If bidding closed now, ${words}`}</p>;
}

/** Members of a recognised co-op say once which one is theirs (K2). */
function useHome(account: Address) {
  const { recognised, introduced } = useCommons();
  const { member } = useWallet();
  const [chosen, setChosen] = useState<string>([...recognised][0] ?? zeroAddress);
  const known = recognised.has(introduced.get(account.toLowerCase())?.toLowerCase() ?? "");
  if (member || known || recognised.size === 0) return { register: zeroAddress, field: null };
  const field = (
    <Field
      label={t`The co-op you belong to`}
      hint={t`Members of these co-ops may lend here too, by its member register.`}
    >
      {(ids) => (
        <select {...ids} className="field" value={chosen} onChange={(event) => setChosen(event.target.value)}>
          {[...recognised].map((register) => (
            <option key={register} value={register}>
              {register}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  return { register: chosen as Address, field };
}
