// From what a person wrote to a motion, or to what is missing.

import { encodeFunctionData } from "viem";
import { assemblyDeskAbi, directoryAbi } from "../../../../books/abi.ts";
import type { Coop } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import type { Settlement } from "../../shared/chain/settlement.ts";
import { memoOf } from "../../shared/motion/purpose.ts";
import { describe } from "../../shared/motion/text.ts";
import { recognise, redeem, sell, topUp, writeOff } from "./commonsWriting.ts";
import { asset, budget, gift } from "./fundWriting.ts";
import { marketTerms } from "./marketWriting.ts";
import { coverLoss, payment } from "./moneyWriting.ts";
import { order } from "./orderWriting.ts";
import { appoint, expulsion, recall, recovery } from "./peopleWriting.ts";
import { statePurpose } from "./purposeWriting.ts";
import { surplusTerms } from "./surplusTermsWriting.ts";
import { declare } from "./surplusWriting.ts";
import {
  type Mistakes,
  type Motion,
  type MotionContext,
  single,
  type What,
  type Writing,
  type Written,
} from "./written.ts";

export type { Disposal, Mistakes, Motion, MotionContext, What, Written } from "./written.ts";
export { isBeyond, memberNumbered, NOTHING_WRITTEN, recipientOf } from "./written.ts";

const minute: Writing = {
  mistakes: ({ text }) => (text.trim() === "" ? { text: t`Write what the members should say or advise.` } : {}),
  motion: ({ title, text }, { modules }) => {
    const description = describe(title, text);
    const data = encodeFunctionData({ abi: assemblyDeskAbi, functionName: "minute", args: [memoOf(description)] });
    return single(0, modules.assembly, data, description);
  },
};

const windUp: Writing = {
  mistakes: ({ text }) => (text.trim() === "" ? { text: t`Write why the co-op should end.` } : {}),
  motion: ({ title, text }, { modules }) => {
    const data = encodeFunctionData({ abi: directoryAbi, functionName: "windUp" });
    return single(3, modules.directory, data, describe(title, text));
  },
};

const WRITINGS: Record<What, Writing> = {
  pay: payment,
  minute,
  appoint,
  recall,
  declare,
  marketTerms,
  surplusTerms,
  coverLoss,
  recovery,
  expel: expulsion,
  windUp,
  order,
  topUp,
  redeem,
  recognise,
  sell,
  writeOff,
  budget,
  gift,
  asset,
  statePurpose,
};

export function mistakesIn(
  written: Written,
  coop: Coop,
  settlement: Settlement,
  now = 0,
  more: Pick<MotionContext, "book" | "market" | "disposal" | "unposted"> = {},
): Mistakes {
  const mistakes: Mistakes = {};
  if (written.title.trim() === "") mistakes.title = t`Give it a title, so that others know what it is about.`;
  else if (/[\r\n]/.test(written.title)) mistakes.title = t`A title is one line.`;
  return { ...mistakes, ...WRITINGS[written.what].mistakes(written, { coop, settlement, now, ...more }) };
}

/** Only of something without mistakes. */
export function motionOf(written: Written, context: MotionContext): Motion | undefined {
  const { coop, settlement, now, book, market, disposal, unposted } = context;
  const mistakes = mistakesIn(written, coop, settlement, now, { book, market, disposal, unposted });
  if (Object.keys(mistakes).length > 0) return undefined;
  return WRITINGS[written.what].motion(written, context);
}
