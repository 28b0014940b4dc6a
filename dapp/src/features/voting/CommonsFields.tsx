import { fundSaid } from "../../../../books/fund-names.ts";
import { t } from "../../../../books/say.ts";
import { capitalised } from "../../../../books/words.ts";
import { useCommons } from "../../shared/chain/commons.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { titleOfMachine } from "../../shared/commons/naming.ts";
import { formatCents, formatMoney, parseMoney, unitName } from "../../shared/format/money.ts";
import { formatDay } from "../../shared/format/time.ts";
import { officeName } from "../../shared/motion/offices.ts";
import { Field } from "../../shared/ui/Field.tsx";
import { Note } from "../../shared/ui/Note.tsx";
import { earlyDates, liveSeries, machinesToSell, machinesToWriteOff, missingOf } from "./commonsWriting.ts";
import { BUDGET_ROLES, GIFT_FUNDS } from "./fundWriting.ts";
import { SPENT_FUNDS } from "./moneyWriting.ts";
import { type Disposal, isBeyond } from "./newProposal.ts";
import type { FieldsProps } from "./PaymentFields.tsx";
import { ChoicePart, TextPart } from "./TextPart.tsx";

/** Which bonds, and how much or when (K3, K5). */
export function BondsFields(props: FieldsProps) {
  const { coop, settlement, now } = useCoop();
  const book = useCommons();
  const { written } = props;
  const live = liveSeries(book);
  const chosen = live.find(({ id }) => String(id) === written.series);
  if (live.length === 0) return <Note tone="wait">{t`No bonds are being paid at the moment.`}</Note>;
  const nameOf = (id: number) => {
    const machine = book.machines.get(id);
    return machine ? titleOfMachine(coop, machine) : t`Machine ${id}`;
  };
  const money = (amount: bigint) => formatCents(amount, settlement);
  return (
    <>
      <ChoicePart
        {...props}
        part="series"
        label={t`Bonds`}
        none={t`Choose the bonds`}
        hint={chosen && t`${money(missingOf(chosen))} of the principal is not there yet.`}
        options={live.map(({ id }) => ({ value: String(id), label: nameOf(id) }))}
      />
      {written.what === "topUp" && (
        <TextPart
          {...props}
          part="amount"
          label={t`Amount in ${unitName(settlement)}`}
          hint={t`From the commons fund.`}
          figures
        />
      )}
      {written.what === "redeem" && chosen && (
        <ChoicePart
          {...props}
          part="couponDate"
          label={t`Day`}
          none={t`Choose the day`}
          hint={t`One of their coupon days, at least thirty days after the vote.`}
          options={earlyDates(chosen, { coop, now }).map(({ date, index }) => ({
            value: String(index),
            label: formatDay(date),
          }))}
        />
      )}
    </>
  );
}

/** Which machine goes, and for how much at least (K6). */
export function MachineFields(props: FieldsProps) {
  const { coop, settlement } = useCoop();
  const book = useCommons();
  const sale = props.written.what === "sell";
  const machines = sale ? machinesToSell(book) : machinesToWriteOff(book);
  if (machines.length === 0) {
    return (
      <Note tone="wait">
        {sale
          ? t`Only a machine that is not let and in no auction can be put up for sale. There is none.`
          : t`There is no machine that could be written off.`}
      </Note>
    );
  }
  return (
    <>
      <ChoicePart
        {...props}
        part="machine"
        label={t`Machine`}
        none={t`Choose the machine`}
        options={machines.map((machine) => ({ value: String(machine.id), label: titleOfMachine(coop, machine) }))}
      />
      {sale && (
        <TextPart
          {...props}
          part="amount"
          label={t`Least price in ${unitName(settlement)}`}
          hint={t`It may be less than what the books say; that is why it takes an extraordinary resolution.`}
          figures
        />
      )}
    </>
  );
}

/** An address that is let in or out: another co-op's register, or a token. */
export function AddressFields(props: FieldsProps) {
  const { written, onChange } = props;
  const asset = written.what === "asset";
  const answers = asset
    ? ([t`Keep a book for it`, t`Close its book`] as const)
    : ([t`Its members may lend to us`, t`They may no longer`] as const);
  return (
    <>
      <TextPart
        {...props}
        part="recipient"
        label={asset ? t`Address of the token` : t`Address of the co-op's member register`}
        hint={t`Beginning with 0x. Check it with somebody who knows.`}
      />
      <Field label={t`Decision`} error={props.mistakes.grant}>
        {(ids) => (
          <div {...ids} role="radiogroup" data-part="grant" tabIndex={-1} className="flex flex-wrap gap-x-6">
            {(["yes", "no"] as const).map((grant, i) => (
              <label key={grant} className="flex min-h-10 items-center gap-2">
                <input
                  type="radio"
                  name="grant"
                  className="size-4 accent-(--act)"
                  checked={written.grant === grant}
                  onChange={() => onChange({ grant })}
                />
                {answers[i]}
              </label>
            ))}
          </div>
        )}
      </Field>
    </>
  );
}

/** Who may spend how much of which fund until when (V7, B1). */
export function BudgetFields({ disposal, ...props }: FieldsProps & { disposal?: Disposal | undefined }) {
  const { settlement } = useCoop();
  const book = useCommons();
  const { written, mistakes, onChange } = props;
  const amount = parseMoney(written.amount, settlement);
  const beyond = amount !== undefined && isBeyond(amount, disposal);
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <ChoicePart
          {...props}
          part="budgetRole"
          label={t`Who may spend it`}
          options={BUDGET_ROLES.map((role) => ({ value: String(role), label: capitalised(officeName(role)) }))}
        />
        <ChoicePart
          {...props}
          part="fund"
          label={t`Out of`}
          hint={t`It holds ${formatCents(book.funds.get(Number(written.fund)) ?? 0n, settlement)}.`}
          options={SPENT_FUNDS.map((fund) => ({ value: String(fund), label: capitalised(fundSaid(fund)) }))}
        />
        <TextPart {...props} part="amount" label={t`Amount in ${unitName(settlement)}`} figures />
        <Field label={t`Until`} hint={t`Within a year.`} error={mistakes.budgetUntil}>
          {(ids) => (
            <input
              {...ids}
              type="date"
              data-part="budgetUntil"
              className="field"
              value={written.budgetUntil}
              onChange={(event) => onChange({ budgetUntil: event.target.value })}
            />
          )}
        </Field>
      </div>
      <TextPart
        {...props}
        part="purpose"
        label={t`What the money is for`}
        hint={t`One line. The budget carries it as its name.`}
        longest={140}
      />
      {beyond && (
        <Note tone="wait">{t`This is more than ordinary resolutions may part with in twelve months; a budget counts whole. So it becomes an extraordinary resolution, which needs more votes and more members voting.`}</Note>
      )}
    </>
  );
}

/** What arrived unasked, and where it goes (A9). */
export function GiftFields({ unposted, ...props }: FieldsProps & { unposted?: bigint | undefined }) {
  const { settlement } = useCoop();
  return (
    <>
      {unposted !== undefined && (
        <Note tone={unposted === 0n ? "wait" : "info"}>
          {unposted === 0n
            ? t`Nothing has arrived that is in no fund yet. What somebody sends to the treasury without saying why waits until the members book it.`
            : t`${formatMoney(unposted, settlement)} has arrived that is in no fund yet.`}
        </Note>
      )}
      <TextPart {...props} part="amount" label={t`Amount in ${unitName(settlement)}`} figures />
      <ChoicePart
        {...props}
        part="giftFund"
        label={t`Goes to`}
        hint={
          props.written.giftFund === "4" ? t`It is shared by all members at once, when it is carried out.` : undefined
        }
        options={GIFT_FUNDS.map((fund) => ({ value: String(fund), label: capitalised(fundSaid(fund)) }))}
      />
      <TextPart {...props} part="purpose" label={t`Where it came from, or what it is for`} longest={140} />
    </>
  );
}
