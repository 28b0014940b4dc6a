import { useState } from "react";
import { t } from "../../../../books/say.ts";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { PaySteps } from "../../shared/act/PaySteps.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatMoney } from "../../shared/format/money.ts";
import { inFigures, sharesInWords, wholeNumber } from "../../shared/format/units.ts";
import { Disclosure } from "../../shared/ui/Disclosure.tsx";
import { NumberField } from "../../shared/ui/NumberField.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { mistakeInBuying } from "./buying.ts";
import type { Props } from "./HoldingSheet.tsx";

/** Buys shares at par, and promises more to be paid in instalments (S1). */
export function BuySheet({ person, holding, terms }: Props) {
  const { modules, settlement } = useCoop();
  const [now, setNow] = useState("");
  const [later, setLater] = useState("");
  const [bought, setBought] = useState(t`The shares are yours.`);
  const name = `buy:${person.id}`;
  const act = useAct(name);
  const units = now.trim() === "" ? 0n : wholeNumber(now);
  const promised = later.trim() === "" ? 0n : wholeNumber(later);
  const untouched = now.trim() === "" && later.trim() === "";
  const mistake = untouched ? undefined : mistakeInBuying(units, promised, holding, terms);
  const money = (count: bigint) => formatMoney(count * terms.par, settlement);
  const clear = () => {
    setNow("");
    setLater("");
  };
  return (
    <Sheet title={t`Buy shares`}>
      <div className="space-y-4">
        <NumberField
          label={t`How many shares to buy`}
          hint={
            units !== undefined && units > 0n && !mistake
              ? t`That is ${money(units)}. You have ${formatMoney(terms.money, settlement)}.`
              : t`Members hold between ${inFigures(terms.minimum)} and ${inFigures(terms.maximum)}. You have ${formatMoney(terms.money, settlement)}.`
          }
          error={mistake}
          value={now}
          onChange={setNow}
        />
        <Disclosure label={t`Promise more, and pay in instalments`}>
          <NumberField
            label={t`How many to promise`}
            hint={t`You owe the co-op this capital and pay for it when you like, some at a time. Promised shares bear no interest yet.`}
            value={later}
            onChange={setLater}
          />
        </Disclosure>
        {!untouched && !mistake && units !== undefined && promised !== undefined && (
          <PaySteps
            name={name}
            cost={units * terms.par}
            purse={terms}
            label={labelOf(units, promised)}
            done={doneOf(units)}
            onDone={() => {
              setBought(doneOf(units));
              clear();
            }}
            call={(signed) => ({
              address: modules.shares,
              abi: ABI_OF.shares as never,
              functionName: signed ? "subscribeWithPermit" : "subscribe",
              args: [units, promised],
            })}
          />
        )}
        {untouched && <ActStatus act={act} done={bought} />}
      </div>
    </Sheet>
  );
}

const doneOf = (units: bigint): string => (units === 0n ? t`Your promise is on record.` : t`The shares are yours.`);

function labelOf(units: bigint, promised: bigint): string {
  if (units === 0n) return t`Promise ${sharesInWords(promised)}`;
  if (promised === 0n) return t`Buy ${sharesInWords(units)}`;
  return t`Buy ${sharesInWords(units)} and promise ${inFigures(promised)}`;
}
