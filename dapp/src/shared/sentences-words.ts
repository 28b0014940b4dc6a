// What the sentences of refusals have in common.
import { t } from "../../../books/say.ts";
import type { Sentence } from "./errors.ts";
import { LOCALE } from "./language/language.ts";

export type Words = (args: readonly unknown[]) => Sentence;

export const say =
  (what: string, next: string): Words =>
  () => ({ what, next });

export const whenTime = (seconds: unknown): string =>
  new Intl.DateTimeFormat(LOCALE, { dateStyle: "long", timeStyle: "short" }).format(Number(seconds) * 1_000);

export const NOT_MEMBER = say(
  t`The account in your wallet is not an active member's.`,
  t`Choose the account you were admitted with, or apply to join.`,
);
export const ONLY_BY_RESOLUTION = say(
  t`Only the members together can do this.`,
  t`Write a proposal for it; once it has passed, anyone can carry it out.`,
);
export const DETOUR = say(t`The co-op does not do it this way.`, t`Use the pages of the co-op; nothing was changed.`);
export const NO_POWER = say(
  t`The account in your wallet holds no office that may do this.`,
  t`The audit room lists who holds which office.`,
);

/** The letters of a `bytes4` or `bytes32` such as 0x56310000 ("V1"). */
export function clauseOf(clause: unknown): string {
  const hex = String(clause).slice(2);
  const codes = hex.match(/../g)?.map((byte) => Number.parseInt(byte, 16)) ?? [];
  return String.fromCharCode(...codes.filter((code) => code >= 32));
}
