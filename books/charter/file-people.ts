// The people of a charter file, and the classes that founders name.
import { type Charter, ClassKind, type Founder, type Officer, Role } from "./charter.ts";
import { DAY } from "./defaults.ts";
import { type Field, WEIGHT } from "./file-fields.ts";
import type { Json, JsonObject } from "./file-json.ts";
import { type FileReader, keysOf } from "./file-reader.ts";
import { TIME } from "./file-units.ts";

export const KIND_NAMES = lowerCased(ClassKind);
export const ROLE_NAMES = lowerCased(Role);

const NO_COMMITMENT = `0x${"0".repeat(64)}` as const;
const DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}Z)?$/;
/** The last second that a date of four digits can name. */
const LAST_DATE = 253_402_300_799;
/** How long an office lasts from the founding on, for files that name no day. */
const TERM: Field = { stem: "for", at: "until", unit: TIME };
const UNIX = "untilUnixSeconds";

export type FileClasses = { classes: Charter["classes"]; weights: readonly number[] };

export function readClasses(reader: FileReader, value: Json): FileClasses {
  const read = reader.list(value, "classes").map((one, i) => {
    const path = `classes.${i}`;
    const from = reader.object(one, path, ["name", "kind", "weight"]);
    const name = reader.text(from.name, `${path}.name`);
    const kind = reader.oneOf(from.kind, `${path}.kind`, KIND_NAMES) ?? 0;
    const weight = reader.figure(WEIGHT, from, path) as number | undefined;
    if (from.weight === undefined) reader.wrong(`${path}.weight`, 'This is missing: write text like "25 %".');
    return { name, kind, weight: weight ?? 0 };
  });
  return { classes: read.map(({ kind, name }) => ({ kind, name })), weights: read.map(({ weight }) => weight) };
}

export function readFounders(reader: FileReader, value: Json | undefined, classes: Charter["classes"]): Founder[] {
  return reader.list(value, "founders").map((one, i) => {
    const path = `founders.${i}`;
    const from = reader.object(one, path, ["account", "class", "commitment"]);
    return {
      account: reader.address(from.account, `${path}.account`),
      class: classOf(reader, from.class, `${path}.class`, classes),
      commitment: from.commitment === undefined ? NO_COMMITMENT : reader.hash(from.commitment, `${path}.commitment`),
    };
  });
}

/** By its name, or by its number counted from 1: two classes may have one name. */
function classOf(reader: FileReader, value: Json | undefined, path: string, classes: Charter["classes"]): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value > 0) return value - 1;
  const name = reader.text(value, path);
  const found = classes.flatMap((one, i) => (one.name === name ? [i] : []));
  if (found.length > 1) reader.wrong(path, `Two classes are called "${name}": give the class's number, from 1.`);
  if (found.length === 0 && typeof value === "string") {
    const names = classes.map((one) => `"${one.name}"`).join(", ");
    reader.wrong(path, `No class is called "${name}": there are ${names}.`);
  }
  return found[0] ?? 0;
}

export function readOfficers(reader: FileReader, value: Json | undefined, now: number): Officer[] {
  return reader.list(value, "officers").map((one, i) => {
    const path = `officers.${i}`;
    const from = reader.object(one, path, ["role", "account", "until", UNIX, ...keysOf([TERM])]);
    return {
      role: reader.oneOf(from.role, `${path}.role`, ROLE_NAMES) ?? 0n,
      account: reader.address(from.account, `${path}.account`),
      until: endOf(reader, from, path, now),
    };
  });
}

/** An office ends on a day, at a second, or so long after the founding. */
function endOf(reader: FileReader, from: JsonObject, path: string, now: number): number {
  const { until, [UNIX]: unix } = from;
  const term = reader.figure(TERM, from, path) as number | undefined;
  const given = [until, unix, keysOf([TERM]).find((key) => Object.hasOwn(from, key))].filter(
    (one) => one !== undefined,
  );
  if (given.length !== 1) {
    reader.wrong(`${path}.until`, 'Say once when the office ends: "until" with a date, or "forDays" with a number.');
  } else if (unix !== undefined) {
    if (Number.isSafeInteger(unix) && (unix as number) >= 0) return unix as number;
    reader.wrong(`${path}.${UNIX}`, "This must be a whole number.");
  } else if (until !== undefined) {
    const end = typeof until === "string" && DATE.test(until) ? Date.parse(until) / 1_000 : Number.NaN;
    if (end >= 0 && dateOf(end).startsWith(until as string)) return end;
    reader.wrong(`${path}.until`, 'This must be a date like "2027-10-31", or a moment like "2027-10-31T12:00:00Z".');
  }
  return term === undefined ? 0 : now + term;
}

export function writeFounder({ account, class: index, commitment }: Founder, classes: Charter["classes"]): JsonObject {
  const name = classes[index]?.name;
  const isAlone = name !== undefined && classes.filter((one) => one.name === name).length === 1;
  const known = { account, class: isAlone ? name : index + 1 };
  return commitment === NO_COMMITMENT ? known : { ...known, commitment };
}

export function writeOfficer({ role, account, until }: Officer): JsonObject {
  const end: JsonObject = until <= LAST_DATE ? { until: shortDateOf(until) } : { [UNIX]: until };
  return { role: nameIn(ROLE_NAMES, role), account, ...end };
}

export const nameIn = <T>(names: Readonly<Record<string, T>>, value: T): string => {
  const [name] = Object.entries(names).find(([, one]) => one === value) ?? [];
  if (name === undefined) throw new Error(`A charter file has no name for ${value}: ${Object.keys(names).join(", ")}.`);
  return name;
};

const dateOf = (seconds: number): string => new Date(seconds * 1_000).toISOString().replace(".000Z", "Z");

const shortDateOf = (seconds: number): string =>
  seconds % DAY === 0 ? dateOf(seconds).slice(0, "2027-10-31".length) : dateOf(seconds);

function lowerCased<T>(names: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(names).map(([name, value]) => [name.toLowerCase(), value]));
}
