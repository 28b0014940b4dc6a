// Where a proposal stands at a moment, and when it can be carried out.
import type { Coop, Proposal } from "./model.ts";
import { outcomeOf, rulesOf } from "./outcome.ts";

export type ProposalState =
  | "notice"
  | "open"
  | "waiting"
  | "ready"
  | "carried-out"
  | "passed"
  | "held"
  | "adjourned"
  | "defeated"
  | "lapsed";

/** Where a proposal stands at `now`, unix seconds. */
export function stateOf(coop: Coop, proposal: Proposal, now: number): ProposalState {
  if (now < proposal.voteStart) return "notice";
  if (now <= proposal.voteEnd) return "open";
  if (proposal.executedAt !== undefined) return "carried-out";
  const { verdict } = outcomeOf(coop, proposal);
  if (verdict !== "passed") return verdict;
  if (proposal.kind === 0) return "passed";
  const { opens, ends } = executionWindow(coop, proposal);
  if (now < opens) return "waiting";
  return now <= ends ? "ready" : "lapsed";
}

/** First and last moment at which a passed resolution can be carried out (V13). */
export function executionWindow(coop: Coop, proposal: Proposal): { opens: number; ends: number } {
  const { kindRule } = rulesOf(coop, proposal);
  const opens = proposal.voteEnd + kindRule.delay;
  return { opens, ends: opens + kindRule.window };
}
