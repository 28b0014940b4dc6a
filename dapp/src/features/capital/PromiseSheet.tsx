import { useState } from "react";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { PaySteps } from "../../shared/act/PaySteps.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatMoney } from "../../shared/format/money.ts";
import { sharesInWords, wholeNumber } from "../../shared/format/units.ts";
import { rich } from "../../shared/language/rich.ts";
import { Disclosure } from "../../shared/ui/Disclosure.tsx";
import { NumberField } from "../../shared/ui/NumberField.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { mistakeInInstalment } from "./buying.ts";
import type { Props } from "./HoldingSheet.tsx";

/** Shares that a member promised to take: paying some of them, or giving the promise up. */
export function PromiseSheet({ person, holding: { promised }, terms }: Props) {
  const { modules, settlement } = useCoop();
  const [written, setWritten] = useState("");
  const name = `instalment:${person.id}`;
  const act = useAct(name);
  const drop = useAct(`drop-promise:${person.id}`);
  const units = wholeNumber(written);
  const mistake = written.trim() === "" ? undefined : mistakeInInstalment(units, promised, terms);
  const money = (count: bigint) => formatMoney(count * terms.par, settlement);
  return (
    <Sheet title={t`Pay an instalment`}>
      <div className="space-y-4">
        <p>{rich`You promised ${sharesInWords(promised)} more, ${money(promised)} in all. Pay when you like.`}</p>
        <NumberField
          label={t`How many to pay for now`}
          hint={units !== undefined && !mistake ? t`That is ${money(units)}.` : t`Any number up to ${promised}.`}
          error={mistake}
          value={written}
          onChange={setWritten}
        />
        {units !== undefined && !mistake && (
          <PaySteps
            name={name}
            cost={units * terms.par}
            purse={terms}
            label={t`Pay ${money(units)}`}
            done={t`Paid: the shares are yours.`}
            onDone={() => setWritten("")}
            call={(signed) => ({
              address: modules.shares,
              abi: ABI_OF.shares as never,
              functionName: signed ? "payInstalmentWithPermit" : "payInstalment",
              args: [units],
            })}
          />
        )}
        {written.trim() === "" && <ActStatus act={act} done={t`Paid: the shares are yours.`} />}
        <Disclosure label={t`Give the promise up`}>
          <p className="small mb-3 text-muted">{t`Possible where what you have paid for is a lawful holding by itself. You keep what you have paid for.`}</p>
          <ActButton
            act={drop}
            quiet
            label={t`Give up what I promised`}
            call={() => ({
              address: modules.shares,
              abi: ABI_OF.shares as never,
              functionName: "dropPromise",
              args: [],
            })}
          />
          <ActStatus act={drop} />
        </Disclosure>
      </div>
    </Sheet>
  );
}
