import { Field } from "./Field.tsx";

type Props = { label: string; hint?: string; value: string | undefined; onChange: (day: string) => void };

/** A day, as "2026-11-30"; nothing when it is emptied. */
export function DayField({ label, hint, value, onChange }: Props) {
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <input
          {...ids}
          type="date"
          className="field"
          value={value ?? ""}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
