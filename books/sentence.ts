// What a vote needs and how it stands, in one sentence each. The dApp, the audit and every export say the same.
import type { NamedTally, Outcome } from "./outcome.ts";
import { FOR, type Kind, type KindRule, presenceNeeded, type Terms, type VotingRule } from "./rules.ts";
import { votesOf } from "./weigh.ts";
import { capitalised, inSentence, inWords, percent, plural, shareInWords } from "./words.ts";

/** The terms of a proposal that our sentences tell of; none of a motion whose notice is still to come. */
type ToldTerms = Pick<Terms, "relieved" | "everyClass">;
const NO_TERMS: ToldTerms = { relieved: false, everyClass: false };

/** "more than half of the votes" */
export const majorityInWords = ({ threshold }: Pick<KindRule, "threshold">, kind: Kind): string =>
  `${kind <= 1 ? "more than" : "at least"} ${shareInWords(threshold)} of the votes`;

/** How votes are compared (V4, C2). */
export const measureInWords = ({ byWeight }: Pick<VotingRule, "byWeight">): string =>
  byWeight ? "by class weight" : "by heads";

/** What a resolution of `kind` needs, e.g. "Needs more than half of the votes by class weight, and 15 of 60 members
 * voting." */
export function ruleSentence(
  rule: KindRule,
  voting: VotingRule,
  roll: number,
  kind: Kind,
  terms: ToldTerms = NO_TERMS,
): string {
  const needs = [`${majorityInWords(rule, kind)} ${measureInWords(voting)}`];
  const everyClass = "more for than against in every class";
  if (rule.everyClass) needs.push(everyClass);
  else if (terms.everyClass) needs.push(`${everyClass}, as a class has asked`);
  const { quorum, turnout } = presenceNeeded(kind, rule, roll, terms.relieved);
  needs.push(`${Math.max(quorum, turnout)} of ${roll} ${plural(roll, "member")} voting`);
  const subject = terms.relieved ? `${capitalised(AGAIN)}, it needs` : "Needs";
  return `${subject} ${needs.slice(0, -1).join(", ")}, and ${needs.at(-1)}.`;
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
    return `Adjourned: it had its majority but was ${shortfall(outcome)}; it may be put again once. ${standing}.`;
  }
  const again = terms.relieved ? ` when ${AGAIN}` : "";
  return `${ending(outcome, classes, terms)}${again}${standing ? `: ${standing}` : ""}.`;
}

const AGAIN = "put again after it was adjourned";

/** "Drivers 71 % for, riders 44 %"; nothing when nobody voted for or against. */
function standingOf(classes: readonly NamedTally[]): string {
  const voting = classes.filter((tally) => votesOf(tally) !== 0);
  const parts = voting.map((tally, i) => {
    const share = percent(BigInt(tally.votes[FOR]), BigInt(votesOf(tally)));
    const name = i === 0 ? tally.name : inSentence(tally.name);
    const text = i === 0 ? `${share} for` : share;
    return classes.length === 1 ? text : `${name} ${text}`;
  });
  return parts.join(", ");
}

function silence(outcome: Outcome): string {
  return outcome.ballots === 0 ? "nobody has voted yet" : "only abstentions so far";
}

const needed = (outcome: Outcome): number => Math.max(outcome.quorum, outcome.turnout);

/** "one ballot short of the 15 it needed" */
function shortfall(outcome: Outcome): string {
  const missing = needed(outcome) - outcome.ballots;
  return `${inWords(missing)} ${plural(missing, "ballot")} short of the ${needed(outcome)} it needed`;
}

/** What would become of it if the vote closed now, or what is still missing. */
function prospect(outcome: Outcome, classes: readonly NamedTally[], terms: ToldTerms): string {
  switch (outcome.reason) {
    case "carried":
      return "it would pass as it stands";
    case "blocked":
      return `${inWords(outcome.blocks)} ${plural(outcome.blocks, "member blocks", "members block")} it, so it would be held`;
    case "quorumMissed":
    case "turnoutMissed":
      return `${inWords(needed(outcome) - outcome.ballots)} more must vote`;
    case "noVotes":
      return "it needs votes for or against from enough of a class";
    case "onlyInvestors":
      return "only investors count so far, and they can not decide alone";
    case "majorityMissed":
      return "it needs more votes for it";
    case "classAgainst":
      return `${classNamed(outcome, classes)} stand against it${asked(terms, "has")}`;
  }
}

function ending(outcome: Outcome, classes: readonly NamedTally[], terms: ToldTerms): string {
  switch (outcome.reason) {
    case "carried":
      return "Passed";
    case "blocked":
      return `Held, because ${inWords(outcome.blocks)} of ${outcome.ballots} ballots ${plural(outcome.blocks, "blocks", "block")} it`;
    case "quorumMissed":
    case "turnoutMissed":
      return `Lost, ${shortfall(outcome)}`;
    case "noVotes":
      return "Lost without enough votes for or against in any class";
    case "onlyInvestors":
      return "Lost, because only investors count in it";
    case "majorityMissed":
      return "Lost without the majority it needed";
    case "classAgainst":
      return `Lost, because ${classNamed(outcome, classes)} stand against it${asked(terms, "had")}`;
  }
}

function asked({ everyClass }: ToldTerms, tense: "has" | "had"): string {
  return everyClass ? `, and a class ${tense} asked that every class agree` : "";
}

function classNamed(outcome: Outcome, classes: readonly NamedTally[]): string {
  const name = classes[outcome.class ?? -1]?.name;
  return name ? `the ${inSentence(name)}` : "one class";
}
