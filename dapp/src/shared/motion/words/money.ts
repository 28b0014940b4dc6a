// What resolutions do with money, shares and the reserve.

import type { Address, Hex } from "viem";
import { fundSaid } from "../../../../../books/fund-names.ts";
import { t } from "../../../../../books/say.ts";
import { formatMoney } from "../../format/money.ts";
import { percentOf } from "../../format/rate.ts";
import { formatDay, formatSpan } from "../../format/time.ts";
import { amountOf, nameOf } from "../names.ts";
import { purposeLine, type Words, words } from "./plain.ts";

type Payment = readonly [fund: number, asset: Address, to: Address, amount: bigint, memo: Hex];

export const MONEY_WORDS: Record<string, Words> = {
  "treasury.pay": words(([fund, asset, to, amount, memo]: Payment, text, { coop, settlement }) => ({
    sentence: t`Pays ${amountOf(amount, asset, settlement)} from the ${fundSaid(Number(fund))} to ${nameOf(to, coop)}.`,
    detail: purposeLine(text, memo),
    account: to,
  })),
  "treasury.dispose": words(([fund, asset, to, amount, memo]: Payment, text, { coop, settlement }) => ({
    sentence: t`Pays ${amountOf(amount, asset, settlement)} from the ${fundSaid(Number(fund))} to ${nameOf(to, coop)}, also beyond what ordinary resolutions may pay.`,
    detail: purposeLine(text, memo),
    account: to,
  })),
  "shares.writeDown": words(([units, certificate]: readonly [bigint, bigint]) => ({
    sentence: t`Writes down ${units} shares of all members together for the loss that the auditor certified (No. ${certificate}).`,
    detail: t`The reserve pays first. Then every member bears it in proportion to what it holds above the least holding.`,
  })),
  "shares.setTerms": words(([notice, suspension, cap, maximum]: readonly [number, number, number, bigint]) => ({
    sentence: t`Sets the terms of shares: withdrawals wait ${formatSpan(Number(notice))}, can be suspended for ${formatSpan(Number(suspension))} at most, interest is ${percentOf(cap)} a year at most, and nobody holds more than ${maximum.toLocaleString("en-GB")}.`,
    detail: t`Withdrawals that wait already keep their dates.`,
  })),
  "shares.suspendWithdrawals": words(([until]: readonly [number]) => ({
    sentence: t`Suspends the withdrawal of shares until ${formatDay(Number(until))}.`,
    detail: t`Those that wait already are suspended too, and keep their places. It ends by itself.`,
  })),
  "reserve.coverLoss": words(([certificate, amount]: readonly [bigint, bigint], _, { settlement }) => ({
    sentence: t`Moves ${formatMoney(amount, settlement)} from the reserve to the operating fund, for the loss that the auditor certified (No. ${certificate}).`,
    detail: t`Never more than what was certified and is not covered yet.`,
  })),
  "reserve.nameBody": words(([body]: readonly [Address], _, { coop }) => ({
    sentence: t`Names ${nameOf(body, coop)} as the body that gets what remains when the co-op ends.`,
    detail: t`It takes effect after 180 days, if the body has accepted by then.`,
    account: body,
  })),
};
