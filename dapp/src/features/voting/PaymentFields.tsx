import { fundSaid } from "../../../../books/fund-names.ts";
import { t } from "../../../../books/say.ts";
import { capitalised } from "../../../../books/words.ts";
import { useCommons } from "../../shared/chain/commons.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents, formatMoney, parseMoney, unitName } from "../../shared/format/money.ts";
import { rich } from "../../shared/language/rich.ts";
import { nameOf } from "../../shared/motion/names.ts";
import { Field } from "../../shared/ui/Field.tsx";
import { Note } from "../../shared/ui/Note.tsx";
import { SPENT_FUNDS } from "./moneyWriting.ts";
import { type Disposal, isBeyond, type Mistakes, recipientOf, type Written } from "./newProposal.ts";
import { ChoicePart } from "./TextPart.tsx";

export type FieldsProps = { written: Written; mistakes: Mistakes; onChange: (part: Partial<Written>) => void };

/** To whom, how much, what for; and whether an ordinary resolution can pay so much. */
export function PaymentFields({ written, mistakes, onChange, disposal }: FieldsProps & { disposal?: Disposal }) {
  const { coop, settlement } = useCoop();
  const book = useCommons();
  const recipient = recipientOf(written.recipient, coop);
  const amount = parseMoney(written.amount, settlement);
  const beyond = amount !== undefined && disposal && isBeyond(amount, disposal) ? disposal : undefined;
  const inCents = (sum: bigint) => formatCents(sum, settlement);
  return (
    <>
      <Field
        label={t`Recipient`}
        hint={recipient ? t`This is ${nameOf(recipient, coop)}.` : t`A member's number, or an account address.`}
        error={mistakes.recipient}
      >
        {(ids) => (
          <input
            {...ids}
            data-part="recipient"
            className="field"
            autoComplete="off"
            spellCheck={false}
            value={written.recipient}
            onChange={(event) => onChange({ recipient: event.target.value })}
          />
        )}
      </Field>
      <Field
        label={t`Amount in ${unitName(settlement)}`}
        hint={amount === undefined ? undefined : t`This is ${formatMoney(amount, settlement)}.`}
        error={mistakes.amount}
      >
        {(ids) => (
          <input
            {...ids}
            data-part="amount"
            className="field figures"
            inputMode="decimal"
            autoComplete="off"
            value={written.amount}
            onChange={(event) => onChange({ amount: event.target.value })}
          />
        )}
      </Field>
      <ChoicePart
        written={written}
        mistakes={mistakes}
        onChange={onChange}
        part="payFund"
        label={t`Out of`}
        hint={t`It holds ${formatCents(book.funds.get(Number(written.payFund)) ?? 0n, settlement)}.`}
        options={SPENT_FUNDS.map((fund) => ({ value: String(fund), label: capitalised(fundSaid(fund)) }))}
      />
      <Field label={t`What the money is for`} hint={t`One line. It appears in the treasury.`} error={mistakes.purpose}>
        {(ids) => (
          <input
            {...ids}
            data-part="purpose"
            className="field"
            maxLength={140}
            value={written.purpose}
            onChange={(event) => onChange({ purpose: event.target.value })}
          />
        )}
      </Field>
      {beyond && (
        <Note tone="wait">{rich`This is more than an ordinary resolution may pay. In twelve months those may part with about ${inCents(beyond.limit)}, and ${inCents(beyond.disposed)} of it is spent. So it becomes an extraordinary resolution, which needs more votes and more members voting.`}</Note>
      )}
    </>
  );
}
