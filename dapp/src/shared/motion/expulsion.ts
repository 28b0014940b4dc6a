// Proposals to part with a member (M5).
import type { Content, Coop, Member } from "../../../../books/coop.ts";
import { memoOf } from "./purpose.ts";

/** The first four bytes of the hash of `expel(uint32,bytes32)`; test/dapp/expulsion.test.ts compares them. */
export const EXPEL = "0x061b6230";
const REGISTER = 3;

/** Opens the part of a text whose hash an expulsion names as its grounds; it goes on to the end. */
export const GROUNDS = "Grounds: ";

/** The id of the member whom a motion would expel. */
export function expelledBy({ targets, calldatas }: Content, coop: Coop): number | undefined {
  const [target] = targets;
  const [data] = calldatas;
  const isRegister = coop.placements.some(
    ({ place, module }) => place === REGISTER && module.toLowerCase() === target?.toLowerCase(),
  );
  if (!isRegister || calldatas.length !== 1 || !data?.startsWith(EXPEL)) return undefined;
  return Number.parseInt(data.slice(EXPEL.length, EXPEL.length + 64).slice(-8), 16);
}

/** Whom a proposal would expel. */
export function subjectOf(coop: Coop, { excluded }: { excluded: number }): Member | undefined {
  return excluded === 0 ? undefined : coop.members.get(coop.memberAt.get(excluded) ?? 0);
}

/** Whether the grounds that an expulsion names are words of its own text. */
export function groundsAreIn(description: string, grounds: string): boolean {
  const starts = [...description.matchAll(new RegExp(`^${GROUNDS}`, "gm"))].map(({ index }) => index + GROUNDS.length);
  return starts.some((start) => memoOf(description.slice(start)) === grounds);
}
