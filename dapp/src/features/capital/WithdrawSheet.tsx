import { useState } from "react";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatMoney } from "../../shared/format/money.ts";
import { formatDay, formatSpan } from "../../shared/format/time.ts";
import { sharesInWords, wholeNumber } from "../../shared/format/units.ts";
import { rich } from "../../shared/language/rich.ts";
import { NumberField } from "../../shared/ui/NumberField.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import type { Props } from "./HoldingSheet.tsx";
import { MyPlaces } from "./MyPlaces.tsx";
import { mistakeInWithdrawal } from "./withdrawals.ts";

/** Asks shares back at par; and where earlier requests stand (S2). */
export function WithdrawSheet({ person, holding, terms }: Props) {
  const { modules, settlement, now } = useCoop();
  const [written, setWritten] = useState("");
  const act = useAct(`withdraw:${person.id}`);
  const free = holding.units - holding.queued;
  const units = wholeNumber(written);
  const mistake =
    written.trim() === ""
      ? undefined
      : mistakeInWithdrawal(units, { free, promised: holding.promised, minimum: terms.minimum });
  const active = person.status === "active";
  return (
    <Sheet title={t`Take shares back`}>
      <div className="space-y-4">
        <p className="text-muted">{rich`The co-op pays them back at par, first come first served, ${formatSpan(terms.notice)} after you ask and as far as there is share capital.`}</p>
        {active && free > 0n && (
          <>
            <NumberField
              label={t`How many to take back`}
              hint={
                units !== undefined && !mistake
                  ? t`That is ${formatMoney(units * terms.par, settlement)}, on ${formatDay(now + terms.notice)} at the earliest.`
                  : t`You have ${sharesInWords(free)} that you can ask back.`
              }
              error={mistake}
              value={written}
              onChange={setWritten}
            />
            <ActButton
              act={act}
              label={t`Ask for them back`}
              disabled={units === undefined || mistake !== undefined}
              onDone={() => setWritten("")}
              call={() => ({
                address: modules.shares,
                abi: ABI_OF.shares as never,
                functionName: "withdraw",
                args: [units],
              })}
            />
          </>
        )}
        <ActStatus act={act} done={t`You have a place in the queue.`} />
        <MyPlaces person={person} terms={terms} />
      </div>
    </Sheet>
  );
}
