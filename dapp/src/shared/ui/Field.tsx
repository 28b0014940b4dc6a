import { type ReactNode, useId } from "react";

type Ids = { id: string; "aria-describedby"?: string; "aria-invalid"?: boolean };
type FieldProps = { label: string; hint?: ReactNode; error?: string; children: (ids: Ids) => ReactNode };

/** A labelled control with its hint and, when something is wrong, what to do about it. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
      </label>
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined })}
      {hint && (
        <p id={`${id}-hint`} className="small mt-1 text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="small mt-1 font-semibold text-bad">
          {error}
        </p>
      )}
    </div>
  );
}
