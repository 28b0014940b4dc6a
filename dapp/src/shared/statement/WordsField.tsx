import type { ReactNode } from "react";
import { Field } from "../ui/Field.tsx";

type Props = { label: string; hint?: ReactNode; rows?: number; value: string; onChange: (text: string) => void };

/** A few lines of text. */
export function WordsField({ label, hint, rows = 5, value, onChange }: Props) {
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <textarea
          {...ids}
          className="field"
          rows={rows}
          maxLength={8_000}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
