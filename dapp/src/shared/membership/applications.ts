// Where applications stand (M2, M3).
import type { Application, Coop } from "../../../../books/coop.ts";

/** Nobody answered in time: `unheard`. Accepted and not used in time: `lapsed`. */
export type Standing = "waiting" | "unheard" | "accepted" | "lapsed" | "refused";

export function standingOf({ state, until }: Application, now: number): Standing {
  if (state === "waiting") return now > until ? "unheard" : "waiting";
  if (state === "accepted") return now > until ? "lapsed" : "accepted";
  return "refused";
}

export const applicationOf = (coop: Coop, account: string | undefined): Application | undefined =>
  account === undefined ? undefined : coop.applications.get(account.toLowerCase());

/** Applications that the board can still decide, the oldest first. */
export const applicationsToDecide = (coop: Coop, now: number): Application[] =>
  [...coop.applications.values()]
    .filter((application) => standingOf(application, now) === "waiting")
    .sort((a, b) => a.until - b.until || a.appliedAt - b.appliedAt);

/** An open application is used or taken back first; a refused one is repeated after its time. */
export const mayApply = (application: Application | undefined, now: number): boolean =>
  application === undefined || now > application.until;

/** Whoever was refused, or heard nothing in time, may appeal once; a member's move to another class is not appealed. */
export function mayAppeal(application: Application, now: number): boolean {
  const standing = standingOf(application, now);
  const turnedDown = standing === "refused" || standing === "unheard";
  return turnedDown && application.appealedAt === undefined && application.memberId === undefined;
}
