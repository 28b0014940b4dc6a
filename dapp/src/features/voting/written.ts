// What a person writes when proposing something, and what becomes of it.
import type { Address, Hex } from "viem";
import type { Coop } from "../../../../books/coop.ts";
import type { Kind } from "../../../../books/rules.ts";
import type { Settlement } from "../../shared/chain/settlement.ts";

/** What a proposal can do; everything else is written with other tools. */
export type What = "pay" | "minute" | "appoint" | "recall" | "interest" | "coverLoss" | "recovery" | "expel" | "windUp";

export type Written = {
  title: string;
  text: string;
  what: What;
  recipient: string;
  amount: string;
  purpose: string;
  /** The number of the member whom it is about. */
  member: string;
  grounds: string;
  /** Number of an office, who is to hold it, and the day it ends: "2027-05-31". */
  office: string;
  officer: string;
  until: string;
  /** Interest in per cent a year. */
  rate: string;
  /** The loss that the auditor certified, by number. */
  certificate: string;
  /** Whether a recovery is granted. */
  grant: "" | "yes" | "no";
};

export const NOTHING_WRITTEN: Written = {
  title: "",
  text: "",
  what: "pay",
  recipient: "",
  amount: "",
  purpose: "",
  member: "",
  grounds: "",
  office: "2",
  officer: "",
  until: "",
  rate: "",
  certificate: "",
  grant: "",
};

export type Mistakes = Partial<Record<keyof Written, string>>;
export type Motion = { targets: Address[]; values: bigint[]; calldatas: Hex[]; description: string; kind: Kind };

/** What resolutions parted with in twelve months, and what ordinary ones must stay below (V7). */
export type Disposal = { disposed: bigint; limit: bigint };

type Module = "treasury" | "assembly" | "register" | "directory";
type LaterModule = "authority" | "shares" | "reserve";

export type MotionContext = {
  coop: Coop;
  settlement: Settlement;
  modules: Record<Module, Address> & Partial<Record<LaterModule, Address>>;
  disposal?: Disposal | undefined;
  /** Unix seconds. */
  now?: number;
};

/** How one kind of proposal is checked and made. */
export type Writing = {
  mistakes: (written: Written, context: Omit<MotionContext, "modules">) => Mistakes;
  /** Only of something without mistakes. */
  motion: (written: Written, context: MotionContext) => Motion | undefined;
};

export const single = (kind: Kind, target: Address | undefined, data: Hex, description: string): Motion | undefined =>
  target && { targets: [target], values: [0n], calldatas: [data], description, kind };

export { accountNamed as recipientOf, memberNumbered } from "../../shared/motion/recipient.ts";
