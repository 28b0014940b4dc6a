import type { Coop } from "../../../../books/coop.ts";
import type { MarketBook } from "../../../../books/market.ts";
import { t } from "../../../../books/say.ts";
import { useMarket } from "../../shared/chain/market.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { Field } from "../../shared/ui/Field.tsx";
import { Note } from "../../shared/ui/Note.tsx";
import { AddressFields, BondsFields, BudgetFields, GiftFields, MachineFields } from "./CommonsFields.tsx";
import { GROUPS, HINTS, ONLY_LIVING } from "./choices.ts";
import { DeclareFields } from "./DeclareFields.tsx";
import { ExpulsionFields } from "./ExpulsionFields.tsx";
import { LossFields } from "./LossFields.tsx";
import { MarketTermsFields } from "./MarketTermsFields.tsx";
import { termsWritten } from "./marketWriting.ts";
import type { Disposal, What, Written } from "./newProposal.ts";
import { OfficeFields } from "./OfficeFields.tsx";
import { OrderFields } from "./OrderFields.tsx";
import { type FieldsProps, PaymentFields } from "./PaymentFields.tsx";
import { PurposeFields } from "./PurposeFields.tsx";
import { purposeWritten } from "./purposeWriting.ts";
import { RecoveryFields } from "./RecoveryFields.tsx";
import { SurplusTermsFields } from "./SurplusTermsFields.tsx";
import { surplusTermsWritten } from "./surplusTermsWriting.ts";

type Props = FieldsProps & { disposal?: Disposal | undefined; unposted?: bigint | undefined };

/** The form's fields; the hints say how what was written is understood. */
export function WritingFields({ disposal, unposted, ...props }: Props) {
  const { written, mistakes, onChange } = props;
  return (
    <div className="max-w-[42rem] space-y-5">
      <Field label={t`Title`} error={mistakes.title}>
        {(ids) => (
          <input
            {...ids}
            data-part="title"
            className="field"
            maxLength={140}
            value={written.title}
            onChange={(event) => onChange({ title: event.target.value })}
          />
        )}
      </Field>
      <Field
        label={t`Text`}
        hint={t`${HINTS[written.what]} Lines that begin with “- ” become a list, and *stars* stress a word.`}
        error={mistakes.text}
      >
        {(ids) => (
          <textarea
            {...ids}
            data-part="text"
            className="field"
            rows={7}
            maxLength={8_000}
            value={written.text}
            onChange={(event) => onChange({ text: event.target.value })}
          />
        )}
      </Field>
      <Choices {...props} />
      <Fields {...props} disposal={disposal} unposted={unposted} />
    </div>
  );
}

function Choices({ written, onChange }: FieldsProps) {
  const { coop } = useCoop();
  const market = useMarket();
  const living = coop.windingUpSince === undefined;
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{t`What should happen`}</legend>
      <div className="space-y-3">
        {GROUPS.map(({ name, choices }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group within the one field
          <div key={name} role="group" aria-label={name}>
            <p aria-hidden="true" className="small text-muted">
              {name}
            </p>
            <div className="grid gap-x-6 sm:grid-cols-2">
              {choices
                .filter(({ what }) => living || !ONLY_LIVING.includes(what))
                .map(({ what, label }) => (
                  <label key={what} className="flex min-h-9 items-center gap-2 pointer-coarse:min-h-11">
                    <input
                      type="radio"
                      name="what"
                      className="size-4 accent-(--act)"
                      checked={written.what === what}
                      onChange={() => onChange({ what, ...heldNow(what, coop, market) })}
                    />
                    {label}
                  </label>
                ))}
            </div>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** The terms that hold stand in the form of a proposal to change them. */
function heldNow(what: What, coop: Coop, market: MarketBook): Partial<Written> {
  if (what === "statePurpose") return purposeWritten(coop);
  if (what === "marketTerms") return termsWritten(market);
  return what === "surplusTerms" ? surplusTermsWritten(market) : {};
}

function Fields({ disposal, unposted, ...props }: Props) {
  switch (props.written.what) {
    case "pay":
      return <PaymentFields {...props} disposal={disposal} />;
    case "appoint":
    case "recall":
      return <OfficeFields {...props} />;
    case "declare":
      return <DeclareFields {...props} />;
    case "marketTerms":
      return <MarketTermsFields {...props} />;
    case "surplusTerms":
      return <SurplusTermsFields {...props} />;
    case "coverLoss":
      return <LossFields {...props} />;
    case "recovery":
      return <RecoveryFields {...props} />;
    case "expel":
      return <ExpulsionFields {...props} />;
    case "order":
      return <OrderFields {...props} />;
    case "topUp":
    case "redeem":
      return <BondsFields {...props} />;
    case "sell":
    case "writeOff":
      return <MachineFields {...props} />;
    case "recognise":
    case "asset":
      return <AddressFields {...props} />;
    case "budget":
      return <BudgetFields {...props} disposal={disposal} />;
    case "gift":
      return <GiftFields {...props} unposted={unposted} />;
    case "statePurpose":
      return <PurposeFields {...props} />;
    case "windUp":
      return (
        <Note tone="bad">{t`This ends the co-op, and it can not be taken back. From the day it is carried out nobody is admitted and no share is sold; after 90 days anyone can close the co-op, and shares are paid back at par. It takes the strictest kind of resolution.`}</Note>
      );
    default:
      return null;
  }
}
