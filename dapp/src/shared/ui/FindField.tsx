import { Field } from "./Field.tsx";

type Props = { label: string; hint: string; find: string | undefined; onFind: (find: string | undefined) => void };

/** Looks for something in the list below; what is looked for belongs into the page's address. */
export function FindField({ label, hint, find, onFind }: Props) {
  return (
    <search className="mb-4 block max-w-md">
      <Field label={label} hint={hint}>
        {(ids) => (
          <input
            {...ids}
            type="search"
            className="field"
            autoComplete="off"
            spellCheck={false}
            value={find ?? ""}
            onChange={(event) => onFind(event.target.value || undefined)}
          />
        )}
      </Field>
    </search>
  );
}
