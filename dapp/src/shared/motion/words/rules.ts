// What resolutions do to the rules and the parts of the co-op.

import type { Address } from "viem";
import { t } from "../../../../../books/say.ts";
import { shortAddress } from "../../format/address.ts";
import { type Words, words } from "./plain.ts";

const MARKET = 14;

/** What can be replaced, by place. */
function partAt(place: number): string {
  const parts: Record<number, string> = {
    2: t`the list of offices`,
    4: t`the board's way to act together`,
    5: t`the assembly where the members vote`,
    6: t`the list of keys for one-tap votes`,
    7: t`the member shares`,
    8: t`the treasury`,
    [MARKET]: t`the market`,
  };
  return parts[place] ?? t`a part of the co-op itself (place ${place})`;
}

export const RULE_WORDS: Record<string, Words> = {
  "assembly.minute": words(() => ({ sentence: t`Puts this text on record. No money moves and no rule changes.` })),
  "assembly.setRules": words(() => ({
    sentence: t`Replaces the rules by which the members decide.`,
    detail: t`What becomes of each figure is in the table below.`,
  })),
  "assembly.setDaoURI": words(([uri]: readonly [string]) => ({
    sentence:
      uri === ""
        ? t`Lets the co-op describe itself to the outside from its own records again.`
        : t`Says to the outside that the co-op describes itself at ${uri}.`,
  })),
  "assembly.callOutside": words(([target]: readonly [Address]) => ({
    sentence: t`Makes the co-op act on ${shortAddress(target)}, which is not a part of it.`,
    detail: t`What exactly is in the exact data below. Ask someone who can read it before you vote.`,
    unknown: true,
    account: target,
  })),
  "audits.fileReport": words(([year]: readonly [number]) => ({
    sentence: t`Files the report on the co-op's purpose for ${year}.`,
  })),
  "directory.windUp": words(() => ({
    sentence: t`Begins to wind the co-op up. It can not be taken back.`,
    detail: t`From then on nobody is admitted and no share is sold. After 90 days anyone can close it: shares are repaid at par, and what remains goes to the body that inherits.`,
  })),
  "directory.statePurpose": words(() => ({
    sentence: t`Changes what the co-op is for, as its charter states it.`,
    detail: t`The words that hold and the new ones stand below.`,
  })),
  "directory.replace": words(([place, code]: readonly [number, Address]) => ({
    sentence: t`Replaces ${partAt(place)} by a new one, with the code at ${shortAddress(code)}.`,
    detail:
      place === MARKET
        ? t`Whoever wrote the code decides what the new market does: have it reviewed before you vote. Jobs that run end at the former market as agreed, with all their money, and give no points any more; nothing new begins there.`
        : t`Whoever wrote the new part decides what it does: have it reviewed before you vote.`,
    account: code,
  })),
};
