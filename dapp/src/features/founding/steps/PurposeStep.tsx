import { t } from "../../../../../books/say.ts";
import { Field } from "../../../shared/ui/Field.tsx";
import { Sheet } from "../../../shared/ui/Sheet.tsx";
import { useFounding } from "../useFounding.ts";

const LONGEST_NAME = 60;
const LONGEST_PURPOSE = 2_000;

/** What the co-op is called, and what it is for (A8). */
export function PurposeStep() {
  const { draft, change, errorAt } = useFounding();
  return (
    <Sheet title={t`Name and purpose`} className="max-w-[46rem]">
      <div className="space-y-5">
        <div id="name" tabIndex={-1}>
          <Field label={t`Name of the co-op`} hint={t`Everybody sees it, and it stays.`} error={errorAt("name")}>
            {(ids) => (
              <input
                {...ids}
                className="field"
                autoComplete="off"
                maxLength={LONGEST_NAME}
                value={draft.name}
                onChange={({ target }) => change({ name: target.value })}
              />
            )}
          </Field>
        </div>
        <div id="purpose" tabIndex={-1}>
          <Field
            label={t`What it is for`}
            hint={t`One or a few sentences that the members can hold every yearly report against. Public. Clause A8.`}
            error={errorAt("purpose")}
          >
            {(ids) => (
              <textarea
                {...ids}
                className="field min-h-36"
                maxLength={LONGEST_PURPOSE}
                value={draft.purpose}
                onChange={({ target }) => change({ purpose: target.value })}
              />
            )}
          </Field>
        </div>
      </div>
    </Sheet>
  );
}
