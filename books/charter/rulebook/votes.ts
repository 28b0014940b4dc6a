// The rulebook on classes and what they weigh, and on how decisions are brought, taken and carried out.
import type { Kind, KindRule } from "../../rules.ts";
import { t } from "../../say.ts";
import { majorityInWords, measureInWords } from "../../sentence.ts";
import { inWords, percentOf, shareInWords, spanInWords } from "../../words.ts";
import { type Charter, ClassKind } from "../charter.ts";
import { byKind, type Clause, clause, fixed, kindNames } from "./clause.ts";

export function classesPart({ classes, rules }: Charter): Clause[] {
  const { weights, investorCap } = rules.voting;
  return [
    clause(
      "C1",
      classes.length === 1
        ? t`There is one class of members.`
        : t`There are ${inWords(classes.length)} classes of members.`,
    ),
    ...classes.map(({ kind, name }, i) =>
      clause(
        "C1",
        t`Class ${i + 1}, ${name}, is a class of ${KIND_WORDS[kind] ?? t`nobody`} and weighs ${percentOf(weights[i] ?? 0)}.`,
        ...(kind === ClassKind.Community ? [t`Only a resolution of the members fills its seats.`] : []),
      ),
    ),
    clause(
      "C2",
      t`In a count by class weight only the classes that count are weighed: those of which at least one member and 5 % of the roll voted for or against.`,
      t`Investor classes together get no more than ${percentOf(investorCap)}; the rest goes to the others in proportion. With no other class counting, the resolution is lost. The comparison is exact.`,
    ),
    fixed("C3"),
  ];
}

/** By class kind, as in IMemberRegister. */
const KIND_WORDS = [
  t`nobody`,
  t`workers`,
  t`users`,
  t`supporters`,
  t`those who speak for a place or for nature`,
  t`investors`,
];

export function decisionsPart(charter: Charter): Clause[] {
  const of = (say: (rule: KindRule, kind: Kind) => string, kinds?: readonly Kind[]) => byKind(charter, say, kinds);
  const { kinds, voting } = charter.rules;
  const [, , extraordinary, constitutional] = kinds;
  const unanimous = ([0, 1, 2, 3] as const).filter((kind) => kinds[kind].everyClass);
  return [
    clause(
      "V1",
      t`Notice comes before the vote: ${of(({ notice }) => spanInWords(notice))}.`,
      t`The roll, the rules and the code of the targets at that moment hold to the end.`,
    ),
    clause("V2", t`The vote stays open for a set time: ${of(({ period }) => spanInWords(period))}.`),
    clause(
      "V3",
      t`Enough members must hand in a ballot, but never more than the roll: ${of(
        ({ quorumNumber, quorumShare }) =>
          t`the larger of ${quorumNumber} members and ${percentOf(quorumShare)} of the roll`,
      )}.`,
    ),
    clause(
      "V4",
      voting.byWeight
        ? t`Votes are compared ${measureInWords(voting)}.`
        : t`Votes are compared ${measureInWords(voting)}, each like any other.`,
    ),
    clause("V4", t`To pass takes ${of(needed, [0, 1])}. A tie is lost.`),
    clause("V5", t`An extraordinary resolution takes ${needed(extraordinary, 2)}.`),
    clause(
      "V6",
      t`A constitutional resolution (rules, replacing a module, dissolution, the access manager) takes ${needed(constitutional, 3)}.`,
    ),
    clause(
      "C4",
      t`Every class must agree on ${kindNames(unanimous)} resolutions: each class that counts needs more for than against.`,
      t`A class of fewer than three members, or of investors, cannot stop what three quarters of the other classes' votes support.`,
    ),
    ...strictnessPart(charter),
    ...bringingPart(charter),
    fixed("V12"),
    clause(
      "V13",
      t`A passed resolution waits: ${of(({ delay }) => spanInWords(delay), CARRIED_OUT)}.`,
      t`Then it is carried out in time or it lapses: ${of(({ window }) => spanInWords(window), CARRIED_OUT)}.`,
      t`What an advisory resolution passes stands by itself.`,
    ),
  ];
}

/** The kinds that wait and can lapse. */
const CARRIED_OUT: readonly Kind[] = [1, 2, 3];

/** "at least three quarters of the votes and ballots from 51 % of the roll" */
function needed(rule: KindRule, kind: Kind): string {
  const majority = majorityInWords(rule, kind);
  return rule.turnout === 0 ? majority : t`${majority} and ballots from ${percentOf(rule.turnout)} of the roll`;
}

const membersIn = (count: number): string => (count === 1 ? t`1 member` : t`${count} members`);

const strictnessPart = ({ rules: { voting } }: Charter): Clause[] => [
  clause(
    "V7",
    t`Expelling a member, and parting with more than ${shareInWords(voting.disposalShare)} of an asset within twelve months, take an extraordinary resolution.`,
    t`Payments, sales, loans and budgets are added up at cost against the highest balance of that time, and again when carried out.`,
  ),
];

function bringingPart({ rules: { voting } }: Charter): Clause[] {
  const { secondersShare, secondersNumber, barredFor, blockShare, blockNumber, proxyLimit } = voting;
  return [
    clause(
      "V8",
      t`A member's draft needs seconders before notice is given: ${percentOf(secondersShare)} of the roll or ${membersIn(secondersNumber)}, whichever is less, but at least one.`,
      t`The board needs none; with no board in office, any three members together act for it.`,
    ),
    clause(
      "V9",
      barredFor === 0
        ? t`What was clearly defeated may be put again at once.`
        : t`What was clearly defeated, with quorum and more against than for, waits ${spanInWords(barredFor)} before it is put again as an ordinary resolution, unless a fifth of the roll (at least two members) second it. Recall, expulsion and payments already due are never barred.`,
    ),
    clause(
      "V10",
      blockShare === 0
        ? t`No number of blocks holds a proposal: a block counts as a vote against.`
        : t`Blocks hold an ordinary or advisory proposal once when they are ${percentOf(blockShare)} of the ballots and of at least ${membersIn(blockNumber)}. Put again within 90 days, a block counts as a vote against. Expulsion, recall, appeals and stricter kinds are never held, and there a block counts as against.`,
    ),
    clause(
      "V11",
      proxyLimit === 0
        ? t`There are no proxies: everybody votes for themselves.`
        : t`A member may name one proxy for each topic, of the same class, who must accept. Proxies do not pass votes on, and an own vote replaces the proxy's. One proxy stands for no more than the lesser of ${proxyLimit} members and 10 % of the class, but for at least one; the limit is checked on acceptance.`,
    ),
  ];
}
