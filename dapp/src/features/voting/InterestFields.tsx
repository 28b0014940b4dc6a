import { useCoop } from "../../shared/chain/useCoop.ts";
import { DAY, formatDay } from "../../shared/format/time.ts";
import { NumberField } from "../../shared/ui/NumberField.tsx";
import type { FieldsProps } from "./PaymentFields.tsx";

/** How much interest on shares (S4). */
export function InterestFields({ written, mistakes, onChange }: FieldsProps) {
  const { coop } = useCoop();
  const { terms, postings } = coop.shares;
  const last = postings.at(-1);
  return (
    <NumberField
      label="Interest in per cent a year"
      hint={`${terms ? `At most ${terms.interestCap / 100} %. ` : ""}${
        last
          ? `It was declared on ${formatDay(last.at)}; next from ${formatDay((last.day + 365) * DAY)}.`
          : "It counts from the founding. It comes from the operating fund."
      }`}
      error={mistakes.rate}
      value={written.rate}
      onChange={(rate) => onChange({ rate })}
    />
  );
}
