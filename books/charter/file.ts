// A charter as a file that people can read and write, in both directions.
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
import { type Field, HALT, KIND_FIELDS, SECTIONS, WEIGHT } from "./file-fields.ts";
import { type Json, type JsonObject, parseJson } from "./file-json.ts";
import {
  KIND_NAMES,
  nameIn,
  readClasses,
  readFounders,
  readOfficers,
  writeFounder,
  writeOfficer,
} from "./file-people.ts";
import { type FileProblem, FileReader, keysOf, within } from "./file-reader.ts";

export type { FileProblem } from "./file-reader.ts";
/** Decimals of the settlement token; the present in unix seconds, from which offices "for" a time are counted. */
export type FileContext = { decimals: number; now: number };
export type FileRead = { charter: Charter & { purpose: string } } | { problems: FileProblem[] };

type Figures = Pick<Charter, "rules" | "membership" | "haltLimit" | "shares" | "market" | "surplus">;

const TEXTS = ["name", "purpose"] as const;
const TOP = [
  ...TEXTS,
  "settlementToken",
  "body",
  "classes",
  "founders",
  "officers",
  "decisions",
  ...SECTIONS.map(({ key }) => key),
  ...keysOf([HALT]),
];

/** What the file says, or everything that is wrong with how it says it. Whether it is lawful is for `problemsOf`. */
export function readCharterFile(text: string, { decimals, now }: FileContext): FileRead {
  const parsed = parseJson(text);
  if ("sentence" in parsed) return { problems: [{ path: "", sentence: parsed.sentence }] };
  const reader = new FileReader(decimals);
  const file = reader.object(parsed.value, "", TOP);
  if (file.classes === undefined) reader.wrong("classes", "This is missing: a co-op has at least one class.");
  const { classes, weights } = readClasses(reader, file.classes ?? []);
  const charter = {
    name: reader.text(file.name, "name"),
    purpose: reader.text(file.purpose, "purpose"),
    classes,
    ...readFigures(reader, file, figuresBy(decimals), weights),
    settlementToken: reader.address(file.settlementToken, "settlementToken"),
    body: reader.address(file.body, "body"),
    founders: readFounders(reader, file.founders, classes),
    officers: readOfficers(reader, file.officers ?? [], now),
  };
  return reader.problems.length === 0 ? { charter } : { problems: reader.problems };
}

/** The file of this charter, with every figure in it. */
export function writeCharterFile(
  charter: Charter & { purpose: string },
  { decimals }: Pick<FileContext, "decimals">,
): string {
  const figures = (fields: readonly Field[], from: object): JsonObject =>
    Object.fromEntries(
      fields.map(({ stem, at, unit }) => {
        const { ending, value } = unit.write((from as Record<string, unknown>)[at], decimals);
        return [stem + ending, value];
      }),
    );
  const { classes, rules } = charter;
  const unheard = rules.voting.weights.findIndex((weight, i) => weight !== 0 && i >= classes.length);
  if (unheard >= 0)
    throw new Error(`A charter file has no place for the weight of class ${unheard + 1}: it is not declared.`);
  const file: JsonObject = {
    ...Object.fromEntries(TEXTS.map((key) => [key, charter[key]])),
    settlementToken: charter.settlementToken,
    body: charter.body,
    classes: classes.map(({ kind, name }, i) => ({
      name,
      kind: nameIn<number>(KIND_NAMES, kind),
      ...figures([WEIGHT], { weight: rules.voting.weights[i] ?? 0 }),
    })),
    founders: charter.founders.map((founder) => writeFounder(founder, classes)),
    officers: charter.officers.map(writeOfficer),
    decisions: Object.fromEntries(
      DECISION_NAMES.map((name, i) => [name, figures(KIND_FIELDS, rules.kinds[i] as object)]),
    ),
    ...Object.fromEntries(SECTIONS.map(({ key, at, fields }) => [key, figures(fields, atPath(charter, at))])),
    ...figures([HALT], charter),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function readFigures(reader: FileReader, file: JsonObject, base: Figures, weights: readonly number[]): Figures {
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

/** What a file that names no template has where it says nothing: the defaults of the rulebook, at a par of one. */
const figuresBy = (decimals: number): Figures => ({
  rules: defaultRules([]),
  membership: defaultMembership,
  haltLimit: defaultHaltLimit,
  shares: defaultShares(10n ** BigInt(decimals)),
  market: defaultMarket,
  surplus: defaultSurplus,
});

const atPath = (from: object, path: string): object =>
  path.split(".").reduce((one, key) => (one as Record<string, object>)[key] as object, from);
