// What the projection makes its rows from: the three books, and beside them what only rows need.
import { type Books, emptyBooks, type Token } from "../books.ts";
import type { BookEvent } from "../event.ts";
import { emptyRunning, type Running } from "./running.ts";

/** Rules and terms as they were set, one after the other. */
export type Parameter = { what: string; event: BookEvent };
export type Refusal = { why: string; event: BookEvent };

export type State = Books & {
  token: Token;
  running: Running;
  parameters: Parameter[];
  refusals: Refusal[];
};

export const emptyState = (token: Token): State => ({
  ...emptyBooks(),
  token,
  running: emptyRunning(),
  parameters: [],
  refusals: [],
});

/** What can be set, by the event that tells it. */
const PARAMETERS: Record<string, string> = {
  RulesSet: "rules",
  MembershipTermsSet: "membership",
  TermsSet: "shares",
  MarketTermsSet: "market",
  SurplusTermsSet: "surplus",
  RegisterRecognised: "recognised register",
  AssetListed: "listed asset",
  DAOURIUpdate: "description",
  PurposeStated: "purpose",
};

export function noteParameter({ parameters }: State, event: BookEvent): void {
  const what = Object.hasOwn(PARAMETERS, event.name) ? PARAMETERS[event.name] : undefined;
  if (what) parameters.push({ what, event });
}
