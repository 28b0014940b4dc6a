import { useState } from "react";
import type { Address } from "viem";
import type { Series } from "../../../../books/commons.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents, parseMoney, unitName } from "../../shared/format/money.ts";
import { wholeNumber } from "../../shared/format/units.ts";
import { memberName } from "../../shared/motion/names.ts";
import { Disclosure } from "../../shared/ui/Disclosure.tsx";
import { NumberField } from "../../shared/ui/NumberField.tsx";

type Props = { series: Series; account: Address; units: bigint };

/** Hands bonds on to another member. */
export function SendUnits({ series, account, units }: Props) {
  const { coop, modules, settlement } = useCoop();
  const [number, setNumber] = useState("");
  const [written, setWritten] = useState("");
  const act = useAct(`send-bonds:${series.id}`);
  const money = (amount: bigint) => formatCents(amount, settlement);
  const member = coop.members.get(Number(wholeNumber(number) ?? 0n));
  const own = member?.account.toLowerCase() === account.toLowerCase();
  const may = member?.status === "active" && !own;
  const amount = parseMoney(written, settlement);
  const tooMuch = amount !== undefined && amount > units;
  const clear = () => {
    setNumber("");
    setWritten("");
  };
  return (
    <Disclosure label={t`Send some to another member`}>
      <div className="space-y-4">
        <NumberField
          label={t`Number of the member`}
          hint={may && member ? t`This is ${memberName(member, coop)}.` : t`It stands on the page of the members.`}
          error={
            number.trim() !== "" && !may ? (own ? t`This is you.` : t`There is no such active member.`) : undefined
          }
          value={number}
          onChange={setNumber}
        />
        <NumberField
          label={t`How much of them, in ${unitName(settlement)} lent`}
          hint={t`You have ${money(units)}.`}
          error={
            written.trim() !== "" && amount === undefined
              ? t`Write an amount of money, such as 250 or 250.50.`
              : tooMuch
                ? t`You have ${money(units)}.`
                : undefined
          }
          value={written}
          onChange={setWritten}
        />
        <p className="small text-muted">{t`Coupons that are late go along with the bonds. What was paid so far stays yours to collect. The co-op arranges no price: what you get for them is between the two of you.`}</p>
        <ActButton
          act={act}
          label={amount !== undefined && may && member ? t`Send ${money(amount)} to member ${member.id}` : t`Send them`}
          disabled={!may || amount === undefined || tooMuch}
          onDone={clear}
          call={() => ({
            address: modules.bonds,
            abi: ABI_OF.bonds as never,
            functionName: "safeTransferFrom",
            args: [account, member?.account, BigInt(series.id), amount, "0x"],
          })}
        />
        <ActStatus act={act} done={t`The bonds are theirs.`} />
      </div>
    </Disclosure>
  );
}
