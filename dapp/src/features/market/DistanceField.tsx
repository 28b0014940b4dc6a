import { t } from "../../../../books/say.ts";
import { NumberField } from "../../shared/ui/NumberField.tsx";
import { metresIn } from "./distance.ts";

type Props = { hint: string; value: string; onChange: (text: string) => void };

/** The way of a ride, in kilometres. */
export const DistanceField = ({ hint, value, onChange }: Props) => (
  <NumberField
    label={t`Distance in km`}
    hint={hint}
    error={metresIn(value) === undefined ? t`Write kilometres, such as 4 or 4.25.` : undefined}
    value={value}
    onChange={onChange}
  />
);
