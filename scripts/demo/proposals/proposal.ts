// What the story tells of one proposal. Every time is in days before now.
import type { Outsider } from "../people.ts";

export type Payee = keyof typeof Outsider;

/** What the proposal would do when it is carried out. */
export type Act =
  | { does: "pay"; to: Payee; euros: number; memo: string }
  | { does: "minute"; matter: string }
  | { does: "appoint-auditor"; who: Payee; days: number }
  | { does: "shorten-notice"; days: number };

export type Positions = { for?: number; against?: number; abstain?: number; block?: number };
export type Votes = { drivers: Positions; riders: Positions; staff: Positions; supporters: Positions };
export type Reason = readonly [by: keyof Votes, position: keyof Positions, words: string];

type Told = {
  key: string;
  title: string;
  text: readonly string[];
  act: Act;
  /** Account of the member who brings it. A member of the board needs no seconders. */
  by: number;
};

export type Draft = Told & { openedDaysAgo: number; seconders: number };

export type Proposal = Told & {
  noticeDaysAgo: number;
  /** Members who backed the draft before notice; without it the board put it. */
  seconders?: number;
  /** Riders who ask during notice that every class must agree (C3). */
  petitioners?: number;
  votes?: Votes;
  /** How many voted otherwise first and changed their mind. */
  changes?: number;
  /** What some of them gave as their reason. */
  reasons?: readonly Reason[];
  carriedOutDaysAgo?: number;
  /** How it must stand now; the test asks the contract. */
  stands: {
    state: "Pending" | "Active" | "Defeated" | "Succeeded" | "Queued" | "Expired" | "Executed";
    reason: "Carried" | "Blocked" | "QuorumMissed" | "NoVotes" | "MajorityMissed" | "ClassAgainst";
  };
};

/** A payment's text ends with the words whose hash is its memo, so that every reader can check them. */
export function description({ title, text, act }: Told): string {
  const purpose = act.does === "pay" ? [`Payment for: ${act.memo}`] : [];
  return [title, ...text, ...purpose].join("\n\n");
}
