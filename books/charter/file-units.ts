// Units in which a charter file states its figures: times with the unit in the key, shares per cent, money in whole units.
import { decimalOf } from "../csv.ts";
import { DAY } from "./defaults.ts";
import type { Json } from "./file-json.ts";

export type Written = { ending: string; value: Json };
export type Unit<T> = {
  /** What stands behind the stem of a key and says how the number is meant. */
  endings: readonly string[];
  /** How a value looks, for whoever wrote another. */
  form: string;
  /** Undefined when it is not of this form. */
  read(value: Json, ending: string, decimals: number): T | undefined;
  write(value: T, decimals: number): Written;
};

const PLAIN = [""];
const LENGTHS = [
  ["Days", DAY],
  ["Hours", 3_600],
  ["Minutes", 60],
  ["Seconds", 1],
] as const;
const DIGITS = /^\d{1,30}$/;
const AMOUNT = /^(\d{1,60})(?:\.(\d+))?$/;
const PER_CENT = /^(\d{1,6})(?:\.(\d{1,2}))? ?%$/;

const isCount = (value: Json): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** Whole seconds. They are written in the largest unit that has no rest. */
export const TIME: Unit<number> = {
  endings: LENGTHS.map(([ending]) => ending),
  form: "a number like 14, in the unit that the key ends in",
  read(value, ending) {
    const length = LENGTHS.find(([name]) => name === ending)?.[1];
    const seconds = typeof value === "number" && length ? value * length : undefined;
    return seconds !== undefined && isCount(seconds) ? seconds : undefined;
  },
  write(seconds) {
    const [ending, length] = LENGTHS.find(([, length]) => seconds % length === 0) ?? ["Seconds", 1];
    return { ending, value: seconds / length };
  },
};

/** Basis points. */
export const SHARE: Unit<number> = {
  endings: PLAIN,
  form: 'text like "25 %", with at most two decimals',
  read(value) {
    const [, whole, part = ""] = (typeof value === "string" && PER_CENT.exec(value)) || [];
    return whole === undefined ? undefined : Number(whole) * 100 + Number(part.padEnd(2, "0"));
  },
  write: (points) => ({ ending: "", value: `${shortened(decimalOf(BigInt(points), 2), 0)} %` }),
};

export const COUNT: Unit<number> = {
  endings: PLAIN,
  form: "a whole number",
  read: (value) => (isCount(value) ? value : undefined),
  write: (value) => ({ ending: "", value }),
};

/** Numbers that may be larger than JSON's own are text. */
export const LARGE: Unit<bigint> = {
  endings: PLAIN,
  form: "a whole number",
  read(value) {
    if (typeof value === "string" && DIGITS.test(value)) return BigInt(value);
    return isCount(value) ? BigInt(value) : undefined;
  },
  write: (value) => ({ ending: "", value: value <= Number.MAX_SAFE_INTEGER ? Number(value) : String(value) }),
};

/** Smallest units of the settlement token, written in whole ones. */
export const MONEY: Unit<bigint> = {
  endings: PLAIN,
  form: 'text like "1.00", in whole units of the settlement token and with no more decimals than it has',
  read(value, _, decimals) {
    const [, whole, part = ""] = (typeof value === "string" && AMOUNT.exec(value)) || [];
    const fits = part.replace(/0+$/, "").length <= decimals;
    return whole === undefined || !fits ? undefined : BigInt(whole + part.slice(0, decimals).padEnd(decimals, "0"));
  },
  write: (amount, decimals) => ({ ending: "", value: shortened(decimalOf(amount, decimals), 2) }),
};

export const YES: Unit<boolean> = {
  endings: PLAIN,
  form: "true or false",
  read: (value) => (typeof value === "boolean" ? value : undefined),
  write: (value) => ({ ending: "", value }),
};

/** Without zeros at the end, but for so many decimals that stay. */
function shortened(decimal: string, kept: number): string {
  const [whole, part = ""] = decimal.split(".");
  const rest = part.slice(0, kept) + part.slice(kept).replace(/0+$/, "");
  const all = kept === 0 ? rest.replace(/0+$/, "") : rest;
  return all ? `${whole}.${all}` : String(whole);
}
