import { t } from "../../../../../books/say.ts";
import type { Parameter } from "../../../shared/parameters/parameter.ts";
import { NumberField } from "../../../shared/ui/NumberField.tsx";
import { type Figure, figuresOfGroup, GROUPS } from "../draft/figures.ts";
import { useFounding } from "../useFounding.ts";

const UNITS = { days: t`days`, hours: t`hours`, "per cent": t`per cent`, count: "", money: "", yesNo: "" };

/** All figures of one part of the charter, or some of them, each with its bounds and its clause. */
export function FigureFields({ group, only }: { group: string; only?: readonly string[] }) {
  const found = GROUPS.find(({ id }) => id === group);
  if (!found) return null;
  const figures = figuresOfGroup(found).filter(({ parameter }) => !only || only.includes(parameter.key));
  return (
    <div className="grid items-start gap-x-5 gap-y-4 sm:grid-cols-2">
      {figures.map((figure) => (
        <FigureField key={figure.path} figure={figure} />
      ))}
    </div>
  );
}

export function FigureField({ figure }: { figure: Figure }) {
  const { draft, change, errorAt } = useFounding();
  const { path, parameter, written } = figure;
  const value = draft.figures[path] ?? "";
  const set = (text: string) => change({ figures: { ...draft.figures, [path]: text } });
  if (written === "yesNo") {
    return (
      <div id={path} tabIndex={-1}>
        <label className="flex gap-3">
          <input
            type="checkbox"
            className="mt-1.5 size-4 accent-(--act)"
            checked={value === "yes"}
            onChange={(event) => set(event.target.checked ? "yes" : "no")}
          />
          <span>
            <span className="font-semibold">{parameter.name}</span>
            <span className="small block text-muted">{hintOf(path, parameter)}</span>
          </span>
        </label>
        {errorAt(path) && <p className="small mt-1 font-semibold text-bad">{errorAt(path)}</p>}
      </div>
    );
  }
  const unit = UNITS[written];
  return (
    <div id={path} tabIndex={-1}>
      <NumberField
        label={unit ? `${parameter.name}, ${unit}` : parameter.name}
        hint={hintOf(path, parameter)}
        error={errorAt(path)}
        value={value}
        onChange={set}
      />
    </div>
  );
}

/** What the members see as fixed is free while one founds. */
const FREE: Record<string, string> = {
  "shares.par": t`any price; it stays for ever`,
  "shares.minimum": t`up to the greatest holding; it stays for ever`,
  "shares.maximum": t`any number`,
};

const hintOf = (path: string, { bound, rule }: Parameter): string => t`Lawful: ${FREE[path] ?? bound}. Clause ${rule}.`;
