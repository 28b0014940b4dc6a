// What the story tells of one proposal. Every time is in days before now.
import { machineOf } from "../machines.ts";
import type { Outsider } from "../people.ts";

export type Payee = keyof typeof Outsider;

/** What the proposal would do when it is carried out. */
export type Act =
  | { does: "pay"; to: Payee; euros: number; memo: string }
  | { does: "minute"; matter: string }
  | { does: "appoint-auditor"; who: Payee; days: number }
  | { does: "shorten-notice"; days: number }
  /** The surplus of a period, and interest on shares out of it, basis points a year. */
  | { does: "declare"; period: number; euros: number; rate: number }
  | { does: "admit"; who: Payee; class: number }
  | { does: "expel"; who: number; grounds: string }
  /** The machines by their keys, in the order in which they are numbered. The budget is the treasurer's. */
  | { does: "order"; machines: readonly string[]; budget?: { euros: number; days: number; memo: string } };

export type Positions = { for?: number; against?: number; abstain?: number; block?: number };
export type Votes = { drivers: Positions; riders: Positions; staff: Positions; supporters: Positions };
export type Reason = readonly [by: keyof Votes, position: keyof Positions, words: string];

/** The ballot of one member of the story. */
export type ToldBallot = { by: number; position: keyof Positions; daysAgo: number; words?: string };

type Told = {
  key: string;
  title: string;
  text: readonly string[];
  act: Act;
  /** Account of who brings it. A member of the board needs no seconders. */
  by: number;
};

/** `appeal`: brought by an applicant who is no member (M3). */
export type Draft = Told & { openedDaysAgo: number; seconders: number; appeal?: true };

export type Proposal = Told & {
  noticeDaysAgo: number;
  /** Members who backed the draft before notice; without it the board put it. */
  seconders?: number;
  /** Riders who ask during notice that every class must agree (C3). */
  petitioners?: number;
  /** What the member to be expelled said and shows to everybody; its salted hash is filed. */
  statement?: { daysAgo: number; words: string };
  votes?: Votes;
  /** Ballots of people who speak for others or are spoken for, beside `votes`. */
  told?: readonly ToldBallot[];
  /** Whether those in favour signed with ballot keys and are counted together. */
  together?: true;
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

/** The text of a payment ends with the words whose hash is its memo, that of an expulsion with its grounds, that of an order with
 * what each machine is, so that every reader can check them. */
export function description({ title, text, act }: Told): string {
  return [title, ...text, ...hashedWords(act)].join("\n\n");
}

function hashedWords(act: Act): string[] {
  if (act.does === "pay") return [`Payment for: ${act.memo}`];
  if (act.does === "order") {
    const ordered = act.machines.map((key) => `Machine: ${machineOf(key).words}`);
    return act.budget ? [...ordered, `Budget for: ${act.budget.memo}`] : ordered;
  }
  return act.does === "expel" ? [`Grounds: ${act.grounds}`] : [];
}
