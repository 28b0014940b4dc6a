import { useState } from "react";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatMoney, parseMoney, unitName } from "../../shared/format/money.ts";
import { NumberField } from "../../shared/ui/NumberField.tsx";
import { ReportField, useReport } from "./ReportField.tsx";

/** The certificate of a loss, which opens the reserve and after it the shares to bear it (A1, S5). */
export function LossForm() {
  const { modules, settlement } = useCoop();
  const [amount, setAmount] = useState("");
  const report = useReport();
  const act = useAct("certify-loss");
  const sum = parseMoney(amount, settlement);
  return (
    <div className="max-w-[42rem] space-y-4">
      <p className="small text-muted">{t`With it the members can let the reserve cover the loss, and after the reserve the shares. It can be used for a year.`}</p>
      <NumberField
        label={t`Loss in ${unitName(settlement)}`}
        hint={sum === undefined ? undefined : t`This is ${formatMoney(sum, settlement)}.`}
        error={amount !== "" && sum === undefined ? t`Write an amount, such as 1250 or 89.50.` : undefined}
        value={amount}
        onChange={setAmount}
      />
      <ReportField name="loss" of={report.field} />
      <ActButton
        act={act}
        label={t`Certify the loss`}
        disabled={sum === undefined || !report.ready}
        onDone={() => {
          setAmount("");
          report.clear();
        }}
        call={async () => {
          const hash = await report.hash();
          if (hash === undefined) return undefined;
          return {
            address: modules.audits,
            abi: ABI_OF.audits as never,
            functionName: "certifyLoss",
            args: [sum, hash],
          };
        }}
      />
      <ActStatus act={act} done={t`The loss is certified.`} />
    </div>
  );
}
