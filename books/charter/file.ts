// A charter as a file that people can read and write, in both directions.
import type { Address } from "../event.ts";
import { KIND_NAMES as DECISION_NAMES } from "../rules.ts";
import type { Charter } from "./charter.ts";
import { type Field, HALT, KIND_FIELDS, SECTIONS, WEIGHT } from "./file-fields.ts";
import { atPath, figuresBy, readClassesOr, readFigures, readTemplate } from "./file-figures.ts";
import { type JsonObject, parseJson } from "./file-json.ts";
import { KIND_NAMES, nameIn, readFounders, readOfficers, writeFounder, writeOfficer } from "./file-people.ts";
import { ADDRESS, type FileProblem, FileReader, keysOf } from "./file-reader.ts";

export type { FileProblem } from "./file-reader.ts";
/** Decimals of the settlement token; the present in unix seconds, from which offices "for" a time are counted. */
export type FileContext = { decimals: number; now: number };
export type FileRead = { charter: Charter } | { problems: FileProblem[] };

const TEXTS = ["name", "purpose"] as const;
const TOP = [
  ...TEXTS,
  "template",
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
  const template = readTemplate(reader, file);
  const { classes, weights } = readClassesOr(reader, file, template);
  const charter = {
    name: reader.text(file.name, "name"),
    purpose: reader.text(file.purpose, "purpose"),
    classes,
    ...readFigures(reader, file, figuresBy(template, decimals), weights),
    settlementToken: reader.address(file.settlementToken, "settlementToken"),
    body: reader.address(file.body, "body"),
    founders: readFounders(reader, file.founders, classes),
    officers: readOfficers(reader, file.officers ?? [], now),
  };
  return reader.problems.length === 0 ? { charter } : { problems: reader.problems };
}

/** The money that a file counts in, if it says so: its decimals are needed to read the rest. */
export function tokenIn(text: string): Address | undefined {
  const parsed = parseJson(text);
  const token = "value" in parsed ? (parsed.value as JsonObject | null)?.settlementToken : undefined;
  return typeof token === "string" && ADDRESS.test(token) ? (token as Address) : undefined;
}

/** The file of this charter, with every figure in it. */
export function writeCharterFile(charter: Charter, { decimals }: Pick<FileContext, "decimals">): string {
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
