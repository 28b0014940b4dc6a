// What a vote needs and how it stands, in one sentence each. The dApp, the audit and every export say the same.

import type { NamedTally, Outcome } from "./outcome.ts";
import { FOR, type Kind, type KindRule, presenceNeeded, type Terms, type VotingRule } from "./rules.ts";
import { t } from "./say.ts";
import { votesOf } from "./weigh.ts";
import { capitalised, inSentence, inWords, percent, plural, shareInWords } from "./words.ts";

/** The terms of a proposal that our sentences tell of; none of a motion whose notice is still to come. */
type ToldTerms = Pick<Terms, "relieved" | "everyClass">;
const NO_TERMS: ToldTerms = { relieved: false, everyClass: false };

/** "more than half of the votes" */
export const majorityInWords = ({ threshold }: Pick<KindRule, "threshold">, kind: Kind): string =>
  t`${kind <= 1 ? t`more than` : t`at least`} ${shareInWords(threshold)} of the votes`;

/** How votes are compared (V4, C2). */
export const measureInWords = ({ byWeight }: Pick<VotingRule, "byWeight">): string =>
  byWeight ? t`by class weight` : t`by heads`;

/** What a resolution of `kind` needs, e.g. "Needs more than half of the votes by class weight, and 15 of 60 members
 * voting." */
export function ruleSentence(
  rule: KindRule,
  voting: VotingRule,
  roll: number,
  kind: Kind,
  terms: ToldTerms = NO_TERMS,
): string {
  const needs = [t`${majorityInWords(rule, kind)} ${measureInWords(voting)}`];
  const everyClass = t`more for than against in every class`;
  if (rule.everyClass) needs.push(everyClass);
  else if (terms.everyClass) needs.push(t`${everyClass}, as a class has asked`);
  const { quorum, turnout } = presenceNeeded(kind, rule, roll, terms.relieved);
  needs.push(t`${Math.max(quorum, turnout)} of ${roll} ${plural(roll, t`member`, t`members`)} voting`);
  const subject = terms.relieved ? t`${capitalised(AGAIN)}, it needs` : t`Needs`;
  return t`${subject} ${needs.slice(0, -1).join(", ")}, and ${needs.at(-1)}.`;
}

/** How a vote stands while it is `closed === false`, and how it ended afterwards. */
export function outcomeSentence(
  outcome: Outcome,
  classes: readonly NamedTally[],
  closed: boolean,
  terms: ToldTerms = NO_TERMS,
): string {
  const standing = standingOf(classes);
  if (!closed) {
    const again = terms.relieved ? `${AGAIN}, ` : "";
    return `${capitalised(standing || silence(outcome))}; ${again}${prospect(outcome, classes, terms)}.`;
  }
  if (outcome.verdict === "adjourned") {
    return t`Adjourned: it had its majority but was ${shortfall(outcome)}; it may be put again once. ${standing}.`;
  }
  const again = terms.relieved ? t` when ${AGAIN}` : "";
  return `${ending(outcome, classes, terms)}${again}${standing ? `: ${standing}` : ""}.`;
}

const AGAIN = t`put again after it was adjourned`;

/** "Drivers 71 % for, riders 44 %"; nothing when nobody voted for or against. */
function standingOf(classes: readonly NamedTally[]): string {
  const voting = classes.filter((tally) => votesOf(tally) !== 0);
  const parts = voting.map((tally, i) => {
    const share = percent(BigInt(tally.votes[FOR]), BigInt(votesOf(tally)));
    const name = i === 0 ? tally.name : inSentence(tally.name);
    const text = i === 0 ? t`${share} for` : share;
    return classes.length === 1 ? text : `${name} ${text}`;
  });
  return parts.join(", ");
}

function silence(outcome: Outcome): string {
  return outcome.ballots === 0 ? t`nobody has voted yet` : t`only abstentions so far`;
}

const needed = (outcome: Outcome): number => Math.max(outcome.quorum, outcome.turnout);

/** "one ballot short of the 15 it needed" */
function shortfall(outcome: Outcome): string {
  const missing = needed(outcome) - outcome.ballots;
  return t`${inWords(missing)} ${plural(missing, t`ballot`, t`ballots`)} short of the ${needed(outcome)} it needed`;
}

/** What would become of it if the vote closed now, or what is still missing. */
function prospect(outcome: Outcome, classes: readonly NamedTally[], terms: ToldTerms): string {
  switch (outcome.reason) {
    case "carried":
      return t`it would pass as it stands`;
    case "blocked":
      return t`${inWords(outcome.blocks)} ${plural(outcome.blocks, t`member blocks`, t`members block`)} it, so it would be held`;
    case "quorumMissed":
    case "turnoutMissed":
      return t`${inWords(needed(outcome) - outcome.ballots)} more must vote`;
    case "noVotes":
      return t`it needs votes for or against from enough of a class`;
    case "onlyInvestors":
      return t`only investors count so far, and they can not decide alone`;
    case "majorityMissed":
      return t`it needs more votes for it`;
    case "classAgainst":
      return t`${classNamed(outcome, classes)} stand against it${asked(terms, false)}`;
  }
}

function ending(outcome: Outcome, classes: readonly NamedTally[], terms: ToldTerms): string {
  switch (outcome.reason) {
    case "carried":
      return t`Passed`;
    case "blocked":
      return t`Held, because ${inWords(outcome.blocks)} of ${outcome.ballots} ballots ${plural(outcome.blocks, t`blocks`, t`block`)} it`;
    case "quorumMissed":
    case "turnoutMissed":
      return t`Lost, ${shortfall(outcome)}`;
    case "noVotes":
      return t`Lost without enough votes for or against in any class`;
    case "onlyInvestors":
      return t`Lost, because only investors count in it`;
    case "majorityMissed":
      return t`Lost without the majority it needed`;
    case "classAgainst":
      return t`Lost, because ${classNamed(outcome, classes)} stand against it${asked(terms, true)}`;
  }
}

function asked({ everyClass }: ToldTerms, past: boolean): string {
  if (!everyClass) return "";
  return past ? t`, and a class had asked that every class agree` : t`, and a class has asked that every class agree`;
}

function classNamed(outcome: Outcome, classes: readonly NamedTally[]): string {
  const name = classes[outcome.class ?? -1]?.name;
  return name ? t`the ${inSentence(name)}` : t`one class`;
}
