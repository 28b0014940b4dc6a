// Where money can be before and after: the funds, the reserve, and the accounts that a resolution names.
import { type Address, encodeFunctionData, hexToBigInt } from "viem";
import { reserveAbi, treasuryAbi } from "../../../../books/abi.ts";
import type { CommonsBook } from "../../../../books/commons.ts";
import type { Content } from "../../../../books/coop.ts";
import { fundSaid } from "../../../../books/fund-names.ts";
import {
  AUCTIONS,
  COMMONS,
  COMMUNITY,
  INTEREST_PAYABLE,
  MEMBER_INCOME,
  OPERATING,
  SHARE_CAPITAL,
  UPKEEP,
  WITHDRAWALS_PAYABLE,
} from "../../../../books/funds.ts";
import { t } from "../../../../books/say.ts";
import { tokenAbi } from "../chain/token.ts";
import { sameAddress } from "../format/address.ts";
import { accountsOf, moduleAt, readCall } from "../motion/calls.ts";
import { nameOf } from "../motion/names.ts";
import type { ActionContext } from "../motion/words/plain.ts";
import type { Answer, Call } from "./code.ts";

/** `account` is somebody's own; funds and the reserve are the co-op's. */
export type Look = { name: string; account?: Address; call: Call };
export type Moved = { name: string; account?: Address; before: bigint; after: bigint };

const OWN = [OPERATING, SHARE_CAPITAL, COMMONS, MEMBER_INCOME, UPKEEP, COMMUNITY];
const OWED = [WITHDRAWALS_PAYABLE, INTEREST_PAYABLE, AUCTIONS];
/** More accounts than these are not looked at: a list of recipients is told by the actions. */
const MOST_ACCOUNTS = 20;

type Modules = { treasury: Address; reserve: Address };

/** `book` is where funds beyond the common ones are listed. */
export function looksOf(content: Content, context: ActionContext, modules: Modules, book?: CommonsBook): Look[] {
  const { coop, settlement } = context;
  const funds = new Set([...OWN, ...OWED, ...(book?.funds.keys() ?? [])]);
  const question = (target: Address, data: Call["data"]): Call => ({ target, value: 0n, data });
  return [
    ...[...funds].map((fund) => ({
      name: fundSaid(fund),
      call: question(
        modules.treasury,
        encodeFunctionData({ abi: treasuryAbi, functionName: "balanceOf", args: [fund, settlement.address] }),
      ),
    })),
    {
      name: t`reserve`,
      call: question(modules.reserve, encodeFunctionData({ abi: reserveAbi, functionName: "booked" })),
    },
    ...accountsIn(content, context)
      .slice(0, MOST_ACCOUNTS)
      .map((account) => ({
        name: nameOf(account, coop),
        account,
        call: question(
          settlement.address,
          encodeFunctionData({ abi: tokenAbi, functionName: "balanceOf", args: [account] }),
        ),
      })),
  ];
}

/** People and outsiders that the calls name, and no part of the co-op. */
export function accountsIn(content: Content, context: ActionContext): Address[] {
  const found = new Map<string, Address>();
  for (const [i, target] of content.targets.entries()) {
    const module = moduleAt(target, context);
    const call = module && readCall(module, content.calldatas[i] ?? "0x");
    for (const address of call ? accountsOf(call) : []) {
      const ours = moduleAt(address, context) !== undefined || sameAddress(address, context.settlement.address);
      if (!ours && BigInt(address) !== 0n) found.set(address.toLowerCase(), address);
    }
  }
  return [...found.values()];
}

/** What is more or less afterwards. */
export function movedBetween(looks: readonly Look[], before: readonly Answer[], after: readonly Answer[]): Moved[] {
  return looks.flatMap(({ name, account }, i) => {
    const [was, is] = [amountIn(before[i]), amountIn(after[i])];
    return was === undefined || is === undefined || was === is
      ? []
      : [{ name, ...(account && { account }), before: was, after: is }];
  });
}

const amountIn = (answer: Answer | undefined): bigint | undefined =>
  answer?.well && answer.data.length === 66 ? hexToBigInt(answer.data) : undefined;
