import type { ReactNode } from "react";
import { Field } from "../../shared/ui/Field.tsx";
import type { Mistakes, Written } from "./newProposal.ts";

type Props = {
  /** Which part of what is written. */
  part: keyof Written;
  label: string;
  hint?: ReactNode;
  written: Written;
  mistakes: Mistakes;
  onChange: (part: Partial<Written>) => void;
  figures?: boolean;
  longest?: number;
};

/** A line that a person writes, with what is wrong with it. */
export function TextPart({ part, label, hint, written, mistakes, onChange, figures, longest = 200 }: Props) {
  return (
    <Field label={label} hint={hint} error={mistakes[part]}>
      {(ids) => (
        <input
          {...ids}
          data-part={part}
          className={`field ${figures ? "figures" : ""}`}
          inputMode={figures ? "decimal" : undefined}
          autoComplete="off"
          spellCheck={figures ? false : undefined}
          maxLength={longest}
          value={String(written[part])}
          onChange={(event) => onChange({ [part]: event.target.value })}
        />
      )}
    </Field>
  );
}

type ChoiceProps = Omit<Props, "figures" | "longest"> & {
  options: readonly { value: string; label: string }[];
  /** What stands where nothing is chosen yet. */
  none?: string;
};

/** One of a list. */
export function ChoicePart({ part, label, hint, written, mistakes, onChange, options, none }: ChoiceProps) {
  return (
    <Field label={label} hint={hint} error={mistakes[part]}>
      {(ids) => (
        <select
          {...ids}
          data-part={part}
          className="field"
          value={String(written[part])}
          onChange={(event) => onChange({ [part]: event.target.value })}
        >
          {none !== undefined && <option value="">{none}</option>}
          {options.map(({ value, label: words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
