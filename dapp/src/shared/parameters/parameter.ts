// A figure that the members can set: its rule, its bounds, and how it is said.
import { t } from "../../../../books/say.ts";
import { spanInWords } from "../../../../books/words.ts";
import type { Settlement } from "../chain/settlement.ts";
import { formatMoney } from "../format/money.ts";
import { percentOf } from "../format/rate.ts";

export type Values = Record<string, unknown>;
/** All the parameters of a group as they were set at one moment. */
export type Setting = { at: number; tx: string; values: Values };

export type Parameter = {
  /** Its identifier in docs/rulebook.md. */
  rule: string;
  name: string;
  /** What no resolution can leave. */
  bound: string;
  /** Its value in words. */
  say: (values: Values, settlement: Settlement) => string;
};

type How = (value: unknown, settlement: Settlement) => string;

export const span: How = (value) => spanInWords(Number(value));
export const share: How = (value) => percentOf(Number(value));
export const count: How = (value) => Number(value).toLocaleString("en-GB");
export const yesNo: How = (value) => (value ? t`yes` : t`no`);
export const money: How = (value, settlement) => formatMoney(BigInt(value as bigint), settlement);

/** A parameter that is one figure of what was set. */
export const figure = (rule: string, key: string, name: string, how: How, bound: string): Parameter => ({
  rule,
  name,
  bound,
  say: (values, settlement) => how(values[key], settlement),
});
