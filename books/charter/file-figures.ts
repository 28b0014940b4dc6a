// The figures of a charter file over those of the template that it names, or over the defaults.
import { KIND_NAMES as DECISION_NAMES } from "../rules.ts";
import type { Charter, CharterRules, Eight } from "./charter.ts";
import {
  defaultHaltLimit,
  defaultMarket,
  defaultMembership,
  defaultRules,
  defaultShares,
  defaultSurplus,
} from "./defaults.ts";
import { type Field, HALT, KIND_FIELDS, SECTIONS } from "./file-fields.ts";
import type { Json, JsonObject } from "./file-json.ts";
import { type FileClasses, readClasses } from "./file-people.ts";
import { type FileReader, keysOf, within } from "./file-reader.ts";
import { charterFrom, TEMPLATES, type Template } from "./templates.ts";

type Figures = Pick<Charter, "rules" | "membership" | "haltLimit" | "shares" | "market" | "surplus">;

const NOWHERE = `0x${"0".repeat(40)}` as const;
/** A template's figures depend on none of these. */
const NOBODY = { name: "", purpose: "", settlementToken: NOWHERE, body: NOWHERE, founders: [], officers: [] };

export function readFigures(reader: FileReader, file: JsonObject, base: Figures, weights: readonly number[]): Figures {
  const part = (key: string, fields: readonly Field[], from: Json | undefined, figures: object): object =>
    reader.figures(fields, from === undefined ? {} : reader.object(from, key, keysOf(fields)), key, figures);
  const [voting, membership, shares, market, surplus] = SECTIONS.map(({ key, at, fields }) =>
    part(key, fields, file[key], atPath(base, at)),
  );
  const decisions = file.decisions === undefined ? {} : reader.object(file.decisions, "decisions", DECISION_NAMES);
  const kinds = DECISION_NAMES.map((name, i) =>
    part(within("decisions", name), KIND_FIELDS, decisions[name], base.rules.kinds[i] as object),
  );
  const eight = Array.from({ length: 8 }, (_, i) => weights[i] ?? 0) as unknown as Eight<number>;
  const rules = { kinds, voting: { ...voting, weights: eight } } as unknown as CharterRules;
  const { haltLimit } = reader.figures([HALT], file, "", { haltLimit: base.haltLimit });
  return { rules, haltLimit, ...({ membership, shares, market, surplus } as Omit<Figures, "rules" | "haltLimit">) };
}

export function readTemplate(reader: FileReader, { template }: JsonObject): Template | undefined {
  if (template === undefined) return undefined;
  return reader.oneOf(template, "template", Object.fromEntries(TEMPLATES.map((one) => [one.id, one])));
}

/** Classes that the file gives replace those of the template, all of them. */
export function readClassesOr(reader: FileReader, file: JsonObject, template: Template | undefined): FileClasses {
  if (file.classes !== undefined) return readClasses(reader, file.classes);
  if (template)
    return {
      classes: template.classes.map(({ kind, name }) => ({ kind, name })),
      weights: template.rules.voting.weights,
    };
  reader.wrong("classes", "This is missing: name the classes of members, or a template that has some.");
  return { classes: [], weights: [] };
}

/** What a file has where it says nothing: the template's figures, or the defaults of the rulebook at a par of one. */
export const figuresBy = (template: Template | undefined, decimals: number): Figures =>
  template ? charterFrom(template, { ...NOBODY, decimals }) : defaults(decimals);

const defaults = (decimals: number): Figures => ({
  rules: defaultRules([]),
  membership: defaultMembership,
  haltLimit: defaultHaltLimit,
  shares: defaultShares(10n ** BigInt(decimals)),
  market: defaultMarket,
  surplus: defaultSurplus,
});

export const atPath = (from: object, path: string): object =>
  path.split(".").reduce((one, key) => (one as Record<string, object>)[key] as object, from);
