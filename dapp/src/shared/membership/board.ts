// What one person decides another carries out (B1), and with no board in office three members together (V8).
import type { BoardAct, Coop, Office } from "../../../../books/coop.ts";
import { sameAddress } from "../format/address.ts";
import { DAY } from "../format/time.ts";
import { BOARD, TREASURER } from "../motion/offices.ts";

const ACT_LASTS = 30 * DAY;
/** Fewer directors than that are no board. */
const LEAST_BOARD = 2;

export const inOffice = (coop: Coop, role: number, now: number): Office[] =>
  coop.offices.filter((office) => office.role === role && now < office.until);

export const holds = (coop: Coop, role: number, account: string | undefined, now: number): boolean =>
  account !== undefined && inOffice(coop, role, now).some((office) => sameAddress(office.account, account));

export const boardInOffice = (coop: Coop, now: number): boolean => inOffice(coop, BOARD, now).length >= LEAST_BOARD;

/** Whether an account acts for the board: a director, or while there is no board any member. */
export function isDirector(coop: Coop, account: string | undefined, now: number): boolean {
  if (account === undefined) return false;
  return boardInOffice(coop, now) ? holds(coop, BOARD, account, now) : coop.memberOf.has(account.toLowerCase());
}

export type NextStep = "second" | "carryOut" | "lapsed" | "carried-out" | "withdrawn";

/** What an act waits for, or how it ended. */
export function nextStepOf(coop: Coop, act: BoardAct, now: number): NextStep {
  if (act.state !== "decided") return act.state;
  if (now > act.at + ACT_LASTS || !isDirector(coop, act.decidedBy, now)) return "lapsed";
  if (boardInOffice(coop, now)) return "carryOut";
  if (act.secondedBy === undefined) return "second";
  return isDirector(coop, act.secondedBy, now) ? "carryOut" : "lapsed";
}

export const lapsesAt = (act: BoardAct): number => act.at + ACT_LASTS;

/** Whether an account can take the next step of an act: never one that took a step before. */
export function mayTakeStep(coop: Coop, act: BoardAct, account: string | undefined, now: number): boolean {
  if (account === undefined) return false;
  const took = [act.decidedBy, act.secondedBy].some((one) => one !== undefined && sameAddress(one, account));
  const step = nextStepOf(coop, act, now);
  if (took || (step !== "second" && step !== "carryOut")) return false;
  const treasurer = step === "carryOut" && boardInOffice(coop, now) && holds(coop, TREASURER, account, now);
  return treasurer || isDirector(coop, account, now);
}

/** Acts that wait for somebody, the oldest first. */
export const actsUnderWay = (coop: Coop, now: number): BoardAct[] =>
  [...coop.acts.values()].filter((act) => ["second", "carryOut"].includes(nextStepOf(coop, act, now)));

/** Whom applicants write to. */
export const directorAccounts = (coop: Coop, now: number) => inOffice(coop, BOARD, now).map(({ account }) => account);
