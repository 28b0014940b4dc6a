import { useId } from "react";
import { JobKind } from "../../../../books/job.ts";
import { t } from "../../../../books/say.ts";

const KINDS = [
  { kind: JobKind.Ride, name: t`A ride`, words: t`From one place to another; its distance can count.` },
  { kind: JobKind.Task, name: t`A task`, words: t`Any other work.` },
];

export function KindField({ value, onChange }: { value: number; onChange: (kind: number) => void }) {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-2 font-semibold">{t`What is it?`}</legend>
      <ul className="grid gap-2 sm:grid-cols-2">
        {KINDS.map(({ kind, name: title, words }) => (
          <li key={kind}>
            <label
              className={`flex h-full gap-3 rounded-xl border-2 p-3 ${value === kind ? "border-act bg-act-soft" : "border-line"}`}
            >
              <input
                type="radio"
                name={name}
                className="mt-1 size-4 accent-(--act)"
                checked={value === kind}
                onChange={() => onChange(kind)}
              />
              <span>
                <span className="block font-semibold">{title}</span>
                <span className="small block text-muted">{words}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
