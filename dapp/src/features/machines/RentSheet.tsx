import { useState } from "react";
import type { Address } from "viem";
import type { Machine, Series } from "../../../../books/commons.ts";
import { waterfallOf } from "../../../../books/leases.ts";
import { t } from "../../../../books/say.ts";
import { PaySteps } from "../../shared/act/PaySteps.tsx";
import { PurseGate } from "../../shared/act/PurseGate.tsx";
import { NO_PERMIT } from "../../shared/act/permit.ts";
import type { Purse } from "../../shared/act/usePurse.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCommons } from "../../shared/chain/commons.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents, moneyInField, parseMoney, unitName } from "../../shared/format/money.ts";
import { rich } from "../../shared/language/rich.ts";
import { Field } from "../../shared/ui/Field.tsx";
import { NumberField } from "../../shared/ui/NumberField.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { type Debtor, debtorsOf, likelyAmounts, mistakeInRent } from "./renting.ts";
import { Split } from "./Split.tsx";

type Props = { machine: Machine; series: Series | undefined };

const LABELS = { late: t`What is late`, next: t`The next rent`, both: t`Late and next` };

/** Pays rent, for oneself or anybody; shows before paying who gets what. */
export function RentSheet({ machine, series }: Props) {
  const { now } = useCoop();
  const { member } = useWallet();
  const debtors = debtorsOf(machine, now);
  const [chosen, choose] = useState<number>();
  const debtor =
    debtors.find(({ lessee }) => lessee === chosen) ??
    debtors.find(({ lessee }) => lessee === member?.id) ??
    debtors[0];
  if (!debtor) return null;
  const own = debtor.lessee === member?.id;
  return (
    <Sheet title={debtor.leases ? t`Pay rent` : t`Pay what is owed`}>
      <div className="space-y-4">
        {debtors.length > 1 && (
          <Field label={t`For whom`}>
            {(ids) => (
              <select
                {...ids}
                className="field"
                value={debtor.lessee}
                onChange={(event) => choose(Number(event.target.value))}
              >
                {debtors.map(({ lessee, leases }) => (
                  <option
                    key={lessee}
                    value={lessee}
                  >{rich`Member ${lessee}, ${leases ? t`who leases it` : t`who leased it before`}`}</option>
                ))}
              </select>
            )}
          </Field>
        )}
        {!own && (
          <p className="small text-muted">
            {debtor.leases
              ? t`Anyone can pay it for member ${debtor.lessee}.`
              : t`Member ${debtor.lessee} leased the machine before and still owes this. Anyone can pay it.`}
          </p>
        )}
        <PurseGate ask={t`Connect a wallet to pay`}>
          {(_, purse) => (
            <RentFields
              key={`${debtor.lessee}:${debtor.late}:${debtor.next}`}
              machine={machine}
              series={series}
              debtor={debtor}
              purse={purse}
            />
          )}
        </PurseGate>
      </div>
    </Sheet>
  );
}

type FieldsProps = Props & { debtor: Debtor; purse: Purse };

function RentFields({ machine, series, debtor, purse }: FieldsProps) {
  const { modules, settlement, now } = useCoop();
  const commons = useCommons();
  const likely = likelyAmounts(debtor);
  const { member } = useWallet();
  const first = debtor.lessee === member?.id ? likely[0] : undefined;
  const [written, setWritten] = useState(first ? moneyInField(first.amount, settlement) : "");
  const money = (amount: bigint) => formatCents(amount, settlement);
  const amount = parseMoney(written, settlement);
  const mistake = written.trim() === "" ? undefined : mistakeInRent(amount, debtor, purse.money, money);
  const upkeepShare = (debtor.leases ? machine.lease : undefined)?.upkeepShare ?? machine.terms.upkeepShare;
  const members = commons.memberOf.size;
  return (
    <div className="space-y-4">
      <NumberField
        label={t`Amount, in ${unitName(settlement)}`}
        hint={t`You have ${formatCents(purse.money, settlement)}.`}
        error={mistake}
        value={written}
        onChange={setWritten}
      />
      {likely.some(({ amount: one }) => one !== amount) && (
        <div className="flex flex-wrap gap-2">
          {likely.map(({ amount: one, label }) => (
            <button
              key={label}
              type="button"
              className="button button-quiet small"
              onClick={() => setWritten(moneyInField(one, settlement))}
            >
              {LABELS[label]}: {money(one)}
            </button>
          ))}
        </div>
      )}
      {amount !== undefined && !mistake && (
        <>
          <Split
            amount={amount}
            parts={waterfallOf(amount, upkeepShare, series, now)}
            upkeepShare={upkeepShare}
            members={members}
            hasBonds={series?.state === "live"}
          />
          <PaySteps
            name={`rent:${machine.id}:${debtor.lessee}`}
            cost={amount}
            purse={purse}
            label={t`Pay ${money(amount)}`}
            done={t`The rent is paid and shared.`}
            call={(signed) => ({
              address: modules.machines as Address,
              abi: ABI_OF.machines as never,
              functionName: "payRent",
              args: [BigInt(machine.id), debtor.lessee, amount, ...(signed ? [] : [NO_PERMIT])],
            })}
          />
        </>
      )}
    </div>
  );
}
