// The states of a proposal in words, how to group them, and what comes next.

import type { Coop, Proposal } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { executionWindow, type ProposalState, stateOf } from "../../../../books/state.ts";

export const STATE_WORDS: Record<ProposalState, string> = {
  notice: t`On notice`,
  open: t`Open for votes`,
  waiting: t`Passed, waiting`,
  ready: t`Ready to carry out`,
  "carried-out": t`Carried out`,
  passed: t`Passed`,
  held: t`Held`,
  adjourned: t`Adjourned`,
  defeated: t`Not carried`,
  lapsed: t`Lapsed`,
};

/** How urgent or how finished a state is; a colour is chosen by it. */
export const STATE_TONE: Record<ProposalState, "active" | "coming" | "good" | "bad" | "quiet"> = {
  notice: "coming",
  open: "active",
  waiting: "good",
  ready: "active",
  "carried-out": "good",
  passed: "good",
  held: "bad",
  adjourned: "coming",
  defeated: "quiet",
  lapsed: "quiet",
};

/** The filters of the list; each is one word in the page's address. */
export const FILTERS = ["open", "notice", "passed", "ended", "all"] as const;
export type Filter = (typeof FILTERS)[number];

export const FILTER_WORDS: Record<Filter, string> = {
  open: t`Open for votes`,
  notice: t`On notice`,
  passed: t`Passed`,
  ended: t`Not carried`,
  all: t`All`,
};

const GROUPS: Record<Filter, readonly ProposalState[]> = {
  open: ["open"],
  notice: ["notice"],
  passed: ["waiting", "ready", "carried-out", "passed"],
  ended: ["held", "adjourned", "defeated", "lapsed"],
  all: ["notice", "open", "waiting", "ready", "carried-out", "passed", "held", "adjourned", "defeated", "lapsed"],
};

export const matches = (state: ProposalState, filter: Filter): boolean => GROUPS[filter].includes(state);

export type NextEvent = { at: number; label: string };

/** What the clock brings next; undefined when time changes nothing any more. */
export function nextEventOf(coop: Coop, proposal: Proposal, now: number): NextEvent | undefined {
  const state = stateOf(coop, proposal, now);
  if (state === "notice") return { at: proposal.voteStart, label: t`the vote opens` };
  if (state === "open") return { at: proposal.voteEnd + 1, label: t`the vote has closed` };
  const { opens, ends } = executionWindow(coop, proposal);
  if (state === "waiting") return { at: opens, label: t`it can be carried out` };
  if (state === "ready") return { at: ends + 1, label: t`it lapses` };
  return undefined;
}

/** One line under a title: what happens when. */
export function whenLine(coop: Coop, proposal: Proposal, now: number, format: (at: number) => string): string {
  const { opens, ends } = executionWindow(coop, proposal);
  switch (stateOf(coop, proposal, now)) {
    case "notice":
      return t`Voting opens ${format(proposal.voteStart)}`;
    case "open":
      return t`Voting closes ${format(proposal.voteEnd)}`;
    case "waiting":
      return t`Can be carried out ${format(opens)}`;
    case "ready":
      return t`Anyone can carry it out; lapses ${format(ends)}`;
    case "carried-out":
      return t`Carried out ${format(proposal.executedAt ?? proposal.voteEnd)}`;
    default:
      return t`Voting closed ${format(proposal.voteEnd)}`;
  }
}
