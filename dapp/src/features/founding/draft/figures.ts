// The figures of a charter as they are written in fields: by their place in the charter, in days, per cent and whole money.

import { formatUnits } from "viem";
import { t } from "../../../../../books/say.ts";
import { parseMoney } from "../../../shared/format/money.ts";
import { rateOf } from "../../../shared/format/rate.ts";
import { HOUR } from "../../../shared/format/time.ts";
import { wholeNumber } from "../../../shared/format/units.ts";
import { type Group, groupsOf } from "../../../shared/parameters/list.ts";
import { figure, type Parameter } from "../../../shared/parameters/parameter.ts";

/** A figure of the charter and how it is written. */
export type Figure = { path: string; parameter: Parameter; written: Written };
type Written = "days" | "hours" | "per cent" | "count" | "money" | "yesNo";
/** What a charter holds there. */
export type Value = number | bigint | boolean;

export const GROUPS: readonly Group[] = groupsOf([]);
const HALT = figure("G1", "haltLimit", t`A guardian stops new business for at most`, "span", t`at most 14 days`);
/** What an advisory resolution passes is never carried out: its charter has these figures all the same. */
const UNSEEN = ["delay", "window"].map((key) => figure("V13", key, key, "span", ""));

const WRITTEN = { span: "days", share: "per cent", count: "count", money: "money", yesNo: "yesNo" } as const;
const SECONDS = { days: 24 * HOUR, hours: HOUR };
const HOURS = ["market.window"];
const BIG = ["shares.par", "shares.minimum", "shares.maximum"];

const at = (path: string, parameter: Parameter): Figure => ({
  path,
  parameter,
  written: HOURS.includes(path) ? "hours" : WRITTEN[parameter.unit],
});

export const figuresOfGroup = (group: Group): Figure[] =>
  group.parameters.map((parameter) => at(`${group.at}.${parameter.key}`, parameter));

export const HALT_FIGURE = at(HALT.key, HALT);

export const FIGURES: readonly Figure[] = [
  ...GROUPS.flatMap(figuresOfGroup),
  ...UNSEEN.map((parameter) => at(`rules.kinds.0.${parameter.key}`, parameter)),
  HALT_FIGURE,
];

/** A value of the charter as a person writes it. */
export function textOf({ written }: Figure, value: Value, decimals: number): string {
  if (written === "yesNo") return value ? "yes" : "no";
  if (written === "money") return formatUnits(BigInt(value), decimals);
  if (written === "count") return String(value);
  const one = written === "per cent" ? 100 : SECONDS[written];
  return String(Math.round((Number(value) / one) * 100) / 100);
}

/** What was written, as the charter has it; undefined when it is none. */
export function valueWritten({ path, written }: Figure, text: string, decimals: number): Value | undefined {
  if (written === "yesNo") return text === "yes";
  if (written === "money") return parseMoney(text, { symbol: "", decimals });
  if (written === "count") {
    const count = wholeNumber(text);
    return count === undefined || BIG.includes(path) ? count : Number(count);
  }
  const hundredths = rateOf(text);
  if (hundredths === undefined) return undefined;
  return written === "per cent" ? hundredths : Math.round((hundredths * SECONDS[written]) / 100);
}

const UNREADABLE: Record<Written, string> = {
  days: t`Write days, such as 14.`,
  hours: t`Write hours, such as 72.`,
  "per cent": t`Write per cent, such as 25.`,
  count: t`Write a whole number, such as 3.`,
  money: t`Write an amount, such as 1.00.`,
  yesNo: "",
};

/** What to write where nothing could be read. */
export const unreadable = ({ written }: Figure): string => UNREADABLE[written];

/** The value at a path like "rules.kinds.1.notice". */
export const valueAt = (from: unknown, path: string): unknown =>
  path.split(".").reduce((one, key) => (one as Record<string, unknown> | undefined)?.[key], from);

/** Puts a value at a path of a thing that is being made. */
export function put(into: object, path: string, value: unknown): void {
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const holder = keys.reduce((one, key) => one[key] as Record<string, unknown>, into as Record<string, unknown>);
  holder[last] = value;
}
