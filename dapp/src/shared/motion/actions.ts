// What a proposal would do, in plain words.

import type { Address, Hex } from "viem";
import type { Content } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { MODULE_TITLES } from "../chain/titles.ts";
import { shortAddress } from "../format/address.ts";
import { moduleAt, type ReadCall, readCall } from "./calls.ts";
import { COMMONS_WORDS } from "./words/commons.ts";
import { MARKET_WORDS } from "./words/market.ts";
import { MONEY_WORDS } from "./words/money.ts";
import { PEOPLE_WORDS } from "./words/people.ts";
import type { ActionContext, Plain, Words } from "./words/plain.ts";
import { RULE_WORDS } from "./words/rules.ts";

export type PlainAction = Plain & { target: Address; value: bigint; data: Hex; call: ReadCall | undefined };

const WORDS: Record<string, Words> = {
  ...MONEY_WORDS,
  ...COMMONS_WORDS,
  ...MARKET_WORDS,
  ...PEOPLE_WORDS,
  ...RULE_WORDS,
};

export function actionsOf(content: Content, context: ActionContext): PlainAction[] {
  return content.targets.map((target, i) => {
    const data = content.calldatas[i] ?? "0x";
    const module = moduleAt(target, context);
    const call = module && readCall(module, data);
    const plain = inPlainWords(target, data, content.description, context);
    return { target, value: content.values[i] ?? 0n, data, call, ...plain };
  });
}

/** One call. `description` is the text that may hold what the call refers to by a hash. */
export function inPlainWords(target: Address, data: Hex, description: string, context: ActionContext): Plain {
  const module = moduleAt(target, context);
  if (!module) return unknownCall(t`Calls ${shortAddress(target)}, which is not a part of this co-op.`);
  const call = readCall(module, data);
  if (!call) return unknownCall(t`Calls something unknown of the ${MODULE_TITLES[module].toLowerCase()}.`);
  const known = WORDS[`${module}.${call.functionName}`];
  if (known) return known(call.args, description, context);
  return unknownCall(t`Calls “${call.functionName}” of the ${MODULE_TITLES[module].toLowerCase()}.`);
}

const unknownCall = (sentence: string): Plain => ({
  sentence,
  detail: t`We have no plain words for this. Ask someone who can read the exact data below before you vote.`,
  unknown: true,
});
