import { COMMONS } from "../../../../books/funds.ts";
import { t } from "../../../../books/say.ts";
import { useCommons } from "../../shared/chain/commons.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { DAY_COUNTS } from "../../shared/commons/terms.ts";
import { formatCents, formatMoney, parseMoney, unitName } from "../../shared/format/money.ts";
import { formatRate } from "../../shared/format/rate.ts";
import { rich } from "../../shared/language/rich.ts";
import { nameOf } from "../../shared/motion/names.ts";
import { Disclosure } from "../../shared/ui/Disclosure.tsx";
import { Field } from "../../shared/ui/Field.tsx";
import { Note } from "../../shared/ui/Note.tsx";
import { memberNumbered, recipientOf } from "./newProposal.ts";
import { orderOf, proposedClose, yearOf } from "./orderWriting.ts";
import type { FieldsProps } from "./PaymentFields.tsx";
import { ChoicePart, TextPart } from "./TextPart.tsx";

/** Behind a fold until something is wrong with them. */
const UNFOLDED = ["upkeep", "grace", "life", "residual"];

const CYCLES = [
  { value: "1", label: t`Every month` },
  { value: "3", label: t`Every quarter` },
  { value: "6", label: t`Every half year` },
  { value: "12", label: t`Every year` },
];

/** A machine, who uses it for what rent, and the bonds that pay for it; with what a year of it looks like. */
export function OrderFields(props: FieldsProps) {
  const { coop, settlement, now } = useCoop();
  const book = useCommons();
  const { written } = props;
  const seller = recipientOf(written.recipient, coop);
  const lessee = memberNumbered(written.member, coop);
  const unit = unitName(settlement);
  const price = parseMoney(written.price, settlement);
  const gives = parseMoney(written.contribution, settlement) ?? 0n;
  const byBonds = price === undefined || gives < price;
  return (
    <>
      <Group legend={t`The machine`}>
        <TextPart
          {...props}
          part="thing"
          label={t`What it is`}
          hint={t`A few words, such as “Cargo trailer”.`}
          longest={60}
        />
        <TextPart
          {...props}
          part="details"
          label={t`Details`}
          hint={t`Maker, age, what comes with it. It is public, and its fingerprint goes on record.`}
          longest={500}
        />
        <TextPart {...props} part="price" label={t`Price in ${unit}`} figures />
        <TextPart
          {...props}
          part="recipient"
          label={t`Seller`}
          hint={seller ? t`This is ${nameOf(seller, coop)}.` : t`The account that is paid when it is handed over.`}
        />
        <TextPart
          {...props}
          part="contribution"
          label={t`Of it from the commons fund, in ${unit}`}
          hint={t`May be nothing. The fund holds ${formatCents(book.funds.get(COMMONS) ?? 0n, settlement)}; bonds pay the rest.`}
          figures
        />
      </Group>
      <Group legend={t`Who uses it`}>
        <TextPart
          {...props}
          part="member"
          label={t`Member who asks for it`}
          hint={lessee ? t`This is ${nameOf(lessee.account, coop)}.` : t`The member's number.`}
          figures
        />
        <div className="grid gap-5 sm:grid-cols-3">
          <TextPart {...props} part="rent" label={t`Rent in ${unit}`} hint={t`Each time.`} figures />
          <TextPart {...props} part="rentDays" label={t`Every so many days`} figures />
          <TextPart {...props} part="rents" label={t`How many times`} figures />
        </div>
        <Disclosure label={t`Upkeep, late rent and book value`} open={UNFOLDED.some((part) => part in props.mistakes)}>
          <div className="grid gap-5 sm:grid-cols-2">
            <TextPart {...props} part="upkeep" label={t`Upkeep, per cent of the rent`} hint={t`At most 30.`} figures />
            <TextPart
              {...props}
              part="grace"
              label={t`Days that rent may be late`}
              hint={t`After them anyone can end the lease.`}
              figures
            />
            <TextPart {...props} part="life" label={t`Years that it lasts`} hint={t`For the books.`} figures />
            <TextPart {...props} part="residual" label={t`Worth then, in ${unit}`} hint={t`May be nothing.`} figures />
          </div>
        </Disclosure>
      </Group>
      {byBonds && (
        <Group legend={t`The bonds that pay for it`}>
          <div className="grid gap-5 sm:grid-cols-2">
            <TextPart {...props} part="lowest" label={t`Lowest rate, per cent a year`} figures />
            <TextPart
              {...props}
              part="highest"
              label={t`Highest rate, per cent a year`}
              hint={t`All get the rate at which the money is raised.`}
              figures
            />
            <BidsUntil {...props} proposed={proposedClose({ coop, now })} />
            <TextPart {...props} part="leastBid" label={t`Least bid in ${unit}`} figures />
            <ChoicePart {...props} part="cycle" label={t`Interest is paid`} options={CYCLES} />
            <TextPart {...props} part="years" label={t`Repaid after so many years`} figures />
          </div>
          <Disclosure label={t`How days are counted`}>
            <ChoicePart
              {...props}
              part="dayCount"
              label={t`Days of interest`}
              options={DAY_COUNTS.map((label, i) => ({ value: String(i), label }))}
            />
          </Disclosure>
        </Group>
      )}
      <Example {...props} />
    </>
  );
}

function Group({ legend, children }: { legend: string; children: React.ReactNode }) {
  return (
    <fieldset className="space-y-5 border-t border-line pt-4">
      <legend className="float-left mb-3 w-full font-serif text-lg">{legend}</legend>
      <div className="clear-both space-y-5">{children}</div>
    </fieldset>
  );
}

function BidsUntil({ written, mistakes, onChange, proposed }: FieldsProps & { proposed: string }) {
  return (
    <Field
      label={t`Bids until`}
      hint={t`At midnight, universal time; interest begins then. Leave time to decide first.`}
      error={mistakes.bidsUntil}
    >
      {(ids) => (
        <input
          {...ids}
          type="date"
          data-part="bidsUntil"
          className="field"
          value={written.bidsUntil || proposed}
          onChange={(event) => onChange({ bidsUntil: event.target.value })}
        />
      )}
    </Field>
  );
}

/** What a year looks like if all rent is paid: at the lowest and the highest rate. */
function Example({ written }: FieldsProps) {
  const { coop, settlement, now } = useCoop();
  const order = orderOf(written, { coop, settlement, now });
  if (!order || order.rentPeriod === 0 || order.bonds?.years === 0) return null;
  const whole = 10n ** BigInt(settlement.decimals);
  const money = (amount: bigint) => formatMoney(amount - (amount % whole), settlement).replace(/\.00$/, "");
  const rate = order.bonds?.highest ?? 0;
  const { rents, upkeep, coupon, principal, income } = yearOf(order, rate);
  const parts = [
    t`${money(rents)} of rent a year: ${money(upkeep)} for upkeep`,
    order.bonds && t`${money(coupon)} of interest at ${formatRate(rate)}`,
    order.bonds && t`${money(principal)} set aside to repay the bonds`,
  ].filter(Boolean);
  if (income < 0n) {
    return (
      <Note tone="bad">{rich`${parts.join(", ")}. That is ${money(-income)} more than comes in, so the bonds could not be repaid in time. Ask for more rent, a longer term, or more from the commons fund.`}</Note>
    );
  }
  return (
    <Note>{rich`An example: ${parts.join(", ")}, and ${money(income)} left for all members together${order.bonds && t`. Once the bonds are repaid, all but the upkeep is theirs`}.`}</Note>
  );
}
