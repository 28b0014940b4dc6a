import { useState } from "react";
import type { Budget } from "../../../../books/commons.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents, parseMoney, unitName } from "../../shared/format/money.ts";
import { nameOf } from "../../shared/motion/names.ts";
import { accountNamed } from "../../shared/motion/recipient.ts";
import { StatementNote } from "../../shared/statement/StatementNote.tsx";
import { useStatement } from "../../shared/statement/useStatement.ts";
import { Disclosure } from "../../shared/ui/Disclosure.tsx";
import { Field } from "../../shared/ui/Field.tsx";
import { NumberField } from "../../shared/ui/NumberField.tsx";

/** Pays out of a budget: to whom, how much, and what for, which everybody can read. */
export function SpendForm({ budget: { id, left } }: { budget: Budget }) {
  const { coop, modules, settlement } = useCoop();
  const act = useAct(`spend:${id}`);
  const statement = useStatement();
  const [to, setTo] = useState("");
  const [written, setWritten] = useState("");
  const [purpose, setPurpose] = useState("");
  const recipient = accountNamed(to, coop);
  const amount = parseMoney(written, settlement);
  const tooMuch = amount !== undefined && amount > left;
  const ready = recipient !== undefined && amount !== undefined && !tooMuch && purpose.trim() !== "";
  const clear = () => {
    setTo("");
    setWritten("");
    setPurpose("");
  };
  return (
    <Disclosure label={t`Pay out of this budget`}>
      <div className="max-w-[32rem] space-y-4 py-2">
        <Field
          label={t`Recipient`}
          hint={recipient ? t`This is ${nameOf(recipient, coop)}.` : t`A member's number, or an account address.`}
        >
          {(ids) => (
            <input
              {...ids}
              className="field"
              autoComplete="off"
              spellCheck={false}
              value={to}
              onChange={(event) => setTo(event.target.value)}
            />
          )}
        </Field>
        <NumberField
          label={t`Amount in ${unitName(settlement)}`}
          hint={t`${formatCents(left, settlement)} is left.`}
          error={tooMuch ? t`At most ${formatCents(left, settlement)}.` : undefined}
          value={written}
          onChange={setWritten}
        />
        <Field label={t`What it is for`} hint={t`Everybody can read it with the payment.`}>
          {(ids) => (
            <input
              {...ids}
              className="field"
              maxLength={200}
              value={purpose}
              onChange={(event) => setPurpose(event.target.value)}
            />
          )}
        </Field>
        <StatementNote statement={statement} text={purpose} />
        <ActButton
          act={act}
          label={amount !== undefined && !tooMuch ? t`Pay ${formatCents(amount, settlement)}` : t`Pay`}
          disabled={!ready || statement.busy}
          onDone={clear}
          call={async () => {
            const memo = await statement.write(purpose.trim(), "everybody");
            if (memo === undefined || !recipient || amount === undefined) return undefined;
            return {
              address: modules.treasury,
              abi: ABI_OF.treasury as never,
              functionName: "spend",
              args: [BigInt(id), recipient, amount, memo],
            };
          }}
        />
        <ActStatus act={act} done={t`It is paid, and stands in the movements.`} />
      </div>
    </Disclosure>
  );
}
