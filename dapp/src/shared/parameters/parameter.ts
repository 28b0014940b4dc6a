// A figure that the members can set: its rule, its bounds, and how it is said.

import { t } from "../../../../books/say.ts";
import { spanInWords } from "../../../../books/words.ts";
import type { Settlement } from "../chain/settlement.ts";
import { formatMoney } from "../format/money.ts";
import { percentOf } from "../format/rate.ts";

export type Values = Record<string, unknown>;
/** All the parameters of a group as they were set at one moment. */
export type Setting = { at: number; tx: string; values: Values };

/** What a figure counts: seconds, basis points, things, smallest units of money; or it is a yes or a no. */
export type Unit = "span" | "share" | "count" | "money" | "yesNo";

export type Parameter = {
  /** Its identifier in docs/rulebook.md. */
  rule: string;
  /** What it is called among the values of its group. */
  key: string;
  unit: Unit;
  name: string;
  /** What no resolution can leave. */
  bound: string;
  /** Its value in words. */
  say: (values: Values, settlement: Settlement) => string;
};

type How = (value: unknown, settlement: Settlement) => string;

const HOW: Record<Unit, How> = {
  span: (value) => spanInWords(Number(value)),
  share: (value) => percentOf(Number(value)),
  count: (value) => Number(value).toLocaleString("en-GB"),
  yesNo: (value) => (value ? t`yes` : t`no`),
  money: (value, settlement) => formatMoney(BigInt(value as bigint), settlement),
};

/** A parameter that is one figure of what was set. */
export const figure = (rule: string, key: string, name: string, unit: Unit, bound: string): Parameter => ({
  ...{ rule, key, name, unit, bound },
  say: (values, settlement) => HOW[unit](values[key], settlement),
});
