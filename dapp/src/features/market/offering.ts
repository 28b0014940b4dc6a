// What somebody writes to offer a job or a service, and what is wrong with it.

import type { Address } from "viem";
import { zeroAddress } from "viem";
import type { Coop } from "../../../../books/coop.ts";
import { JobKind } from "../../../../books/job.ts";
import { t } from "../../../../books/say.ts";
import type { Settlement } from "../../shared/chain/settlement.ts";
import { sameAddress } from "../../shared/format/address.ts";
import { parseMoney } from "../../shared/format/money.ts";
import { accountNamed } from "../../shared/motion/recipient.ts";

export type Written = {
  kind: number;
  fare: string;
  costs: string;
  tip: string;
  /** As in a field of date and time. */
  acceptBy: string;
  doBy: string;
  /** A member's number or an account; empty for anybody. */
  provider: string;
  words: string;
};

export type Asked = {
  provider: Address;
  kind: number;
  fare: bigint;
  passThrough: bigint;
  tip: bigint;
  acceptBy: number;
  doBy: number;
};

export type Mistakes = Partial<Record<"fare" | "costs" | "tip" | "acceptBy" | "doBy" | "provider", string>>;

const HOUR = 3_600;
const LONGEST = 366 * 24 * HOUR;
const NO_MONEY = t`Write an amount of money, such as 12 or 12.50.`;

/** A form to begin with: a day to accept, another to do it. */
export const blank = (now: number): Written => {
  const hour = Math.ceil(now / HOUR) * HOUR;
  const [acceptBy, doBy] = [inField(hour + 24 * HOUR), inField(hour + 48 * HOUR)];
  return { kind: JobKind.Ride, fare: "", costs: "", tip: "", acceptBy, doBy, provider: "", words: "" };
};

/** A moment as a field of date and time has it, in the reader's time. */
export function inField(at: number): string {
  const date = new Date(at * 1_000);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

export function momentIn(field: string): number | undefined {
  const at = new Date(field).getTime();
  return Number.isNaN(at) ? undefined : Math.floor(at / 1_000);
}

/** Nothing written means nothing; undefined when it is not money. */
export const sumIn = (text: string, settlement: Settlement): bigint | undefined =>
  /^\s*0*([.,]0*)?\s*$/.test(text) ? 0n : parseMoney(text, settlement);

type World = { coop: Coop; settlement: Settlement; now: number; account: Address };

export function readOffer(written: Written, { coop, settlement, now, account }: World) {
  const mistakes: Mistakes = {};
  const fare = parseMoney(written.fare, settlement);
  const passThrough = sumIn(written.costs, settlement);
  const tip = sumIn(written.tip, settlement);
  const acceptBy = momentIn(written.acceptBy);
  const doBy = momentIn(written.doBy);
  const named = written.provider.trim() !== "";
  const provider = named ? accountNamed(written.provider, coop) : zeroAddress;
  if (fare === undefined) mistakes.fare = NO_MONEY;
  if (passThrough === undefined) mistakes.costs = NO_MONEY;
  if (tip === undefined) mistakes.tip = NO_MONEY;
  if (acceptBy === undefined || acceptBy <= now) mistakes.acceptBy = t`Choose a moment that is still to come.`;
  if (doBy === undefined || (acceptBy !== undefined && doBy < acceptBy)) {
    mistakes.doBy = t`It can not be done before it is accepted.`;
  } else if (doBy > now + LONGEST) mistakes.doBy = t`At most a year from now.`;
  if (provider === undefined) mistakes.provider = t`Write a member's number or an account address.`;
  else if (sameAddress(provider, account)) mistakes.provider = t`Nobody works for themselves.`;
  const complete = Object.keys(mistakes).length === 0;
  const asked = complete
    ? ({ provider, kind: written.kind, fare, passThrough, tip, acceptBy, doBy } as Asked)
    : undefined;
  return { mistakes, asked, named };
}

export const totalOf = ({ fare, passThrough, tip }: Pick<Asked, "fare" | "passThrough" | "tip">): bigint =>
  fare + passThrough + tip;
